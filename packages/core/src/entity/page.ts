import { type RawBuilder, sql } from "kysely";
import { Access } from "../access/index.ts";
import { query } from "../database/index.ts";
import * as Paging from "../paging/index.ts";
import { details, type Item, type ItemRow, toItem } from "./item.ts";
import { sortKeys } from "./sorting.ts";

/** Rows `e` under a condition, in an order, up to a limit. `key` is what they are put in order by, before their id. */
export type Source = (
  condition: RawBuilder<boolean>,
  order: RawBuilder<unknown>,
  limit: number,
  key: RawBuilder<unknown>,
) => RawBuilder<unknown>;

type Asked = { sort: string; limit: number; cursor?: string | undefined; count: boolean };

/** All that a list shows of entities `e`. */
const described = (trash: boolean): RawBuilder<unknown> => sql`
  join "user" u on u.id = e.created_by
  cross join ${Access.privilegesOfEntity({ trash })}
  left join file f on f.id = e.id
  left join table_ t on t.id = e.id
  left join table_version v on v.table_id = t.id and v.version = t.current_version
  left join run r on r.id = t.run_id`;

/** A page of what a source gives in its order. */
export async function walk(
  asked: Asked,
  source: Source,
  trash = false,
  keys: Record<string, Paging.SortKey> = sortKeys,
): Promise<Paging.Page<Item>> {
  const sort = Paging.parseSort(keys, asked.sort);
  const id = sql`e.id`;
  const order = Paging.orderBy(sort, id);
  const found = await query((db) =>
    sql<ItemRow & { cursor_value: string }>`
      with page as (${source(Paging.after(sort, id, asked.cursor), order, asked.limit + 1, sort.key.by)})
      select ${details()}, ${Paging.cursorValue(sort)} as cursor_value from page e ${described(trash)}
      order by ${order}`.execute(db),
  );
  const { rows, next } = Paging.cut(found.rows, asked.limit, sort);
  const items = rows.map(toItem);
  if (!asked.count) return { items, next };
  return { items, next, total: await count(source(sql<boolean>`true`, order, Paging.countLimit, sort.key.by)) };
}

/** Entities that were found, in the order of their ids. */
export async function itemsOf(ids: string[], trash: boolean): Promise<Item[]> {
  if (ids.length === 0) return [];
  const found = await query((db) =>
    sql<ItemRow>`
      select ${details()} from unnest(${ids}::text[]) with ordinality w (id, at) join entity e on e.id = w.id ${described(trash)}
      order by w.at`.execute(db),
  );
  return found.rows.map(toItem);
}

async function count(rows: RawBuilder<unknown>): Promise<Paging.Total> {
  const counted = await query((db) => sql<{ n: number }>`select count(*) as n from (${rows}) e`.execute(db));
  return Paging.total(counted.rows[0]?.n ?? 0);
}
