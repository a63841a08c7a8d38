import { heightOf } from "./frame.ts";
import type { Cell, Output } from "./parse.ts";
import { shown } from "./shown.ts";

const LINE = 18;
const EDGES = 28;
const PICTURE = 340;
/** Of a text that is longer only the beginning is shown. */
export const LINES_SHOWN = 60;

/** About how tall a cell will be, so that the bar beside a long notebook does not jump when it is drawn. */
export const estimate = (cell: Cell): number =>
  EDGES + linesOf(cell.source) * LINE + cell.outputs.reduce((sum, output) => sum + ofOutput(output), 0);

function ofOutput(output: Output): number {
  if (output.kind === "error") return 2 * LINE;
  if (output.kind === "stream") return Math.min(LINES_SHOWN, linesOf(output.text)) * LINE;
  const { data } = output;
  if ("image/png" in data || "image/svg+xml" in data || "image/jpeg" in data) return PICTURE;
  const what = shown(data);
  if (what.as === "html") return heightOf(what.html);
  return "text" in what ? Math.min(LINES_SHOWN, linesOf(what.text)) * LINE : 2 * LINE;
}

export function linesOf(text: string): number {
  let lines = 1;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines++;
  return lines;
}

/** The first lines of a text, and how many there are of it. */
export function beginning(text: string): { text: string; lines: number; isWhole: boolean } {
  const lines = linesOf(text);
  let end = -1;
  for (let line = 0; line < Math.min(lines, LINES_SHOWN); line++) {
    const next = text.indexOf("\n", end + 1);
    end = next < 0 ? text.length : next;
  }
  const cut = Math.min(end, LINES_SHOWN * 400);
  return { text: text.slice(0, cut), lines, isWhole: cut >= text.length };
}
