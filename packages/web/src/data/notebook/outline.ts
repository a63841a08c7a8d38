import type { Cell } from "./parse.ts";

export type Heading = { cell: string; level: number; text: string };

/** The headings of the Markdown cells, in order; what stands in a block of code is none. */
export function outline(cells: Cell[]): Heading[] {
  return cells.flatMap((cell) => {
    if (cell.kind !== "markdown") return [];
    const prose = cell.source.replace(/^(```|~~~)[\s\S]*?^\1/gm, "");
    return [...prose.matchAll(/^ {0,3}(#{1,6})[ \t]+(.+?)[ \t]*#*$/gm)].map(([, marks = "", text = ""]) => ({
      cell: cell.id,
      level: marks.length,
      text: text.replace(/[*_`]|\[([^\]]*)\]\([^)]*\)/g, "$1"),
    }));
  });
}
