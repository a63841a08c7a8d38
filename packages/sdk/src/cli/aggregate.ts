import type { TableQuery } from "../types.ts";
import { UsageError } from "./exit.ts";

type Aggregate = NonNullable<TableQuery["aggregates"]>[number];

const OPERATIONS: Aggregate["op"][] = ["count", "countDistinct", "sum", "mean", "min", "max", "median", "stddev"];
const FORM = /^\s*(\w+)\s*(?:\(\s*(.*?)\s*\))?\s*(?:\s+as\s+(.+?))?\s*$/s;

/** `count`, `mean(delay)` or `sum(distance) as miles`. */
export function parseAggregate(text: string): Aggregate {
  const [, name, column, as] = FORM.exec(text) ?? [];
  const op = OPERATIONS.find((known) => known === name);
  if (!op)
    throw new UsageError(
      `Cannot read the aggregate “${text}”: write for example 'mean(delay) as average', with one of ${OPERATIONS.join(", ")}`,
    );
  return { op, ...(column ? { column } : {}), ...(as ? { as } : {}) };
}
