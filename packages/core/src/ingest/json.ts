import { open } from "node:fs/promises";
import { AppError } from "../error/index.ts";
import type { ImportReport } from "../table/schema.ts";
import type { Allowed } from "./decide.ts";
import { jsonElements, ndjsonLines, type Piece, type Reading } from "./json-elements.ts";

const FLUSH_CHARS = 1 << 20;
const REPORTED = 100;
const REPORTED_TEXT = 500;
const MAX_COLUMNS = 10_000;
/** A number that JavaScript may not give back digit for digit. */
const LONG_NUMBER = /\d{16}|\d[.\d]{16}|[eE][+-]?\d|-0[^.\d]|\.\d*0[,}\]\s]/;

/** `padded`: rows before the first use of a key are shorter than those after it. */
export type Flattened = {
  names: string[];
  allowed: Allowed[];
  padded: boolean;
  rejected: { count: number; rows: ImportReport["rejectedRows"] };
};
type Kind = "number" | "bool" | "string" | "nested";

/**
 * Writes NDJSON, or an array of objects, as CSV with a column for every key of any line, numbers digit for
 * digit. The first column is a mark, so that no row is an empty line.
 */
export async function flattenJson(
  source: string,
  target: string,
  options: Reading & { format: "json" | "ndjson" },
): Promise<Flattened> {
  await using out = await open(target, "w");
  const positions = new Map<string, number>();
  const kinds: Set<Kind>[] = [];
  const rejected: Flattened["rejected"] = { count: 0, rows: [] };
  let text = "";
  let firstWidth: number | undefined;
  const reject = (line: number, piece: string, reason: string) => {
    rejected.count++;
    if (rejected.rows.length < REPORTED)
      rejected.rows.push({ line, text: piece.slice(0, REPORTED_TEXT).toWellFormed(), reason });
  };
  for await (const { line, text: piece } of await pieces(source, options)) {
    const row = parseRow(piece);
    const cells = row && shallow(() => toCsv(row, positions, kinds));
    if (cells === undefined) {
      reject(line, piece, row ? "It is nested too deeply." : "It is not a JSON object.");
      continue;
    }
    text += cells;
    firstWidth ??= positions.size;
    if (text.length > FLUSH_CHARS) {
      await out.write(text);
      text = "";
    }
  }
  await out.write(text);
  if (positions.size === 0)
    throw new AppError(
      "unprocessable",
      "import.no_json_objects",
      "Nothing in the file is a JSON object. Give an array of objects, or one object a line.",
    );
  return {
    names: [...positions.keys()],
    allowed: kinds.map(allowedOf),
    padded: firstWidth !== positions.size,
    rejected,
  };
}

/** A first line that is a whole object makes it NDJSON, where a damaged line costs only itself. */
async function pieces(
  path: string,
  { format, ...reading }: Reading & { format: "json" | "ndjson" },
): Promise<AsyncGenerator<Piece>> {
  if (format === "json") return jsonElements(path, reading);
  for await (const { text } of ndjsonLines(path, reading))
    return parseRow(text) ? ndjsonLines(path, reading) : jsonElements(path, reading);
  return jsonElements(path, reading);
}

/** Undefined for what lies in itself so deep that the stack does not suffice to write it: thousands of brackets. */
function shallow<T>(write: () => T): T | undefined {
  try {
    return write();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

type Row = Record<string, unknown>;

/** Numbers with many digits keep them: as the text they were written with. */
class Digits {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

function parseRow(text: string): Row | undefined {
  try {
    const value: unknown = LONG_NUMBER.test(text) ? JSON.parse(text, keepDigits as Reviver) : JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Digits)
      ? (value as Row)
      : undefined;
  } catch {
    return undefined; // Not JSON: the caller reports the line.
  }
}

type Reviver = (key: string, value: unknown) => unknown;

/** The third argument, the source text, is newer than the compiler's library. */
const keepDigits = (_: string, value: unknown, context: { source: string }): unknown =>
  typeof value === "number" ? new Digits(context.source) : value;

function toCsv(row: Row, positions: Map<string, number>, kinds: Set<Kind>[]): string {
  const cells: string[] = [];
  for (const [key, value] of Object.entries(row)) {
    let at = positions.get(key);
    if (at === undefined) {
      if (positions.size === MAX_COLUMNS)
        throw new AppError(
          "unprocessable",
          "import.too_many_columns",
          `The objects have more than ${MAX_COLUMNS} different keys.`,
        );
      at = positions.size;
      positions.set(key, at);
      kinds.push(new Set());
    }
    if (value === null) continue;
    cells[at] = cell(value, kinds[at] as Set<Kind>);
  }
  let text = "0";
  for (let at = 0; at < positions.size; at++) text += `,${cells[at] ?? ""}`;
  return `${text}\n`;
}

function cell(value: unknown, kinds: Set<Kind>): string {
  if (value instanceof Digits) {
    kinds.add("number");
    return value.text;
  }
  switch (typeof value) {
    case "number":
      kinds.add("number");
      return String(value);
    case "boolean":
      kinds.add("bool");
      return String(value);
    case "string":
      kinds.add("string");
      return quote(value);
    default:
      kinds.add("nested");
      return quote(stringify(value));
  }
}

const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;

function stringify(value: unknown): string {
  if (value instanceof Digits) return value.text;
  if (Array.isArray(value)) return `[${value.map(stringify).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    return `{${Object.entries(value)
      .map(([key, item]) => `${JSON.stringify(key)}:${stringify(item)}`)
      .join(",")}}`;
  }
  return JSON.stringify(value);
}

function allowedOf(kinds: Set<Kind>): Allowed {
  if (kinds.size !== 1) return kinds.size === 0 ? "any" : "text";
  if (kinds.has("number")) return "number";
  if (kinds.has("bool")) return "bool";
  return kinds.has("string") ? "temporal" : "text";
}
