import { tableFromIPC } from "@uwdata/flechette";

export type CellValue = string | number | bigint | boolean | null;

/** A run of rows that has arrived; values are taken from the Arrow buffers only when asked for. */
export type RowPage = {
  readonly rows: number;
  value(row: number, column: string): CellValue;
};

/** Integers stay exact, decimals arrive as scaled integers, dates and moments as milliseconds. */
const OPTIONS = { useBigInt: true, useDate: false, useDecimalInt: true, useProxy: true };

export function decodePage(bytes: Uint8Array): RowPage {
  const table = tableFromIPC(bytes, OPTIONS);
  const columns = new Map(table.names.map((name) => [String(name), table.getChild(name)]));
  return {
    rows: table.numRows,
    value: (row, column) => (columns.get(column)?.at(row) ?? null) as CellValue,
  };
}
