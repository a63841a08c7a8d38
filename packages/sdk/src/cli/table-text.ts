import type { Column } from "../types.ts";
import { formatRows, type IO } from "./io.ts";

type Shown = Pick<Column, "name" | "type" | "precision" | "scale">;

/** Names and types above the values; numbers to the right. */
export function formatTable(io: IO, columns: Shown[], items: Record<string, unknown>[]): string {
  const head = [columns.map(({ name }) => name), columns.map(typeName)];
  const body = items.map((row) => columns.map(({ name }) => text(row[name])));
  return formatRows([...head, ...body], {
    width: io.stdout.isTTY ? io.stdout.columns : undefined,
    right: columns.map(isNumber),
  });
}

const isNumber = ({ type }: Shown) => ["int64", "float64", "decimal"].includes(type);
export const typeName = ({ type, precision, scale }: Shown) =>
  type === "decimal" && precision !== undefined ? `decimal(${precision},${scale})` : type;
const text = (value: unknown) => (value === null || value === undefined ? "" : String(value));
