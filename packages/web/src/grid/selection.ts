export type Cell = { row: number; column: number };

/** Row -1 is the header. The range spans from the anchor to the head; whole rows or columns ignore the other axis. */
export type Selection = { head: Cell; anchor: Cell; span: "cells" | "rows" | "columns" | "all" };
export type Extent = { rows: number; columns: number; page: number };
export type Bounds = { top: number; bottom: number; left: number; right: number };

export const at = (cell: Cell): Selection => ({ head: cell, anchor: cell, span: "cells" });

export function bounds({ head, anchor, span }: Selection, extent: Pick<Extent, "rows" | "columns">): Bounds {
  const everyRow = span === "columns" || span === "all";
  const everyColumn = span === "rows" || span === "all";
  return {
    top: everyRow ? 0 : Math.max(0, Math.min(head.row, anchor.row)),
    bottom: everyRow ? extent.rows - 1 : Math.max(head.row, anchor.row),
    left: everyColumn ? 0 : Math.min(head.column, anchor.column),
    right: everyColumn ? extent.columns - 1 : Math.max(head.column, anchor.column),
  };
}

export const isSingle = ({ head, anchor, span }: Selection) =>
  span === "cells" && head.row === anchor.row && head.column === anchor.column;

export const size = ({ top, bottom, left, right }: Bounds) => ({
  rows: Math.max(0, bottom - top + 1),
  columns: Math.max(0, right - left + 1),
});

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));
const inside = (cell: Cell, extent: Extent): Cell => ({
  row: clamp(cell.row, -1, extent.rows - 1),
  column: clamp(cell.column, 0, extent.columns - 1),
});

export const extendTo = (selection: Selection, cell: Cell, extent: Extent): Selection => ({
  ...selection,
  span: selection.span === "all" ? "cells" : selection.span,
  head: { ...inside(cell, extent), row: clamp(cell.row, 0, extent.rows - 1) },
});

type Keys = { key: string; shift: boolean; mod: boolean };

/** Where a key leads, or undefined when it is not a key of the grid. */
export function press(selection: Selection, { key, shift, mod }: Keys, extent: Extent): Selection | undefined {
  if (mod && key.toLowerCase() === "a") return { ...selection, span: "all" };
  if (key === " " && shift) return { ...selection, span: "rows" };
  if (key === " " && mod) return { ...selection, span: "columns" };
  const head = step(selection.head, key, mod, extent);
  if (!head) return undefined;
  if (shift) return extendTo(selection, head, extent);
  return at(inside(head, extent));
}

function step({ row, column }: Cell, key: string, mod: boolean, { rows, columns, page }: Extent): Cell | undefined {
  switch (key) {
    case "ArrowUp":
      return { row: mod ? 0 : row - 1, column };
    case "ArrowDown":
      return { row: mod ? rows - 1 : row + 1, column };
    case "ArrowLeft":
      return { row, column: mod ? 0 : column - 1 };
    case "ArrowRight":
      return { row, column: mod ? columns - 1 : column + 1 };
    case "PageUp":
      return { row: Math.max(0, row - page), column };
    case "PageDown":
      return { row: row + page, column };
    case "Home":
      return { row: mod ? 0 : row, column: 0 };
    case "End":
      return { row: mod ? rows - 1 : row, column: columns - 1 };
    default:
      return undefined;
  }
}
