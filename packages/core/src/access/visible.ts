import { type RawBuilder, sql } from "kysely";
import { query } from "../database/index.ts";
import { reach } from "./policy.ts";

const FEW = 200;
/** So many grants are looked at to know whether they open few scopes: the same scope may be given many times. */
const GRANTS = 1_000;

export type Visible = {
  /** Named where they are few. */
  scopes?: string[];
  /** Asked row by row: for a list that is walked in its order until a page is full, and for a few rows. */
  condition: RawBuilder<boolean>;
  /** A set, which PostgreSQL makes once where it pays: for all that matches a search. */
  set: RawBuilder<boolean>;
};

/**
 * Whether the actor sees entity `e`, as a condition: one of their scopes where those are few. The same rule as
 * `effective_privileges`, cut down to seeing what is not in the trash, which needs no sum over all grants.
 */
export async function visibleEntities(): Promise<Visible> {
  const { userID, mask, within, links } = reach();
  const inside =
    within === undefined
      ? sql``
      : sql`and a.scope_id in (select i.scope_id from scope_above i where i.ancestor_id = ${within})`;
  const found = await query((db) =>
    sql<{ groups: string[]; many: boolean; scopes: string[] }>`
      with mine as materialized (select holders_of(${userID}::text, ${links}::text[]) as ids),
      given as materialized (
        select g.scope_id from "grant" g
        where g.group_id = any ((select ids from mine)::text[]) and g.privileges & ${mask} & 1 <> 0
          and (g.expires_at is null or g.expires_at > now())
        limit ${GRANTS + 1}),
      counted as materialized (select count(*) > ${GRANTS} or count(distinct scope_id) > ${FEW} as many from given)
      select (select ids from mine) as groups, (select many from counted) as many,
        array(select distinct a.scope_id from (select distinct scope_id from given) g
          join scope_above a on a.ancestor_id = g.scope_id ${inside}
          where not (select many from counted) limit ${FEW + 1}) as scopes`.execute(db),
  );
  const { groups, many, scopes } = found.rows[0] ?? { groups: [], many: false, scopes: [] };
  if (!many && scopes.length <= FEW) {
    const condition = sql<boolean>`e.scope_id = any (${scopes}::text[])`;
    return { scopes, condition, set: condition };
  }
  return {
    // `offset 0` keeps PostgreSQL from turning the walk around, which would read all that is seen to find the first page of it, and
    // `is true` from going through all grants of the groups for every row instead of those of its scope.
    condition: sql<boolean>`exists (
      select from scope_above a join "grant" g on g.scope_id = a.ancestor_id
      where a.scope_id = e.scope_id and (g.group_id = any (${groups}::text[])) is true and g.privileges & ${mask} & 1 <> 0
        and (g.expires_at is null or g.expires_at > now()) ${inside} offset 0)`,
    // `|| ''` keeps it from reading each scope's entities, which are more than those that match; rows are looked up or hashed.
    set: sql<boolean>`(e.scope_id || '') in (select a.scope_id from visible_scopes(${groups}::text[], ${mask}) a where true ${inside})`,
  };
}
