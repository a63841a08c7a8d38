import { sql } from "kysely";
import { z } from "zod";
import { Access } from "../access/index.ts";
import * as Actor from "../actor/index.ts";
import { query } from "../database/index.ts";
import { Query } from "../search/schema.ts";
import { type AccessWay, accessWays, parse } from "../search-language/index.ts";
import { fn } from "../util/index.ts";
import { type Candidates, candidates } from "./candidates.ts";
import { ofKinds } from "./list.ts";
import { matchesAccess } from "./match-access.ts";
import { Kind } from "./schema.ts";
import { frugalUniverse, universe } from "./universe.ts";

/** What reaches each thing is a question to the grants: counted only when somebody looks, of so many at most. */
const SAMPLE = 2_000;

export const AccessFacet = z.object({
  approximate: z.boolean(),
  items: z.array(z.object({ value: z.enum(accessWays), count: z.number().int() })),
});
export type AccessFacet = z.infer<typeof AccessFacet>;

/** How what a search finds is spread by the ways the actor gets at it. Most things are reached by more than one. */
export const countAccess = fn(
  z.object({ q: Query.optional(), kinds: z.array(Kind).min(1) }),
  async ({ q, kinds }): Promise<AccessFacet> => {
    const node = typeof q === "object" ? q : parse(q ?? "");
    const seen = await Access.visibleEntities();
    const all = universe(node, seen.condition);
    const whole = await frugalUniverse(node, seen.condition, seen.set);
    return count(await candidates(seen, ofKinds(kinds), all, whole));
  },
);

async function count({ tables, more }: Candidates): Promise<AccessFacet> {
  const userID = Actor.userIDOrNone();
  const counts = accessWays.map(
    (way) => sql`count(*) filter (where ${matchesAccess(way, userID)})::int as ${sql.id(way)}`,
  );
  const counted = await query((db) =>
    sql<Record<AccessWay, number> & { approximate: boolean }>`
      with ${tables(sql`0`)}, sample as (select id from found limit ${SAMPLE})
      select ${sql.join(counts)}, (${more} or (select count(*) > ${SAMPLE} from found)) as approximate
      from sample s join entity e on e.id = s.id`.execute(db),
  );
  const [row] = counted.rows;
  return {
    approximate: row?.approximate ?? false,
    items: accessWays.map((value) => ({ value, count: row?.[value] ?? 0 })),
  };
}
