import { tsvRow } from "../tsv.ts";
import type { Column } from "../types.ts";
import { cellFormat } from "./cell.ts";
import { fetchRows, type View } from "./fetch.ts";
import type { CellValue } from "./page.ts";
import type { RowSource } from "./source.ts";

export const MOST_CELLS = 1_000_000;
const CHUNK = 50_000;

type Area = { top: number; bottom: number };

/** The exact text of an area: from the rows that are here when all are, else asked for again with only its columns. */
export async function copyText(
  area: Area,
  columns: Column[],
  header: boolean,
  source: RowSource,
  view: View,
  signal: AbortSignal,
): Promise<string> {
  const formats = columns.map(cellFormat);
  const lines = header ? [tsvRow(columns.map((column) => column.name))] : [];
  const line = (value: (column: string) => CellValue) =>
    lines.push(tsvRow(columns.map((column, index) => formats[index]?.exact(value(column.name)) ?? "")));

  if (isHere(area, source)) {
    for (let row = area.top; row <= area.bottom; row++) line((column) => source.value(row, column) ?? null);
    return lines.join("\n");
  }
  const narrow = { ...view, columns: columns.map((column) => column.name) };
  for (let offset = area.top; offset <= area.bottom; offset += CHUNK) {
    const limit = Math.min(CHUNK, area.bottom - offset + 1);
    const { page } = await fetchRows(narrow, offset, limit, { count: false, signal });
    for (let row = 0; row < page.rows; row++) line((column) => page.value(row, column));
  }
  return lines.join("\n");
}

function isHere({ top, bottom }: Area, source: RowSource): boolean {
  for (let row = top; row <= bottom; row++) if (!source.has(row)) return false;
  return true;
}
