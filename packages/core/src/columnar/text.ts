import type { DuckDBDataChunk } from "@duckdb/node-api";
import { quoteIdentifier } from "../duckdb/index.ts";
import type { Column } from "../table/schema.ts";
import { textValues } from "./raw.ts";

/** How a column is written; `whole` numbers are JSON numbers as long as those keep every digit. */
export type Written = Pick<Column, "name" | "type"> & { whole?: boolean };

type Chunks = AsyncIterable<DuckDBDataChunk>;
type Cells = (string | null)[][];

const MAX_SAFE_DIGITS = 15;

/** A column as the text that leaves the house: ISO dates and times, UTC as Z, numbers with every digit. */
export function asText({
  name,
  type,
  precision,
  scale,
}: Pick<Column, "name" | "type" | "precision" | "scale">): string {
  const column = quoteIdentifier(name);
  // Without room before the point DuckDB writes .5
  if (type === "decimal" && precision === scale)
    return `regexp_replace(CAST(${column} AS VARCHAR), '^(-?)\\.', '\\10.')`;
  if (type === "timestamp") return `replace(CAST(${column} AS VARCHAR), ' ', 'T')`;
  if (type === "timestamptz") return `(replace(CAST(${column} AT TIME ZONE 'UTC' AS VARCHAR), ' ', 'T') || 'Z')`;
  return type === "text" ? column : `CAST(${column} AS VARCHAR)`;
}

async function* cells(chunks: Chunks, columns: number): AsyncGenerator<{ values: Cells; rows: number }> {
  for await (const chunk of chunks) {
    yield { rows: chunk.rowCount, values: Array.from({ length: columns }, (_, i) => textValues(chunk, i)) };
  }
}

/** RFC 4180: CRLF, quotes where they are needed. A missing value is nothing, an empty text two quotes. */
export async function* csv(chunks: Chunks, columns: readonly Written[]): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`${columns.map(({ name }) => csvCell(name)).join(",")}\r\n`);
  for await (const { values, rows } of cells(chunks, columns.length)) {
    let text = "";
    for (let row = 0; row < rows; row++) {
      text += `${values.map((column) => csvCell(column[row] ?? null)).join(",")}\r\n`;
    }
    yield Buffer.from(text);
  }
}

function csvCell(value: string | null): string {
  if (value === null) return "";
  return value === "" || /[",\r\n]|^\s|\s$/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** One object a line. */
export async function* ndjson(chunks: Chunks, columns: readonly Written[]): AsyncGenerator<Uint8Array> {
  for await (const objects of jsonObjects(chunks, columns)) yield Buffer.from(`${objects.join("\n")}\n`);
}

/** `{ "items": [ … ], …envelope }`, written as it is read. */
export async function* json(
  chunks: Chunks,
  columns: readonly Written[],
  envelope: Record<string, unknown>,
): AsyncGenerator<Uint8Array> {
  yield Buffer.from('{"items":[');
  let first = true;
  for await (const objects of jsonObjects(chunks, columns)) {
    yield Buffer.from(`${first ? "" : ","}${objects.join(",")}`);
    first = false;
  }
  yield Buffer.from(`],${JSON.stringify(envelope).slice(1)}`);
}

async function* jsonObjects(chunks: Chunks, columns: readonly Written[]): AsyncGenerator<string[]> {
  const keys = columns.map(({ name }, i) => `${i === 0 ? "" : ","}${JSON.stringify(name)}:`);
  const writers = columns.map(jsonWriter);
  for await (const { values, rows } of cells(chunks, columns.length)) {
    const objects: string[] = [];
    for (let row = 0; row < rows; row++) {
      let object = "{";
      for (const [i, write] of writers.entries()) {
        const value = values[i]?.[row] ?? null;
        object += `${keys[i]}${value === null ? "null" : write(value)}`;
      }
      objects.push(`${object}}`);
    }
    yield objects;
  }
}

/** Integers beyond 2^53 and decimals are text: a JSON number would not survive most readers. */
function jsonWriter({ type, whole }: Written): (text: string) => string {
  if (type === "int64" || whole) return (text) => (isSafe(text) ? text : `"${text}"`);
  if (type === "float64") return floatJson;
  return type === "bool" ? (text) => text : JSON.stringify;
}

const isSafe = (text: string) => text.length <= MAX_SAFE_DIGITS || Number.isSafeInteger(Number(text));

const FLOATS: Record<string, string> = { nan: '"NaN"', inf: '"Infinity"', "-inf": '"-Infinity"' };
const floatJson = (text: string) => FLOATS[text] ?? text;
