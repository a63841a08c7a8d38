import { type RawBuilder, sql } from "kysely";
import * as Actor from "../actor/index.ts";
import { query } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import type { Role } from "../group/schema.ts";
import { mayDo, missing } from "./policy.ts";

/**
 * The actor's role in team `g`, null for none: given to them, or to a group they are in. An administrator of the
 * deployment is an admin of every team.
 */
export function roleColumn(): RawBuilder<Role | null> {
  const { userID, admin } = Actor.user();
  if (admin) return sql<Role>`'admin'::text`;
  return sql<Role | null>`case
    when exists (select from group_member m where m.group_id = g.id and m.user_id = ${userID} and m.role = 'admin')
      or exists (select from group_child c where c.parent_id = g.id and c.role = 'admin' and c.child_id = any (${mine()}))
      then 'admin'
    when g.id = any (${mine()}) then 'member' end`;
}

/** Computed once a statement, not once a row. */
export const mine = (): RawBuilder<string[]> => sql<string[]>`(select groups_of(${Actor.user().userID}))::text[]`;

/** Whether the actor may know of team `g`. */
export const isVisible = (): RawBuilder<boolean> => sql<boolean>`(g.listed or ${roleColumn()} is not null)`;

/** The actor's role in a team they may know of. Without the trash, what lies there is not there. */
export async function roleIn(groupID: string, { trash = false } = {}): Promise<Role | null> {
  const found = await query((db) =>
    sql<{ role: Role | null; visible: boolean }>`
      select ${roleColumn()} as role, ${isVisible()} as visible from "group" g
      where g.id = ${groupID} and g.kind = 'team' and (${trash} or g.deleted_at is null)`.execute(db),
  );
  const row = found.rows[0];
  if (!row?.visible) throw missing(groupID);
  return row.role;
}

/** Throws unless the actor leads the team, and their key may share: to let somebody in is to share all that the team has. */
export async function lead(groupID: string, options?: { trash?: boolean }): Promise<void> {
  const role = await roleIn(groupID, options);
  if (role !== "admin" && options?.trash) throw missing(groupID);
  if (role !== "admin")
    throw new AppError("forbidden", "group.admins_only", "Only an admin of the group may do this. Ask one of them.");
  mayDo("share");
}
