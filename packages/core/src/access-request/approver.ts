import { type RawBuilder, sql } from "kysely";
import { Access, Team } from "../access/index.ts";
import { query } from "../database/index.ts";

/** As many as hear of one request; more would not make it decided sooner. */
const MOST_TOLD = 50;

/**
 * Whether the actor decides on requests for entity `e`: named as approver, or where nobody is, with the right to share. The
 * privileges are those of table `p`.
 */
export const decides = (): RawBuilder<boolean> => sql<boolean>`case
  when exists (select from access_approver a where a.entity_id = e.id)
  then exists (select from access_approver a where a.entity_id = e.id and a.group_id = any (${Team.mine()}))
  else p.privileges & 64 <> 0 end`;

export async function mayDecide(entityID: string): Promise<boolean> {
  Access.mayDo("share");
  const found = await query((db) =>
    sql`select from entity e cross join ${Access.privilegesOfEntity()}
      where e.id = ${entityID} and e.deleted_at is null and p.privileges & 1 <> 0 and ${decides()}`.execute(db),
  );
  return found.rows.length > 0;
}

/** The people who decide: the approvers, or who may share by grants to persons and teams, with everybody in those. */
export async function approversOf(entityID: string): Promise<string[]> {
  const found = await query((db) =>
    sql<{ user_id: string }>`
      with named as (select a.group_id from access_approver a where a.entity_id = ${entityID}),
      deciding as (
        select group_id from named
        union
        select r.group_id from entity e join scope s on s.id = e.scope_id join "grant" r on r.scope_id = any (s.ancestors)
        where e.id = ${entityID} and r.privileges & 64 <> 0 and (r.expires_at is null or r.expires_at > now())
          and not exists (select from named)
      )
      select distinct m.user_id from deciding d
      join "group" g on g.id = d.group_id and g.kind in ('personal', 'team') and g.deleted_at is null
      join group_closure c on c.ancestor_id = d.group_id
      join group_member m on m.group_id = c.descendant_id
      join "user" u on u.id = m.user_id and u.deactivated_at is null
      limit ${MOST_TOLD}`.execute(db),
  );
  return found.rows.map(({ user_id }) => user_id);
}
