import { isNumeric } from "../kinds.ts";
import type { Column } from "../types.ts";
import type { RowSource } from "./source.ts";

const MOST = 50_000;

export type Sums = { count: number; sum: number; mean: number };

/** Sum and mean of the numbers in an area, when they are few enough and all here. */
export function sumsOf(
  area: { top: number; bottom: number },
  columns: Column[],
  source: RowSource | undefined,
): Sums | undefined {
  const numeric = columns.filter((column) => isNumeric(column.type));
  const rows = area.bottom - area.top + 1;
  if (!source || numeric.length === 0 || rows * numeric.length > MOST) return undefined;
  let count = 0;
  let sum = 0;
  for (let row = area.top; row <= area.bottom; row++) {
    for (const column of numeric) {
      const value = source.value(row, column.name);
      if (value === undefined) return undefined;
      if (value === null) continue;
      count++;
      sum += column.type === "decimal" ? Number(value) / 10 ** (column.scale ?? 0) : Number(value);
    }
  }
  return count > 1 ? { count, sum, mean: sum / count } : undefined;
}
