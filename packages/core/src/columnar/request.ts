import { createHash } from "node:crypto";
import { quoteIdentifier } from "../duckdb/index.ts";
import { AppError } from "../error/index.ts";
import type { Column } from "../table/schema.ts";
import { literal } from "./literal.ts";
import { parseWhere } from "./where.ts";

/** What a reader asks for, as text from outside. */
export type RowsQuery = {
  select?: string;
  where?: string;
  sort?: string;
  /** A page of so many rows, or every row there is. */
  limit: number | "all";
  offset?: number;
  cursor?: string;
};

export type SortKey = { column: Column; descending: boolean };

/** What is read: every part checked against the table's columns. */
export type RowsPlan = {
  columns: Column[];
  where: string | undefined;
  sort: SortKey[];
  /** Undefined for all rows. */
  limit: number | undefined;
  offset: number;
  after: Position | undefined;
  fingerprint: string;
};

type Key = string | boolean | null;

/**
 * Where a page ended: the sort keys of its last row as text and the row's number, and how many rows came before the next
 * page. Keys too long for a cursor are left out; that many rows are skipped instead.
 */
export type Position = { keys: Key[] | null; row: number; skipped: number };

const MAX_SORT = 8;

export function planRows(query: RowsQuery, columns: readonly Column[], version: number): RowsPlan {
  const sort = query.sort === undefined ? [] : parseSort(query.sort, columns);
  const fingerprint = createHash("sha256")
    .update(JSON.stringify([query.sort ?? "", query.where ?? ""]))
    .digest("base64url")
    .slice(0, 16);
  const after = query.cursor === undefined ? undefined : readCursor(query.cursor, version, fingerprint, sort);
  if (after && query.offset !== undefined) {
    throw new AppError("input", "rows.invalid_cursor", "Ask with a cursor or with an offset, not with both.");
  }
  return {
    columns: query.select === undefined ? [...columns] : parseSelect(query.select, columns),
    where: query.where === undefined ? undefined : parseWhere(query.where, columns),
    sort,
    limit: query.limit === "all" ? undefined : query.limit,
    offset: query.offset ?? 0,
    after,
    fingerprint,
  };
}

/** Names separated by commas; one that holds a comma, a quote or a leading minus is put in double quotes (doubled within). */
export function splitNames(text: string): { name: string; minus: boolean }[] {
  const pattern = /\s*(-?)(?:"((?:[^"]|"")*)"|([^",]*))\s*(,|$)/gy;
  const names: { name: string; minus: boolean }[] = [];
  while (true) {
    const match = pattern.exec(text);
    if (!match) throw new AppError("input", "rows.invalid_select", "A name in double quotes does not end.");
    const [, minus, quoted, bare, end] = match;
    names.push({ name: quoted?.replaceAll('""', '"') ?? (bare ?? "").trim(), minus: minus === "-" });
    if (end === "") return names;
  }
}

function parseSelect(text: string, columns: readonly Column[]): Column[] {
  const chosen = splitNames(text).map(({ name, minus }, i) => {
    // A bare minus belongs to the name here: only sorting gives it a meaning.
    const column = columns.find((c) => c.name === (minus ? `-${name}` : name));
    if (!column) throw unknownColumn("rows.invalid_select", `/select/${i}`, name);
    return column;
  });
  if (new Set(chosen).size < chosen.length) {
    throw new AppError("input", "rows.invalid_select", "A column is asked for twice.", {
      fields: [{ path: "/select", message: "Name each column once." }],
    });
  }
  return chosen;
}

export function parseSort(text: string, columns: readonly Column[]): SortKey[] {
  const names = splitNames(text);
  if (names.length > MAX_SORT) throw new AppError("input", "rows.invalid_sort", `Sort by at most ${MAX_SORT} columns.`);
  return names.map(({ name, minus }, i) => {
    const column = columns.find((c) => c.name === name);
    if (!column) throw unknownColumn("rows.invalid_sort", `/sort/${i}`, name);
    return { column, descending: minus };
  });
}

const unknownColumn = (code: string, path: string, name: string) =>
  new AppError("input", code, `The table has no column ${JSON.stringify(name.slice(0, 100))}.`, {
    fields: [{ path, message: "It is none of the table's columns." }],
  });

/** Missing values last, either way; ties in the order of the file. */
export function orderSQL(sort: readonly SortKey[], table: string): string {
  // Without the table, a name would mean what the select list makes of the column.
  const keys = sort.map(
    ({ column, descending }) => `${table}.${quoteIdentifier(column.name)} ${descending ? "DESC" : "ASC"} NULLS LAST`,
  );
  return [...keys, `${table}.file_row_number`].join(", ");
}

/** The rows after a position in the order of `orderSQL`. */
export function afterSQL(sort: readonly SortKey[], keys: readonly Key[], row: number): string {
  const alternatives: string[] = [];
  const same: string[] = [];
  for (const [i, { column, descending }] of sort.entries()) {
    const name = quoteIdentifier(column.name);
    const key = keys[i] ?? null;
    if (key === null) {
      same.push(`${name} IS NULL`);
      continue;
    }
    const value = cursorLiteral(column, key);
    alternatives.push([...same, `(${name} ${descending ? "<" : ">"} ${value} OR ${name} IS NULL)`].join(" AND "));
    same.push(`${name} = ${value}`);
  }
  alternatives.push([...same, `file_row_number > ${row}`].join(" AND "));
  return `(${alternatives.map((condition) => `(${condition})`).join(" OR ")})`;
}

const SPECIAL_FLOATS = ["nan", "inf", "-inf"];

function cursorLiteral(column: Column, key: string | boolean): string {
  if (column.type === "float64" && SPECIAL_FLOATS.includes(String(key))) return `CAST('${key}' AS DOUBLE)`;
  const made = literal(column, key);
  if ("expected" in made) throw invalidCursor();
  return made.sql;
}

const invalidCursor = () =>
  new AppError(
    "input",
    "rows.invalid_cursor",
    "The cursor does not belong to this question. Ask for the first page again.",
  );

/** A cursor travels in a header and in a URL. */
const MAX_CURSOR_KEYS = 2_000;

export function writeCursor(version: number, fingerprint: string, { keys, row, skipped }: Position): string {
  const kept = JSON.stringify(keys).length <= MAX_CURSOR_KEYS ? keys : null;
  return Buffer.from(JSON.stringify([version, fingerprint, kept, row, skipped])).toString("base64url");
}

/** The version a cursor reads, so that a page goes on where the last one ended although the table has changed. */
export function cursorVersion(cursor: string): number {
  return parseCursor(cursor)[0];
}

function readCursor(cursor: string, version: number, fingerprint: string, sort: readonly SortKey[]): Position {
  const [ofVersion, ofQuestion, keys, row, skipped] = parseCursor(cursor);
  if (ofVersion !== version || ofQuestion !== fingerprint) throw invalidCursor();
  if (keys !== null && keys.length !== sort.length) throw invalidCursor();
  return { keys, row, skipped };
}

type Cursor = [version: number, fingerprint: string, keys: Key[] | null, row: number, skipped: number];

function parseCursor(cursor: string): Cursor {
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(cursor, "base64url").toString());
  } catch {
    throw invalidCursor();
  }
  const [version, fingerprint, keys, row, skipped] = Array.isArray(parsed) ? parsed : [];
  const isKey = (key: unknown) => key === null || typeof key === "string" || typeof key === "boolean";
  const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
  if (!isCount(version) || typeof fingerprint !== "string" || !isCount(row) || !isCount(skipped)) throw invalidCursor();
  if (keys !== null && !(Array.isArray(keys) && keys.every(isKey))) throw invalidCursor();
  return [version, fingerprint, keys, row, skipped];
}
