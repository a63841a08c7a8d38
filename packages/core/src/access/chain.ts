import { sql } from "kysely";
import { query } from "../database/index.ts";
import { isVisible } from "./team.ts";

export type Group = {
  id: string;
  name: string;
  kind: "personal" | "team" | "builtin" | "domain";
  user_id: string | null;
};
type Known = { id: string; name: string; shown: boolean; inner: string[] };
/** Every group that somebody is in, by id, each with those inside it that lead back to them. */
export type Groups = Map<string, Known>;

/** All groups that a principal is in, itself among them. */
export async function groupsOf(principal: Group): Promise<Groups> {
  const { id, user_id } = principal;
  const found = await query((db) =>
    sql<Known>`
      with mine (id) as (
        select unnest(case when ${user_id}::text is not null then groups_of(${user_id}) else array[${id}]::text[] || array(
          select c.ancestor_id from group_closure c where c.descendant_id = ${id}) end)
      )
      select g.id, g.name, g.kind <> 'team' or ${isVisible()} as shown,
        array(select c.child_id from group_child c where c.parent_id = g.id and c.child_id in (select id from mine))
          || array(select ${id} from group_member m where m.group_id = g.id and m.user_id = ${user_id}) as inner
      from "group" g where g.id in (select id from mine)`.execute(db),
  );
  const groups = new Map(found.rows.map((row) => [row.id, row]));
  groups.set(id, { id, name: principal.name, shown: true, inner: [] });
  return groups;
}

/** The shortest way from the principal outwards to a group; groups the one who asks may not know of are null. */
export function chainTo(groupID: string, principalID: string, groups: Groups): ({ id: string; name: string } | null)[] {
  const next = new Map<string, string | undefined>([[groupID, undefined]]);
  // What nobody lies in by name, as everyone signed in, is one step from anybody.
  for (const id of next.keys()) {
    if (id === principalID) break;
    const inner = groups.get(id)?.inner ?? [];
    for (const one of inner.length > 0 ? inner : [principalID]) if (!next.has(one)) next.set(one, id);
  }
  const chain: ({ id: string; name: string } | null)[] = [];
  for (let at: string | undefined = principalID; at !== undefined; at = next.get(at)) {
    const group = groups.get(at);
    chain.push(group?.shown ? { id: group.id, name: group.name } : null);
  }
  return chain;
}
