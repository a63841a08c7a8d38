import { quoteIdentifier } from "../duckdb/index.ts";
import type { Aggregate } from "../table/query.ts";
import type { Column, ColumnType } from "../table/schema.ts";
import type { Written } from "./text.ts";

/** A column that is computed, with the SQL that does it, or what is wrong. */
export type Computed = (Omit<Column, "name"> & Omit<Written, "name"> & { expression: string }) | { problem: string };

const NUMBERS: readonly ColumnType[] = ["int64", "float64", "decimal"];
const MOMENTS: readonly ColumnType[] = ["date", "time", "timestamp", "timestamptz"];
/** Nothing is known of computed values, and nothing is asked. */
export const NO_STATS: Column["stats"] = { nulls: 0, distinct: 0, distinctApproximate: true };
const MAX_PRECISION = 38;

export function aggregate(op: Aggregate["op"], column: Column | undefined): Computed {
  if (column === undefined) {
    return op === "count"
      ? { type: "int64", stats: NO_STATS, expression: "count(*)" }
      : { problem: `${op} takes a column.` };
  }
  const { type, precision, scale } = column;
  const v = quoteIdentifier(column.name);
  const isNumber = NUMBERS.includes(type);
  const same = { type, precision, scale, stats: NO_STATS };
  const float = { type: "float64" as const, stats: NO_STATS };
  const unfit = {
    problem: `${op} is for numbers${op === "median" ? ", dates and times" : ""}, and the column is ${type}.`,
  };
  switch (op) {
    case "count":
      return { type: "int64", stats: NO_STATS, expression: `count(${v})` };
    case "countDistinct":
      return { type: "int64", stats: NO_STATS, expression: `count(DISTINCT ${v})` };
    case "min":
    case "max":
      return { ...same, expression: `${op}(${v})` };
    case "sum":
      return isNumber ? sum(column, v) : unfit;
    case "mean":
      return isNumber ? { ...float, expression: `CAST(avg(${v}) AS DOUBLE)` } : unfit;
    case "stddev":
      return isNumber ? { ...float, expression: `stddev_samp(CAST(${v} AS DOUBLE))` } : unfit;
    case "median":
      if (isNumber) return { ...float, expression: `CAST(median(${v}) AS DOUBLE)` };
      // Between two moments there may be none of the column's type, so it is one that occurs.
      return MOMENTS.includes(type) ? { ...same, expression: `quantile_disc(${v}, 0.5)` } : unfit;
  }
}

/** Every digit is kept: of whole numbers and of decimals. */
function sum({ type, scale }: Column, v: string): Computed {
  if (type === "float64") return { type, stats: NO_STATS, expression: `sum(${v})` };
  const digits = { type: "decimal" as const, precision: MAX_PRECISION, stats: NO_STATS };
  if (type === "int64")
    return { ...digits, scale: 0, whole: true, expression: `CAST(sum(${v}) AS DECIMAL(${MAX_PRECISION}, 0))` };
  return { ...digits, scale: scale ?? 0, expression: `sum(${v})` };
}
