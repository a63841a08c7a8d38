import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { AppError } from "../error/index.ts";

/** What rows are sorted by: an expression over row `l`, how it is compared, whether it may be missing, and of which attribute it is a number. */
export type Key = { by: RawBuilder<unknown>; type: SortType; nullable: boolean; attribute?: string };
export type SortType = "text" | "timestamptz" | "bigint" | "double precision" | "numeric";
export type Order = { name: string; key: Key; descending: boolean };

const MOST_KEYS = 4;
const ID: Order = { name: "id", key: { by: sql`l.id`, type: "bigint", nullable: false }, descending: false };

/** Of `frame,-attributes.Size` the orders, and the row's id last, so that every row has one place. */
export function parseSort(text: string | undefined, keyOf: (name: string) => Key | undefined): Order[] {
  const parts = text === undefined || text === "" ? [] : text.split(",");
  if (parts.length > MOST_KEYS) throw unknown(`Sort by at most ${MOST_KEYS} things.`);
  const orders = parts.map((part): Order => {
    const descending = part.startsWith("-");
    const name = descending ? part.slice(1) : part;
    if (name === "id") return { ...ID, descending };
    const key = keyOf(name);
    if (!key) throw unknown(`Nothing can be sorted by ${JSON.stringify(name.slice(0, 100))} here.`);
    return { name, key, descending };
  });
  return orders.some(({ name }) => name === "id")
    ? orders
    : [...orders, { ...ID, descending: orders.at(-1)?.descending ?? false }];
}

const unknown = (message: string) =>
  new AppError("input", "list.unknown_sort", message, { fields: [{ path: "/sort", message: "Unknown sort key" }] });

const collated = ({ key }: Order) => (key.type === "text" ? sql`${key.by} collate "C"` : key.by);
const direction = ({ descending }: Order) => sql.raw(descending ? "desc" : "asc");

/** Missing values come last in either direction. */
export const orderBy = (orders: readonly Order[]): RawBuilder<unknown> =>
  sql.join(
    orders.map((order) => sql`${collated(order)} ${direction(order)}${order.key.nullable ? sql` nulls last` : sql``}`),
  );

/** The place of row `l`, as texts: a number or a time keeps all its digits. */
export const placeOf = (orders: readonly Order[]): RawBuilder<unknown> =>
  sql`array[${sql.join(orders.map(({ key }) => sql`(${key.by})::text`))}]::text[]`;

/** That row `l` comes after the place where the last page ended. */
export function after(orders: readonly Order[], cursor: string | undefined): RawBuilder<boolean> {
  if (cursor === undefined) return sql<boolean>`true`;
  const values = decode(cursor, orders);
  const [first] = orders;
  if (orders.every(({ key, descending }) => !key.nullable && descending === first?.descending)) {
    const place = orders.map((order, i) => typed(order, values[i] ?? null));
    return sql<boolean>`(${sql.join(orders.map(collated))}) ${sql.raw(first?.descending ? "<" : ">")} (${sql.join(place)})`;
  }
  const alternatives = orders.map((order, i) => {
    const same = orders.slice(0, i).map((before, j) => equals(before, values[j] ?? null));
    return sql`(${sql.join([...same, beyond(order, values[i] ?? null)], sql` and `)})`;
  });
  return sql<boolean>`(${sql.join(alternatives, sql` or `)})`;
}

const typed = ({ key: { type } }: Order, value: string | null) =>
  sql`${value}::${sql.raw(type)}${type === "text" ? sql` collate "C"` : sql``}`;

const equals = (order: Order, value: string | null) =>
  value === null ? sql`${order.key.by} is null` : sql`${collated(order)} = ${typed(order, value)}`;

function beyond(order: Order, value: string | null): RawBuilder<unknown> {
  // After the missing ones there is nothing.
  if (value === null) return sql`false`;
  const past = sql`${collated(order)} ${sql.raw(order.descending ? "<" : ">")} ${typed(order, value)}`;
  return order.key.nullable ? sql`(${past} or ${order.key.by} is null)` : past;
}

const Cursor = z.tuple([z.string(), z.array(z.string().nullable()).max(MOST_KEYS + 1)]);
const signature = (orders: readonly Order[]) =>
  orders.map(({ name, descending }) => `${descending ? "-" : ""}${name}`).join(",");

export const encode = (orders: readonly Order[], place: readonly (string | null)[]): string =>
  Buffer.from(JSON.stringify([signature(orders), place])).toString("base64url");

export function decode(cursor: string, orders: readonly Order[]): (string | null)[] {
  try {
    const [sorted, values] = Cursor.parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
    const fits = orders.every(({ key }, i) => {
      const value = values[i];
      return value === null ? key.nullable : value !== undefined && isValue[key.type](value);
    });
    if (sorted === signature(orders) && values.length === orders.length && fits) return values;
  } catch (error) {
    throw badCursor(error);
  }
  throw badCursor();
}

const isNumber = (text: string) => text !== "" && !Number.isNaN(Number(text));
/** A forged value must be the caller's error, not the database's. */
const isValue: Record<SortType, (text: string) => boolean> = {
  text: (text) => !text.includes("\0"),
  bigint: (text) => /^-?\d{1,18}$/.test(text),
  "double precision": isNumber,
  numeric: isNumber,
  timestamptz: (text) =>
    /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/.test(text) && !Number.isNaN(Date.parse(text)),
};

const badCursor = (cause?: unknown) =>
  new AppError(
    "input",
    "list.bad_cursor",
    "This cursor does not belong to this list and order. Start again without it.",
    { cause, fields: [{ path: "/cursor", message: "Not a cursor of this list" }] },
  );
