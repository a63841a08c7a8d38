import { quoteLiteral } from "../duckdb/index.ts";
import type { Column } from "../table/schema.ts";

const MAX_TEXT = 10_000;
const INT64 = { min: -(2n ** 63n), max: 2n ** 63n - 1n };
const CLOCK = "([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,6})?)?";
const PATTERNS = {
  integer: /^-?\d{1,19}$/,
  number: /^-?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i,
  decimal: /^-?(\d+\.?\d*|\.\d+)$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  time: new RegExp(`^${CLOCK}$`),
  timestamp: new RegExp(`^\\d{4}-\\d{2}-\\d{2}([T ]${CLOCK})?$`),
  timestamptz: new RegExp(`^\\d{4}-\\d{2}-\\d{2}([T ]${CLOCK}(Z|[+-]\\d{2}:\\d{2})?)?$`),
};

/** A value from outside as SQL of the column's type, or what it should have been. Nothing else makes literals of input. */
export function literal(column: Pick<Column, "type">, value: unknown): { sql: string } | { expected: string } {
  switch (column.type) {
    case "int64":
      return isInteger(value)
        ? { sql: `CAST(${quoteLiteral(String(value))} AS BIGINT)` }
        : { expected: "a whole number" };
    case "float64":
      return isText(value, PATTERNS.number) || isFiniteNumber(value)
        ? { sql: `CAST(${quoteLiteral(String(value))} AS DOUBLE)` }
        : { expected: "a number" };
    case "decimal":
      return decimal(value);
    case "bool":
      return typeof value === "boolean" ? { sql: String(value) } : { expected: "true or false" };
    case "date":
      return isText(value, PATTERNS.date) && isDay(value)
        ? { sql: `CAST(${quoteLiteral(value)} AS DATE)` }
        : { expected: "a date such as 2024-01-31" };
    case "time":
      return isText(value, PATTERNS.time)
        ? { sql: `CAST(${quoteLiteral(value)} AS TIME)` }
        : { expected: "a time such as 14:05:00" };
    case "timestamp":
      return isText(value, PATTERNS.timestamp) && isDay(value)
        ? { sql: `CAST(${quoteLiteral(value)} AS TIMESTAMP)` }
        : { expected: "a date and time such as 2024-01-31T10:00:00" };
    case "timestamptz":
      return isText(value, PATTERNS.timestamptz) && isDay(value)
        ? { sql: `CAST(${quoteLiteral(value)} AS TIMESTAMPTZ)` }
        : { expected: "a moment such as 2024-01-31T10:00:00Z" };
    case "text":
      return typeof value === "string" && value.length <= MAX_TEXT && !value.includes("\0")
        ? { sql: quoteLiteral(value) }
        : { expected: `text of at most ${MAX_TEXT} characters` };
  }
}

const isText = (value: unknown, pattern: RegExp): value is string => typeof value === "string" && pattern.test(value);
const isFiniteNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);

function isInteger(value: unknown): boolean {
  if (typeof value === "number") return Number.isSafeInteger(value);
  if (!isText(value, PATTERNS.integer)) return false;
  const integer = BigInt(value);
  return integer >= INT64.min && integer <= INT64.max;
}

/** A bare literal keeps every digit, also those the column has no room for: comparing must not round. */
function decimal(value: unknown): { sql: string } | { expected: string } {
  const text = isFiniteNumber(value) ? String(value) : value;
  if (!isText(text, PATTERNS.decimal) || text.replace(/\D/g, "").length > 38) return { expected: "a decimal number" };
  return { sql: `(${text})` };
}

/** The calendar knows the day: not 2023-02-29. */
function isDay(text: string): boolean {
  const day = text.slice(0, 10);
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}
