import { quoteList } from "../duckdb/index.ts";
import type { Outcome } from "../model/schema.ts";
import type { ColumnType } from "../table/schema.ts";

/** A column that is predicted: what it is called, and how it is made of the scores `p`. */
export type Made = { name: string; type: ColumnType; sql: string };

export function made(
  outcome: Outcome,
  { keep, probabilities }: { keep: readonly string[]; probabilities: boolean },
): Made[] {
  const taken = new Set(keep.map((name) => name.toLowerCase()));
  const called = (wanted: string): string => {
    let name = wanted;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${wanted}_${n}`;
    taken.add(name.toLowerCase());
    return name;
  };
  const name = called(`predicted_${outcome.name}`);
  const { classes } = outcome;
  if (classes === null) return [{ name, type: "float64", sql: "CAST(p.p0 AS DOUBLE)" }];
  const label = `${quoteList(classes)}[p.class + 1]`;
  const predicted: Made = { name, type: TYPES[outcome.type], sql: `CAST(${label} AS ${SQL_TYPES[outcome.type]})` };
  const likely = probabilities
    ? classes.map(
        (one, i): Made => ({ name: called(`probability_${one}`), type: "float64", sql: `CAST(p.p${i} AS DOUBLE)` }),
      )
    : [];
  return [predicted, ...likely];
}

const TYPES: Record<Outcome["type"], ColumnType> = {
  text: "text",
  boolean: "bool",
  integer: "int64",
  number: "float64",
};
const SQL_TYPES: Record<Outcome["type"], string> = {
  text: "VARCHAR",
  boolean: "BOOLEAN",
  integer: "BIGINT",
  number: "DOUBLE",
};
