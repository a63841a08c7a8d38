import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { query } from "../database/index.ts";
import type { Page } from "../paging/index.ts";
import * as Paging from "../paging/index.ts";
import { fn } from "../util/index.ts";
import type { Class } from "./filter/cells.ts";
import { attributeOf, type Known } from "./filter/fields.ts";
import { after, encode, type Key, type Order, orderBy, parseSort, placeOf } from "./keyset.ts";
import { project, readFields } from "./project.ts";
import { type AnyRow, tableOf, toInfo, withTracks } from "./rows.ts";
import type { Kind, Localization, State } from "./schema.ts";
import { type Selected, Selection, select } from "./select.ts";

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
  const rows = await page(kind, selected, orders, cursor, limit + 1);
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
  { layers, condition }: Selected,
  orders: Order[],
  cursor: string | undefined,
  limit: number,
): Promise<Placed[]> {
  const where = sql`${condition} and ${after(orders, cursor)}`;
  const order = orderBy(orders);
  const found = await query((db) =>
    sql<Placed>`
      select l.*, ${placeOf(orders)} as place
      from (${from(kind, layers, where, order, limit, orders)}) l order by ${order} limit ${limit}`.execute(db),
  );
  return found.rows;
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
export async function countOf(kind: Kind, { layers, condition }: Selected): Promise<number> {
  const found = await query((db) =>
    sql<{ n: number }>`
      select count(*) as n from ${tableOf(kind)} l where l.layer_id = any (${layers}::text[]) and ${condition}`.execute(
      db,
    ),
  );
  return found.rows[0]?.n ?? 0;
}

export const count = fn(
  Selection,
  async (selection): Promise<number> => countOf(selection.kind, await select(selection)),
);

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
      }
    : { by: sql`(l.attributes ->> ${name})`, type: "text", nullable: true };
}
