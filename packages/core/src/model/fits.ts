import type { ColumnType } from "../table/schema.ts";
import type { Feature } from "./schema.ts";

export type Columns = readonly { name: string; type: ColumnType }[];
/** Which column stands for which feature, and what of the features the table lacks. */
export type Fit = { columns: Map<string, string>; missing: { name: string; reason: string }[] };

const TAKES: Record<Feature["kind"], readonly ColumnType[]> = {
  number: ["int64", "float64", "decimal", "bool"],
  boolean: ["bool", "int64"],
  date: ["date", "timestamp", "timestamptz"],
  category: ["text"],
};

/** By name, the very same one first, else in whatever case; and by type. */
export function fit(features: readonly Feature[], columns: Columns): Fit {
  const exact = new Map(columns.map((column) => [column.name, column]));
  const folded = new Map(columns.map((column) => [column.name.toLowerCase(), column]));
  const found: Fit = { columns: new Map(), missing: [] };
  for (const { name, kind } of features) {
    const column = exact.get(name) ?? folded.get(name.toLowerCase());
    if (!column) found.missing.push({ name, reason: "There is no such column" });
    else if (!TAKES[kind].includes(column.type))
      found.missing.push({ name, reason: `It is ${column.type}, and the model takes a ${kind}` });
    else found.columns.set(name, column.name);
  }
  return found;
}
