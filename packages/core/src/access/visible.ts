import { type RawBuilder, sql } from "kysely";
import { expectedRows } from "../database/expected.ts";
import { query } from "../database/index.ts";
import { reach } from "./policy.ts";

/** So few scopes are named in a query, where they are a list of indexes to merge. */
const FEW = 200;
/** With so few grants a walk tests its rows against the set of all scopes; making that costs more with more. */
const SOME = 1_000;
/** And a search its candidates, which are more than the rows of a walk. */
const MANY = 5_000;
/** Scopes that are looked into first, those of projects: they hold much, and the others are not even read where it is enough. */
const FIRST = 2_000;
/** Of more scopes, as far as PostgreSQL can tell, it would make no set in memory, but read them all for every candidate. */
const HELD = 300_000;

type Condition = RawBuilder<boolean>;

export type Visible = {
  /** Named where they are few. */
  scopes?: string[];
  /** Of an entity `e` that is one of some in an order, until a page is full. */
  condition: Condition;
  /** Of an entity `e` that is one of thousands, in any order. */
  set: Condition;
  /** Up to `limit` of what they see: `columns` of entities `e`, scope by scope, in no order. */
  rows: (columns: RawBuilder<unknown>, limit: number) => RawBuilder<unknown>;
};

type Reached = { groups: string[]; grants: number; onProjects: number; scopes: string[] | null };

/** In the scope of a project lie other things and scopes, in any other only the thing it is of: the database insists on it. */
const isProject = sql<boolean>`g.scope_id >= 'prj_' and g.scope_id < 'prj\`'`;

/**
 * What the actor sees, as conditions and as rows. The same rule as `effective_privileges`, cut down to seeing what is not in the
 * trash, which needs no sum over all grants.
 */
export async function visibleEntities(): Promise<Visible> {
  const { userID, mask, within, links } = reach();
  const inside =
    within === undefined
      ? sql``
      : sql`and a.scope_id in (select i.scope_id from scope_above i where i.ancestor_id = ${within})`;
  /** Of a grant `g`: that it lets somebody see, today. */
  const shows = sql`g.privileges & ${mask} & 1 <> 0 and (g.expires_at is null or g.expires_at > now())`;
  const found = await query((db) =>
    sql<Reached>`
      with mine as materialized (select holders_of(${userID}::text, ${links}::text[]) as ids),
      given as materialized (
        select g.scope_id from "grant" g
        where g.group_id = any ((select ids from mine)::text[]) and ${shows}
        limit ${MANY + 1}),
      counted as materialized (select count(*) as grants, case when count(*) <= ${SOME} then (select count(distinct scope_id) from given) end as scopes from given),
      below as materialized (
        select distinct a.scope_id from (select distinct scope_id from given) g
          join scope_above a on a.ancestor_id = g.scope_id ${inside}
        where (select coalesce(scopes <= ${FEW}, false) from counted) limit ${FEW + 1}),
      on_projects as materialized (
        select from "grant" g where (select grants > ${MANY} from counted)
          and g.group_id = any ((select ids from mine)::text[]) and ${shows} and ${isProject}
        limit ${MANY + 1})
      select (select ids from mine) as groups, (select grants from counted) as grants, (select count(*) from on_projects) as "onProjects",
        case when (select coalesce(scopes <= ${FEW}, false) from counted) and (select count(*) from below) <= ${FEW}
          then array(select scope_id from below) end as scopes`.execute(db),
  );
  const { groups, grants, onProjects, scopes } = found.rows[0] ?? { groups: [], grants: 0, onProjects: 0, scopes: [] };
  const theirs = sql<boolean>`g.group_id = any (${groups}::text[]) and ${shows}`;
  // Each step asked row by row, so that it ends with the limit and never begins by reading a whole table.
  const scopesOf = (which: RawBuilder<boolean>, limit: number) => sql`
    select distinct s.scope_id from (
      select a.scope_id from (select distinct scope_id from (select g.scope_id from "grant" g where ${theirs} and ${which} limit ${limit}) g) g
      cross join lateral (select a.scope_id from scope_above a where a.ancestor_id = g.scope_id ${inside} offset 0) a
      limit ${limit}) s`;
  const rows: Visible["rows"] = (columns, limit) => {
    const inScope = sql`(select ${columns} from entity e where e.scope_id = s.scope_id and e.deleted_at is null offset 0) e`;
    return sql`
      with first as materialized (${scopesOf(isProject, FIRST)})
      select e.* from (
        select e.* from first s cross join lateral ${inScope}
        union all
        select e.* from (${scopesOf(sql<boolean>`true`, limit)}) s cross join lateral ${inScope}
        where (s.scope_id in (select f.scope_id from first f)) is not true) e
      limit ${limit}`;
  };
  if (scopes) {
    const named = sql<boolean>`e.scope_id = any (${scopes}::text[])`;
    return { scopes, condition: named, set: named, rows };
  }
  const each = sql<boolean>`exists (
    select from scope_above a join "grant" g on g.scope_id = a.ancestor_id
    where a.scope_id = e.scope_id and (g.group_id = any (${groups}::text[])) is true and ${shows} ${inside} offset 0)`;
  // `is true` keeps a set from becoming a join, which could be turned around and read all that is seen for the first page of it.
  const among = async (set: RawBuilder<unknown>, condition: (isAmong: Condition) => Condition): Promise<Condition> =>
    (await expectedRows(set)) <= HELD ? condition(sql<boolean>`(e.scope_id in (${set})) is true`) : each;
  if (grants <= MANY) {
    const all = sql`select a.scope_id from visible_scopes(${groups}::text[], ${mask}) a where true ${inside}`;
    const set = await among(all, (isAmong) => isAmong);
    return { condition: grants <= SOME ? set : each, set, rows };
  }
  if (within !== undefined) return { condition: each, set: each, rows };
  // Of very many grants most are on single things, or on projects. Of not too many projects a set is made with all scopes below them,
  // and only what has a scope of its own is asked for its own grants; of too many the projects alone are the set.
  const inTrash = sql<boolean>`(e.scope_id in (select s.id from scope s where s.deleted_at is not null)) is true`;
  const onProject = sql`select g.scope_id from "grant" g where ${theirs} and ${isProject}`;
  const belowProjects = sql`
    select a.scope_id from (${onProject}) g
    cross join lateral (select a.scope_id from scope_above a where a.ancestor_id = g.scope_id offset 0) a`;
  const set =
    onProjects > MANY
      ? await among(onProject, (isAmong) => sql<boolean>`case when ${isAmong} then not ${inTrash} else ${each} end`)
      : await among(
          belowProjects,
          (isAmong) => sql<boolean>`(${isAmong} or (e.scope_id = e.id and not ${inTrash} and exists (
            select from "grant" g where g.scope_id = e.id and (g.group_id = any (${groups}::text[])) is true and ${shows} offset 0)))`,
        );
  return { condition: each, set, rows };
}
