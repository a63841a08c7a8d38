import { type RawBuilder, sql } from "kysely";
import { personalGroup } from "../access/scope.ts";
import type { AccessWay } from "../search-language/index.ts";

type Condition = RawBuilder<boolean>;

/**
 * Whether this is a way by which somebody gets at entity `e`, true or false of each. Written as sets of what was given, so that
 * a search for nothing else begins at the grants and not at all there is.
 */
export function matchesAccess(way: AccessWay | undefined, userID: string | null): Condition {
  if (way === undefined) return sql<boolean>`false`;
  if (way === "mine") return madeBy(userID);
  if (way === "group") return below(given(sql`${teams(userID)}`));
  if (way === "public") return below(given(sql`${builtins(userID)}`));
  const personal = given(sql`array[${userID === null ? null : personalGroup(userID)}]::text[]`);
  const others = sql<boolean>`not ${madeBy(userID)}`;
  if (way === "direct") return sql<boolean>`(${others} and e.id in (${personal}))`;
  // What has a scope of its own is reached by a project where something around it was given, and not only itself.
  return sql<boolean>`(${others} and ${below(personal)} and (e.scope_id <> e.id or e.scope_id in (
    select a.scope_id from scope_above a where a.ancestor_id in (${personal}) and a.ancestor_id <> a.scope_id)))`;
}

const madeBy = (userID: string | null): Condition => sql<boolean>`(e.created_by = ${userID}) is true`;

const below = (scopes: RawBuilder<unknown>): Condition =>
  sql<boolean>`e.scope_id in (select a.scope_id from scope_above a where a.ancestor_id in (${scopes}))`;

/** Of some groups, today. */
const given = (groups: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  select g.scope_id from "grant" g
  where g.group_id = any (${groups}) and g.privileges & 1 <> 0 and (g.expires_at is null or g.expires_at > now())`;

const holders = (userID: string | null, which: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`array(select h from unnest(groups_of(${userID}::text)) h where ${which})`;

const teams = (userID: string | null) =>
  holders(userID, sql`h like 'grp\\_%' and (h <> ${userID === null ? null : personalGroup(userID)}) is not false`);

const builtins = (userID: string | null) => holders(userID, sql`h not like 'grp\\_%'`);
