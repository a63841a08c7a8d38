import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { AppError } from "../error/index.ts";

export * as Paging from "./index.ts";

export const DEFAULT_LIMIT = 50;
export const MAX_LIMIT = 1_000;
/** Counting goes no further: past it a number helps nobody and costs a scan. */
const COUNT_LIMIT = 10_000;

export const Limit = z.number().int().min(1).max(MAX_LIMIT).default(DEFAULT_LIMIT);
/** A number, or one with `+` where there are more than were counted. */
export const Total = z.union([z.number().int(), z.string().regex(/^\d+\+$/)]);
export type Total = z.infer<typeof Total>;

export type Page<T> = { items: T[]; next: string | null; total?: Total };

/** A sort key: an expression over the listed row, never null, and the type its text is read back as. */
export type SortKey = { by: RawBuilder<unknown>; type: "text" | "timestamptz" | "bigint" };
export type Sort = { name: string; key: SortKey; descending: boolean };

/** Where the last page ended. Values are the database's own text: a timestamp keeps its microseconds. */
const Cursor = z.tuple([z.string(), z.string(), z.string()]);

export function parseSort<Keys extends Record<string, SortKey>>(keys: Keys, text: string): Sort {
  const descending = text.startsWith("-");
  const name = descending ? text.slice(1) : text;
  const key = Object.hasOwn(keys, name) ? keys[name] : undefined;
  if (key) return { name, key, descending };
  throw new AppError(
    "input",
    "list.unknown_sort",
    `Sort by one of ${Object.keys(keys).join(", ")}, with a minus for descending.`,
    {
      fields: [{ path: "/sort", message: "Unknown sort key" }],
    },
  );
}

export const cursorValue = ({ key }: Sort): RawBuilder<string> => sql<string>`(${key.by})::text`;

const sortText = ({ name, descending }: Sort): string => (descending ? `-${name}` : name);

/** The condition that a row comes after the cursor, in this order; undefined on the first page. */
export function after(sort: Sort, id: RawBuilder<unknown>, cursor: string | undefined): RawBuilder<boolean> {
  if (cursor === undefined) return sql<boolean>`true`;
  const [order, value, lastID] = decode(cursor);
  if (order !== sortText(sort) || !isValue[sort.key.type](value)) throw badCursor();
  const collation = sort.key.type === "text" ? sql` collate "C"` : sql``;
  return sql<boolean>`(${sort.key.by}, ${id}) ${sql.raw(sort.descending ? "<" : ">")} (${value}::${sql.raw(sort.key.type)}${collation}, ${lastID}::text collate "C")`;
}

export const orderBy = (sort: Sort, id: RawBuilder<unknown>): RawBuilder<unknown> => {
  const direction = sql.raw(sort.descending ? "desc" : "asc");
  return sql`${sort.key.by} ${direction}, ${id} ${direction}`;
};

/** Cuts the one row that was read too many, which says whether there is a next page. */
export function cut<R extends { id: string; cursor_value: string }>(
  rows: R[],
  limit: number,
  sort: Sort,
): { rows: R[]; next: string | null } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { rows: page, next: more ? encode([sortText(sort), last.cursor_value, last.id]) : null };
}

/** `select 1 … limit` of what is counted goes in; the total comes out. */
export const countLimit = COUNT_LIMIT + 1;
export const total = (counted: number, more = counted > COUNT_LIMIT): Total =>
  more ? `${Math.min(counted, COUNT_LIMIT)}+` : counted;

/** A forged value must be the caller's error, not the database's. */
const isValue: Record<SortKey["type"], (text: string) => boolean> = {
  text: () => true,
  bigint: (text) => /^-?\d{1,18}$/.test(text),
  timestamptz: (text) =>
    /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/.test(text) && !Number.isNaN(Date.parse(text)),
};

const encode = (cursor: z.infer<typeof Cursor>): string => Buffer.from(JSON.stringify(cursor)).toString("base64url");

function decode(text: string): z.infer<typeof Cursor> {
  try {
    const [order, value, id] = Cursor.parse(JSON.parse(Buffer.from(text, "base64url").toString()));
    // A NUL would be an error of the database, not of the caller.
    if (!`${value}${id}`.includes("\0")) return [order, value, id];
  } catch (error) {
    throw badCursor(error);
  }
  throw badCursor();
}

const badCursor = (cause?: unknown) =>
  new AppError(
    "input",
    "list.bad_cursor",
    "This cursor does not belong to this list and order. Start again without it.",
    {
      cause,
      fields: [{ path: "/cursor", message: "Not a cursor of this list" }],
    },
  );
