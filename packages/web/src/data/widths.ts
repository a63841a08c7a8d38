import { summary } from "./column-words.ts";
import { isNumeric } from "./kinds.ts";
import type { Column } from "./types.ts";

const LETTER = 7.2;
const DIGIT = 7.4;
const SMALL = 5.6;
const PADDING = 14;
/** Type icon, sort arrow, filter sign and menu beside the name. */
const HEAD = 58;
const LEAST = 72;
const MOST = 280;

/** A first guess from name, type and statistics; people change it by dragging. */
export function defaultWidth(column: Column): number {
  const head = Math.min(200, column.name.length * LETTER + HEAD);
  const line = summary(column).length * SMALL + PADDING;
  return Math.round(Math.min(MOST, Math.max(LEAST, head, line, body(column))));
}

function body({ type, stats, scale = 0 }: Column): number {
  if (type === "date") return 10 * DIGIT + PADDING;
  if (type === "time") return 8 * DIGIT + PADDING;
  if (type === "timestamp" || type === "timestamptz") return 17 * DIGIT + PADDING;
  if (type === "bool") return LEAST;
  if (isNumeric(type)) {
    const digits = Math.max(String(stats.min ?? "").length, String(stats.max ?? "").length);
    return Math.min(type === "float64" ? 11 : 20 + scale, digits) * DIGIT + PADDING;
  }
  const longest = Math.max(...(stats.top ?? []).slice(0, 8).map((entry) => entry.value.length), 0);
  return (longest || Math.min(stats.maxLength ?? 12, 30)) * LETTER + PADDING;
}
