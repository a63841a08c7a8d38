import { quoteIdentifier } from "../duckdb/index.ts";
import type { Feature } from "../model/schema.ts";
import type { ColumnType } from "../table/schema.ts";

const DAY_US = "86400000000.0";

/** A feature as a number, computed as training does; NaN where it is missing. */
export function numberSQL({ kind, base }: Feature, column: string, type: ColumnType | undefined): string {
  const value = quoteIdentifier(column);
  const number = kind === "date" ? `(${days(value, type)} - ${base}::DOUBLE)` : plain(value, type);
  return `coalesce(${number}, 'NaN'::DOUBLE)`;
}

const days = (value: string, type: ColumnType | undefined): string =>
  type === "date" ? `CAST(${value} - DATE '1970-01-01' AS DOUBLE)` : `epoch_us(${value})::DOUBLE / ${DAY_US}::DOUBLE`;

const plain = (value: string, type: ColumnType | undefined): string =>
  type === "bool" ? `CAST(CAST(${value} AS TINYINT) AS DOUBLE)` : `CAST(${value} AS DOUBLE)`;

export const textSQL = (column: string): string => `coalesce(${quoteIdentifier(column)}, '')`;
