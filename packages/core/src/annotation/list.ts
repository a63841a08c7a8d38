import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { query } from "../database/index.ts";
import type { Page } from "../paging/index.ts";
import * as Paging from "../paging/index.ts";
import { fn } from "../util/index.ts";
import type { Class } from "./filter/cells.ts";
import { attributeOf, type Known } from "./filter/fields.ts";
import { frontOf } from "./front.ts";
import { after, decode, encode, type Key, type Order, orderBy, parseSort, placeOf } from "./keyset.ts";
import { project, readFields } from "./project.ts";
import { type AnyRow, tableOf, toInfo, withTracks } from "./rows.ts";
import type { Kind, Localization, State } from "./schema.ts";
import { rowsOf, type Selected, Selection, select } from "./select.ts";

export const ListQuery = Selection.extend({
  sort: z.string().max(500).optional(),
  limit: Paging.Limit,
  cursor: z.string().optional(),
  count: z.boolean().default(false),
  /** Names, also of single attributes (`attributes.Species`): nothing else is told. */
  fields: z.string().max(2_000).optional(),
});

/** A page of annotations, in any order, each once. */
export const list = fn(ListQuery, async (asked): Promise<Page<Partial<Localization | State>>> => {
  const { kind, limit, cursor, count } = asked;
  const fields = readFields(asked.fields, kind);
  const selected = await select(asked);
  const orders = parseSort(asked.sort, (name) => keyOf(name, kind, selected.known));
  const isWhole = asked.mediaID === undefined && asked.elementalIDs === undefined && !selected.few;
  const front = isWhole ? await pageInFront(kind, selected, orders, cursor, limit + 1) : undefined;
  const rows = front ?? (await page(kind, selected, orders, cursor, limit + 1));
  const shown =
    fields && !fields.own.has("trackIds")
      ? rows.slice(0, limit)
      : await withTracks(kind, rows.slice(0, limit), selected.layers);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => project(toInfo(kind, row), fields)),
    next: rows.length > limit && last ? encode(orders, last.place) : null,
    ...(count ? { total: await countOf(kind, selected) } : {}),
  };
});

type Placed = AnyRow & { place: (string | null)[] };

async function page(
  kind: Kind,
  selected: Selected,
  orders: Order[],
  cursor: string | undefined,
  limit: number,
): Promise<Placed[]> {
  const beyond = after(orders, cursor);
  const order = orderBy(orders);
  const rows = selected.few
    ? fromFew(kind, selected, selected.few, beyond, order, limit, orders)
    : from(kind, selected.layers, sql`${selected.condition} and ${beyond}`, order, limit, orders);
  const found = await query((db) =>
    sql<Placed>`
      select l.*, ${placeOf(orders)} as place from (${rows}) l order by ${order} limit ${limit}`.execute(db),
  );
  return found.rows;
}

/** By a number of a project the page is among those in front, unless what else is asked leaves too few of them. */
async function pageInFront(
  kind: Kind,
  selected: Selected,
  orders: Order[],
  cursor: string | undefined,
  limit: number,
): Promise<Placed[] | undefined> {
  const [first] = orders;
  const [place] = cursor === undefined ? [] : decode(cursor, orders);
  if (!first || first.key.attribute === undefined || place === null) return undefined;
  const { layers } = selected;
  const asked = { kind, layers, limit, name: first.key.attribute, descending: first.descending };
  const front = await frontOf({ ...asked, ...(place === undefined ? {} : { after: Number(place) }) });
  if (!front) return undefined;
  // What the index has may be of before a change.
  const { from, to } = front.span;
  const within = sql<boolean>`${selected.condition} and ${first.key.by}::double precision between ${from} and ${to}`;
  const rows = await page(kind, { ...selected, condition: within, few: front.ids }, orders, cursor, limit);
  return rows.length < limit ? undefined : rows;
}

/** By id they are looked up in order, until the page is full. */
function fromFew(
  kind: Kind,
  selected: Selected,
  few: RawBuilder<unknown>,
  beyond: RawBuilder<boolean>,
  order: RawBuilder<unknown>,
  limit: number,
  orders: readonly Order[],
): RawBuilder<unknown> {
  if (orders.length > 1)
    return sql`select l.* from ${rowsOf(kind, selected)} where ${beyond} order by ${order} limit ${limit}`;
  const direction = sql.raw(orders[0]?.descending ? "desc" : "asc");
  const among = sql`select l.id from (${few}) l where ${beyond} order by l.id ${direction}`;
  return sql`select l.* from ${rowsOf(kind, selected, among)} order by n.id ${direction} limit ${limit}`;
}

/** By id each layer is walked along its index, and so little of each is read that the first page costs the same of any number of rows. */
function from(
  kind: Kind,
  layers: readonly string[],
  where: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
  limit: number,
  orders: readonly Order[],
): RawBuilder<unknown> {
  const table = tableOf(kind);
  if (orders.length > 1)
    return sql`select l.* from ${table} l where l.layer_id = any (${[...layers]}::text[]) and ${where} order by ${order} limit ${limit}`;
  return sql`select l.* from unnest(${[...layers]}::text[]) y(id) cross join lateral (
    select l.* from ${table} l where l.layer_id = y.id and ${where} order by ${order} limit ${limit}) l`;
}

/** How many there are, all of them: a bulk change is guarded by it. */
export async function countOf(kind: Kind, selected: Selected): Promise<number> {
  const found = await query((db) =>
    sql<{ n: number }>`select count(*) as n from ${rowsOf(kind, selected)}`.execute(db),
  );
  return found.rows[0]?.n ?? 0;
}

export const count = fn(
  Selection,
  async (selection): Promise<number> => countOf(selection.kind, await select(selection)),
);

export const TypeCount = z.object({ typeId: z.string(), count: z.number().int() });

/** How many there are of each type, the most first. */
export const countByType = fn(Selection, async (selection): Promise<z.infer<typeof TypeCount>[]> => {
  const { layers, condition } = await select(selection);
  const found = await query((db) =>
    sql<z.infer<typeof TypeCount>>`
      select l.type_id as "typeId", count(*) as count from ${tableOf(selection.kind)} l
      where l.layer_id = any (${layers}::text[]) and ${condition} group by 1 order by 2 desc, 1`.execute(db),
  );
  return found.rows;
});

const column = (name: string, type: Key["type"], nullable = false): Key => ({
  by: sql.ref(`l.${name}`),
  type,
  nullable,
});

const COMMON: Record<string, Key> = {
  type: column("type_id", "text"),
  layer: column("layer_id", "text"),
  mark: column("mark", "bigint"),
  elementalId: { by: sql`l.elemental_id::text`, type: "text", nullable: false },
  createdBy: column("created_by", "text"),
  createdAt: column("created_at", "timestamptz"),
  modifiedBy: column("modified_by", "text"),
  modifiedAt: column("modified_at", "timestamptz"),
};

const COLUMNS: Record<Kind, Record<string, Key>> = {
  localization: {
    ...COMMON,
    media: column("media_id", "text"),
    frame: column("frame", "bigint"),
    x: column("x", "double precision", true),
    y: column("y", "double precision", true),
    width: column("width", "double precision", true),
    height: column("height", "double precision", true),
    u: column("u", "double precision", true),
    v: column("v", "double precision", true),
  },
  state: {
    ...COMMON,
    frame: column("frame", "bigint", true),
    endFrame: column("end_frame", "bigint", true),
    color: column("color", "text", true),
  },
};

function keyOf(name: string, kind: Kind, known: Known): Key | undefined {
  const attribute = attributeOf(name);
  if (attribute === undefined) return Object.hasOwn(COLUMNS[kind], name) ? COLUMNS[kind][name] : undefined;
  const classes = known[kind].get(attribute);
  return classes && ofAttribute(attribute, classes);
}

function ofAttribute(name: string, classes: Set<Class>): Key {
  const value = sql`l.attributes -> ${name}`;
  // Numbers are sorted as such where all that are called so are numbers.
  return classes.size === 1 && classes.has("number")
    ? {
        by: sql`(case when jsonb_typeof(${value}) = 'number' then (${value})::numeric end)`,
        type: "numeric",
        nullable: true,
        attribute: name,
      }
    : { by: sql`(l.attributes ->> ${name})`, type: "text", nullable: true };
}
