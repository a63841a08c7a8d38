import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { Access } from "../access/index.ts";
import { query } from "../database/index.ts";
import * as Paging from "../paging/index.ts";
import { fn } from "../util/index.ts";
import { details, type ItemRow, toItem } from "./item.ts";
import { matches } from "./match.ts";
import { Kind, Text } from "./schema.ts";

const sortKeys = {
  name: { by: sql`e.name_key`, type: "text" },
  createdAt: { by: sql`e.created_at`, type: "timestamptz" },
  updatedAt: { by: sql`e.updated_at`, type: "timestamptz" },
} as const;

export const ListQuery = z.object({
  q: Text(1_000).optional(),
  sort: z.string().default("-updatedAt"),
  limit: Paging.Limit,
  cursor: z.string().optional(),
  count: z.boolean().default(false),
});
type ListQuery = z.output<typeof ListQuery>;

/** What lies in a project. */
export const list = fn(
  ListQuery.extend({ projectID: z.string(), kinds: z.array(Kind).min(1) }),
  async ({ projectID, kinds, ...asked }) => {
    await Access.require(projectID, "see");
    const from = sql`entity e where e.parent_id = ${projectID} and e.deleted_at is null and e.kind = any (${kinds})`;
    return page(
      asked,
      (condition, order, limit) => sql`select e.* from ${from} and ${condition} order by ${order} limit ${limit}`,
    );
  },
);

/** Everything of some kinds that the actor sees, wherever it lies. */
export const search = fn(ListQuery.extend({ kinds: z.array(Kind).min(1) }), async ({ kinds, ...asked }) => {
  const { scopes, condition: visible } = await Access.visibleEntities();
  // A search text has its own index, which a read per scope or kind would use again and again.
  if (asked.q)
    return page(
      asked,
      (condition, order, limit) => sql`
        select e.* from entity e where e.deleted_at is null and e.kind = any (${kinds}) and ${visible} and ${condition}
        order by ${order} limit ${limit}`,
    );
  // Few scopes: each one's index is read in order and merged. Many: each kind's order is walked and the scope tested.
  const from = scopes
    ? sql`unnest(${scopes}::text[]) s (id) cross join unnest(${kinds}::text[]) k (kind)`
    : sql`unnest(${kinds}::text[]) k (kind)`;
  const within = scopes ? sql`e.scope_id = s.id` : visible;
  return page(
    asked,
    (condition, order, limit) => sql`
      select e.* from ${from} cross join lateral (
        select * from entity e where ${within} and e.kind = k.kind and e.deleted_at is null and ${condition}
        order by ${order} limit ${limit}
      ) e order by ${order} limit ${limit}`,
  );
});

/** Rows `e` under a condition, in an order, up to a limit. */
type Source = (condition: RawBuilder<boolean>, order: RawBuilder<unknown>, limit: number) => RawBuilder<unknown>;

async function page(asked: ListQuery, source: Source): Promise<Paging.Page<ReturnType<typeof toItem>>> {
  const sort = Paging.parseSort(sortKeys, asked.sort);
  const id = sql`e.id`;
  const matching = matches(asked.q);
  const condition = sql<boolean>`${matching} and ${Paging.after(sort, id, asked.cursor)}`;
  const order = Paging.orderBy(sort, id);
  const found = await query((db) =>
    sql<ItemRow & { cursor_value: string }>`
      with page as (${source(condition, order, asked.limit + 1)})
      select ${details}, ${Paging.cursorValue(sort)} as cursor_value
      from page e
      join "user" u on u.id = e.created_by
      cross join ${Access.privilegesOfEntity()}
      left join file f on f.id = e.id
      left join table_ t on t.id = e.id
      left join table_version v on v.table_id = t.id and v.version = t.current_version
      left join run r on r.id = t.run_id
      order by ${order}`.execute(db),
  );
  const { rows, next } = Paging.cut(found.rows, asked.limit, sort);
  const items = rows.map(toItem);
  if (!asked.count) return { items, next };
  return { items, next, total: await count(source(matching, order, Paging.countLimit)) };
}

async function count(rows: RawBuilder<unknown>): Promise<Paging.Total> {
  const counted = await query((db) => sql<{ n: number }>`select count(*) as n from (${rows}) e`.execute(db));
  return Paging.total(counted.rows[0]?.n ?? 0);
}
