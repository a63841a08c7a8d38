import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { Access } from "../access/index.ts";
import * as Paging from "../paging/index.ts";
import { Query } from "../search/schema.ts";
import { type Node, parse, wordsSought } from "../search-language/index.ts";
import { fn } from "../util/index.ts";
import { type Candidates, candidates, fromMatching } from "./candidates.ts";
import { everywhere } from "./everywhere.ts";
import type { Facets } from "./facets.ts";
import { find } from "./found.ts";
import type { Item } from "./item.ts";
import { itemsOf, type Source, walk } from "./page.ts";
import { isListed, Kind, Text } from "./schema.ts";
import { frugalUniverse, type Universe, universe } from "./universe.ts";

export const ListQuery = z.object({
  q: Text(1_000).optional(),
  sort: z.string().default("-updatedAt"),
  limit: Paging.Limit,
  cursor: z.string().optional(),
  count: z.boolean().default(false),
});

/** Without a sort the best match comes first, or the latest where no words are sought. */
export const SearchQuery = ListQuery.extend({
  q: Query.optional(),
  sort: z.string().optional(),
  facets: z.boolean().default(false),
});
type Asked = Omit<z.output<typeof SearchQuery>, "q">;

export type Results = Paging.Page<Item> & { facets?: Facets };

/** What lies in a project. */
export const list = fn(
  ListQuery.extend({ projectID: z.string(), kinds: z.array(Kind).min(1) }),
  async ({ projectID, kinds, q, ...asked }): Promise<Results> => {
    await Access.require(projectID, "see");
    const node = parse(q ?? "");
    const { condition } = await Access.visibleEntities();
    const place = sql<boolean>`e.parent_id = ${projectID} and e.kind = any (${kinds})`;
    // Who sees the project sees what lies in it.
    const all = universe(node, condition, sql<boolean>`true`);
    return results(
      node,
      { ...asked, facets: false },
      place,
      all,
      fromMatching(place, all),
      (after, order, limit) => sql`
      select e.* from entity e where ${place} and ${all.reach} and ${after} order by ${order} limit ${limit}`,
    );
  },
);

/** Everything of some kinds that the actor sees, wherever it lies. */
export const search = fn(
  SearchQuery.extend({ kinds: z.array(Kind).min(1) }),
  async ({ kinds, q, ...asked }): Promise<Results> => {
    const node = typeof q === "object" ? q : parse(q ?? "");
    const seen = await Access.visibleEntities();
    const all = universe(node, seen.condition);
    const whole = await frugalUniverse(node, seen.condition, seen.set);
    const source = everywhere(seen, kinds, all.trash ? all.reach : undefined);
    const place = ofKinds(kinds);
    return results(node, asked, place, all, fromMatching(place, whole), source, () =>
      candidates(seen, place, all, whole),
    );
  },
);

/** Projects are few and have their index; of other kinds there is so much that reading theirs costs more than testing each. */
export const ofKinds = (kinds: Kind[]): RawBuilder<boolean> =>
  isListed(kinds)
    ? sql<boolean>`e.kind <> 'layer'`
    : kinds.includes("project") && kinds.length === 1
      ? sql<boolean>`e.kind = 'project'`
      : sql<boolean>`(e.kind = any (${kinds})) is true`;

/** What is asked for is found by its index and then put in order; where nothing is asked, or too much found, an order is walked. */
export async function results(
  node: Node | undefined,
  asked: Asked,
  place: RawBuilder<boolean>,
  all: Universe,
  /** All of it at once. */
  whole: Candidates,
  source: Source,
  /** Where there may be too much of it: what is looked at first. */
  first: () => Promise<Candidates> = async () => whole,
): Promise<Results> {
  const text = node ? wordsSought(node).join(" ") : "";
  const byRank = text !== "" && (asked.sort === undefined || asked.sort === "-relevance");
  const sort = byRank ? "-relevance" : asked.sort === "-relevance" ? "-updatedAt" : (asked.sort ?? "-updatedAt");
  if (!node && !asked.facets) return walk({ ...asked, sort }, source);
  const look = (from: Candidates) => find(text, { ...asked, sort }, place, all, from);
  const looked = await look(await first());
  const { ids, next, total, facets, incomplete } = looked.isMistaken ? await look(whole) : looked;
  const rest = { ...(asked.count || asked.facets ? { total } : {}), ...(facets ? { facets } : {}) };
  if (!incomplete) return { items: await itemsOf(ids, all.trash), next, ...rest };
  const matching: Source = (after, ...more) => source(sql<boolean>`${all.tested} and ${after}`, ...more);
  return { ...(await walk({ ...asked, sort, count: false }, matching, all.trash)), ...rest };
}
