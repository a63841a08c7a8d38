import { type RawBuilder, sql } from "kysely";
import { query } from "../database/index.ts";
import * as Paging from "../paging/index.ts";
import { type Facets, facetColumns, toFacets } from "./facets.ts";
import { relevance, sortKeys } from "./sorting.ts";
import type { Universe } from "./universe.ts";
import { hasWords, likePrefix } from "./words.ts";

/** Of more than this nobody reads to the end, so no more are looked at: totals, facets and ranks are of these. */
const CANDIDATES = Paging.countLimit;
/** So many of those whose name begins as asked are ranked as well, however many there are. */
const NAMED = 200;

export type Asked = { sort: string; limit: number; cursor?: string; facets?: boolean };
export type Found = {
  ids: string[];
  next: string | null;
  total: Paging.Total;
  facets?: Facets;
  /** There is more than was looked at, and an order that is not by rank has to be read from its index. */
  incomplete: boolean;
};

/**
 * One page of what a search finds in a place, with how many there are. `text` is what names are compared with; `whole` says what is
 * found where all of it is looked for at once, `all` the same for a walk. All that matches is found by its words first and put in
 * order then: a plan that walks an order until enough matches came by would read everything for a word that nothing has.
 */
export async function find(
  text: string,
  asked: Asked,
  place: RawBuilder<boolean>,
  all: Universe,
  whole: Universe,
): Promise<Found> {
  const sort = Paging.parseSort(text ? { ...sortKeys, ...relevance } : sortKeys, asked.sort);
  const within = sql<boolean>`${place} and ${whole.reach} and ${whole.asked}`;
  const ranked = sort.name === "relevance";
  const columns = sql`e.id, e.name, e.name_key, e.kind, e.parent_id, e.created_by, e.tags, e.created_at, e.updated_at, ${ranked ? rank(text) : sql`0`} as rank`;
  const named = sql`union all (
    select ${columns} from entity e
    where (select count(*) from found) = ${CANDIDATES} and e.name_key like lower(${likePrefix(text)})
      and ${place} and ${all.reach} and (${all.asked}) is true
      and (e.id in (select f.id from found f)) is not true
    order by e.name_key, e.id limit ${NAMED})`;
  const answer = await query((db) =>
    sql<{ found: number; page: { id: string; cursor_value: string }[]; facets: unknown }>`
      with found as materialized (select ${columns} from entity e where ${within} limit ${CANDIDATES}),
      page as (
        select e.id, ${Paging.cursorValue(sort)} as cursor_value
        from (select f.*, ${ranked ? score(text) : sql`0`} as score from (select * from found ${ranked ? named : sql``}) f) e where ${Paging.after(sort, sql`e.id`, asked.cursor)}
        order by ${Paging.orderBy(sort, sql`e.id`)} limit ${asked.limit + 1})
      select (select count(*) from found) as found, (select coalesce(json_agg(page), '[]') from page) as page,
        ${asked.facets ? facetColumns(all.visible) : sql`null`} as facets`.execute(db),
  );
  const { found, page, facets } = answer.rows[0] ?? { found: 0, page: [], facets: null };
  const { rows, next } = Paging.cut(page, asked.limit, sort);
  const full = found >= CANDIDATES;
  return {
    ids: rows.map((row) => row.id),
    next,
    total: Paging.total(found),
    ...(asked.facets ? { facets: toFacets(facets, full) } : {}),
    incomplete: full && !ranked,
  };
}

/** Called exactly so, then beginning so, then with all words in the name, then anywhere. */
const rank = (text: string): RawBuilder<number> => sql<number>`case
  when e.name_key = lower(${text}) then 3000 when e.name_key like lower(${likePrefix(text)}) then 2000
  when ${hasWords(text, "A") ?? sql`false`} then 1000 else 0 end`;

/** Within a rank by likeness of the name; not where there is more than was looked at, of which the likest may be elsewhere. */
const score = (text: string): RawBuilder<number> => sql<number>`(f.rank + case
  when (select count(*) from found) < ${CANDIDATES} then round(similarity(f.name, ${text}) * 1000) else 0 end)::bigint`;
