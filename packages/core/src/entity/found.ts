import { type RawBuilder, sql } from "kysely";
import { query } from "../database/index.ts";
import * as Paging from "../paging/index.ts";
import { type Candidates, columns } from "./candidates.ts";
import { type Facets, facetColumns, toFacets } from "./facets.ts";
import { relevance, sortKeys } from "./sorting.ts";
import type { Universe } from "./universe.ts";
import { hasWords, likePrefix } from "./words.ts";

/** So many of those whose name begins as asked are ranked as well, however many there are; of so many that are looked at. */
const NAMED = 200;
const NAMED_OF = 500;
/** Up to so many are ranked by how much their names are alike, which takes longer than finding them. */
const COMPARED = 1_000;
/** Facets of a part are approximate however large the part is, so they are of so many at most. */
const SAMPLE = 2_000;

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
 * One page of what a search finds in a place, with how many there are. `text` is what names are compared with; `all` says what is
 * found, one by one. Candidates are found first and put in order then: a plan that walks an order until enough matches came by
 * would read everything for a word that nothing has.
 */
export async function find(
  text: string,
  asked: Asked,
  place: RawBuilder<boolean>,
  all: Universe,
  candidates: Candidates,
): Promise<Found & { isMistaken: boolean }> {
  const sort = Paging.parseSort(text ? { ...sortKeys, ...relevance } : sortKeys, asked.sort);
  const ranked = sort.name === "relevance";
  const fits = ranked ? rank(text) : sql`0`;
  const named = sql`union all (
    select ${columns(fits)} from (
      select * from entity e where (select more from extent) and e.name_key >= lower(${text}) and e.deleted_at is null
      order by e.name_key, e.id limit ${NAMED_OF}) e
    where e.name_key like lower(${likePrefix(text)}) and ${place} and ${all.reach} and ${all.tested} and (e.id in (select f.id from found f where f.rank >= ${BEGINS})) is not true
    limit ${NAMED})`;
  const answer = await query((db) =>
    sql<{ found: number; more: boolean; page: { id: string; cursor_value: string }[]; facets: unknown }>`
      with ${candidates.tables(fits)},
      extent as materialized (select (select count(*) from found) as found, ${candidates.more} as more),
      sample as not materialized (select * from found limit (select case when more then ${SAMPLE}::bigint end from extent)),
      page as (
        select e.id, ${Paging.cursorValue(sort)} as cursor_value
        from (select f.*, ${ranked ? score(text) : sql`0`} as score from (select * from found ${ranked ? named : sql``}) f) e where ${Paging.after(sort, sql`e.id`, asked.cursor)}
        order by ${Paging.orderBy(sort, sql`e.id`)} limit ${asked.limit + 1})
      select found, more, (select coalesce(json_agg(page), '[]') from page) as page,
        ${asked.facets ? facetColumns(all.visible) : sql`null`} as facets
      from extent`.execute(db),
  );
  const { found, more, page, facets } = answer.rows[0] ?? { found: 0, more: false, page: [], facets: null };
  const { rows, next } = Paging.cut(page, asked.limit, sort);
  return {
    ids: rows.map((row) => row.id),
    next,
    total: Paging.total(found, more),
    ...(asked.facets ? { facets: toFacets(facets, more) } : {}),
    incomplete: more && !ranked,
    isMistaken: candidates.isMistaken({ found, more }),
  };
}

/** What the rank of a name that begins as asked is at least. */
const BEGINS = 2_000;

/** Called exactly so, then beginning so, then with all words in the name, then anywhere. */
const rank = (text: string): RawBuilder<number> => sql<number>`case
  when e.name_key = lower(${text}) then 3000 when e.name_key like lower(${likePrefix(text)}) then ${BEGINS}::int
  when ${hasWords(text, "A") ?? sql`false`} then 1000 else 0 end`;

/** Within a rank by likeness of the name; not where there is more than was looked at, of which the likest may be elsewhere. */
const score = (text: string): RawBuilder<number> => sql<number>`(f.rank + case
  when (select found <= ${COMPARED} and not more from extent) then round(similarity(f.name, ${text}) * 1000) else 0 end)::bigint`;
