import { quoteIdentifier } from "../duckdb/index.ts";
import type { Bin } from "../table/query.ts";
import type { Column, ColumnType } from "../table/schema.ts";
import { type Computed, NO_STATS } from "./aggregate.ts";

/** Values of a type as whole numbers on a line, and back. */
const LINES: Partial<Record<ColumnType, { to: (v: string) => string; from: (x: string) => string }>> = {
  int64: { to: (v) => v, from: (x) => `CAST(${x} AS BIGINT)` },
  date: { to: (v) => `(${v} - DATE '1970-01-01')`, from: (x) => `(DATE '1970-01-01' + CAST(${x} AS INTEGER))` },
  timestamp: { to: (v) => `epoch_us(${v})`, from: (x) => `make_timestamp(CAST(${x} AS BIGINT))` },
  timestamptz: {
    to: (v) => `epoch_us(${v})`,
    from: (x) => `(make_timestamp(CAST(${x} AS BIGINT)) AT TIME ZONE 'UTC')`,
  },
};

/** Bounds are aggregates over all rows of the question, which the expression finds in a table beside them. */
type Binned = Computed & { bounds?: string };

/** The lower edge of the bin a value falls into. Missing values and those without an order (NaN, infinity) are a group. */
export function binned(column: Column, bin: Bin, index: number): Binned {
  if ("unit" in bin) return byUnit(column, bin.unit);
  return "width" in bin ? byWidth(column, bin.width) : byCount(column, bin.count, index);
}

function byUnit({ name, type }: Column, unit: string): Binned {
  const v = quoteIdentifier(name);
  const as = (to: ColumnType, expression: string): Binned => ({ type: to, stats: NO_STATS, expression });
  if (type === "date" && unit !== "hour") return as("date", `CAST(date_trunc('${unit}', ${v}) AS DATE)`);
  if (type === "timestamp") return as(type, `CAST(date_trunc('${unit}', ${v}) AS TIMESTAMP)`);
  if (type === "timestamptz") return as(type, `(date_trunc('${unit}', ${v} AT TIME ZONE 'UTC') AT TIME ZONE 'UTC')`);
  return { problem: `there is no ${unit} in a column of type ${type}.` };
}

function byWidth({ name, type }: Column, width: number): Binned {
  const v = quoteIdentifier(name);
  if (type === "int64" && Number.isSafeInteger(width)) {
    const x = `CAST(${v} AS HUGEINT)`;
    const expression = `CAST(${x} - ((${x} % ${width}) + ${width}) % ${width} AS BIGINT)`;
    return { type, stats: NO_STATS, expression };
  }
  if (type !== "int64" && type !== "float64" && type !== "decimal")
    return { problem: `a width is for numbers, and the column is ${type}. Use count or unit.` };
  const x = finite(v);
  return { type: "float64", stats: NO_STATS, expression: `floor(${x} / ${width}::DOUBLE) * ${width}::DOUBLE` };
}

const finite = (v: string) => `CASE WHEN isfinite(CAST(${v} AS DOUBLE)) THEN CAST(${v} AS DOUBLE) END`;

function byCount({ name, type }: Column, count: number, index: number): Binned {
  const v = quoteIdentifier(name);
  const [low, high] = [`low${index}_`, `high${index}_`];
  const line = LINES[type];
  if (line) {
    const x = line.to(v);
    const width = `(((CAST(${high} AS HUGEINT) - ${low}) // ${count}) + 1)`;
    const edge = `(${low} + ((CAST(${x} AS HUGEINT) - ${low}) // ${width}) * ${width})`;
    return {
      type,
      stats: NO_STATS,
      expression: line.from(edge),
      bounds: `CAST(min(${x}) AS HUGEINT) AS ${low}, max(${x}) AS ${high}`,
    };
  }
  if (type !== "float64" && type !== "decimal")
    return { problem: `a column of type ${type} has no bins of equal width.` };
  const x = finite(v);
  const width = `((${high} - ${low}) / ${count})`;
  return {
    type: "float64",
    stats: NO_STATS,
    // The highest value belongs to the last bin; where all are one value, a bin has no width.
    expression: `CASE WHEN ${x} IS NOT NULL THEN ${low} + least(coalesce(floor((${x} - ${low}) / nullif(${width}, 0)), 0), ${count - 1}) * ${width} END`,
    bounds: `min(${x}) AS ${low}, max(${x}) AS ${high}`,
  };
}
