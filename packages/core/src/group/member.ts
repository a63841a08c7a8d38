import { sql, type Transaction } from "kysely";
import { z } from "zod";
import * as Team from "../access/team.ts";
import * as Actor from "../actor/index.ts";
import { record } from "../audit/record.ts";
import { query, type Schema, transaction } from "../database/index.ts";
import { ListQuery } from "../entity/list.ts";
import { likePattern } from "../entity/match.ts";
import { AppError } from "../error/index.ts";
import { kindOf } from "../id/index.ts";
import * as Paging from "../paging/index.ts";
import { fn } from "../util/index.ts";
import { lockNesting, rebuildClosure, refuseCycle } from "./closure.ts";
import { Add, type Member, type Role } from "./schema.ts";

type MemberRow = { id: string; kind: Member["kind"]; name: string; email: string | null; role: Role; since: Date };

/** People and groups that lie in the team directly, as rows `m`. */
const directMembers = (groupID: string) => sql`(
  select u.id, 'user' as kind, u.name, u.email, gm.role, gm.created_at as since
  from group_member gm join "user" u on u.id = gm.user_id where gm.group_id = ${groupID}
  union all
  select k.id, 'group', k.name, null, c.role, c.created_at
  from group_child c join "group" k on k.id = c.child_id and k.deleted_at is null where c.parent_id = ${groupID}) m`;

const sortKeys = { name: { by: sql`lower(m.name) collate "C"`, type: "text" } } as const;

/** Who lies in the team directly. For those who are in it themselves. */
export const listMembers = fn(
  ListQuery.extend({ groupID: z.string(), sort: z.string().default("name") }),
  async ({ groupID, q, sort: order, limit, cursor }): Promise<Paging.Page<Member>> => {
    const role = await Team.roleIn(groupID);
    if (!role)
      throw new AppError("forbidden", "group.members_only", "Only members see who else is in it. Ask to join.");
    const sort = Paging.parseSort(sortKeys, order);
    const id = sql`m.id`;
    const wanted = q?.trim();
    const matching = wanted ? sql<boolean>`m.name ilike ${likePattern(wanted)}` : sql<boolean>`true`;
    const found = await query((db) =>
      sql<MemberRow & { cursor_value: string }>`
        select m.*, ${Paging.cursorValue(sort)} as cursor_value from ${directMembers(groupID)}
        where ${matching} and ${Paging.after(sort, id, cursor)}
        order by ${Paging.orderBy(sort, id)} limit ${limit + 1}`.execute(db),
    );
    const { rows, next } = Paging.cut(found.rows, limit, sort);
    return { items: rows.map((row) => toMember(row, role)), next };
  },
);

/** One direct member, for whoever just changed them. */
export async function findMember(groupID: string, memberID: string): Promise<Member> {
  const role = await Team.roleIn(groupID);
  const found = await query((db) =>
    sql<MemberRow>`select m.* from ${directMembers(groupID)} where m.id = ${memberID}`.execute(db),
  );
  const row = found.rows[0];
  if (!row) throw noSuchMember();
  return toMember(row, role);
}

/** Lets somebody in, or a whole group; for one who is in already it sets the role. Answers the member's id. */
export const addMember = fn(Add.and(z.object({ groupID: z.string() })), ({ groupID, role, ...who }) =>
  transaction(async (tx): Promise<string> => {
    await Team.lead(groupID);
    const memberID = await findCandidate(tx, who);
    if (kindOf(memberID) === "group") await nest(tx, { parentID: groupID, childID: memberID, role });
    else await enrol(tx, { groupID, userID: memberID, role });
    await keepAnAdmin(tx, groupID);
    await record({ type: "group.member_added", entityID: groupID, parameters: { memberId: memberID, role } });
    return memberID;
  }),
);

/** Takes somebody out, or leaves. */
export const removeMember = fn(z.object({ groupID: z.string(), memberID: z.string() }), ({ groupID, memberID }) =>
  transaction(async (tx): Promise<void> => {
    if (memberID === Actor.user().userID) await Team.roleIn(groupID);
    else await Team.lead(groupID);
    if (kindOf(memberID) === "group") await unnest(tx, { parentID: groupID, childID: memberID });
    else await dismiss(tx, groupID, memberID);
    await keepAnAdmin(tx, groupID);
    await record({ type: "group.member_removed", entityID: groupID, parameters: { memberId: memberID } });
  }),
);

export async function enrol(
  tx: Transaction<Schema>,
  { groupID, userID, role }: { groupID: string; userID: string; role: Role },
): Promise<void> {
  await tx
    .insertInto("group_member")
    .values({ group_id: groupID, user_id: userID, role })
    .onConflict((conflict) => conflict.columns(["user_id", "group_id"]).doUpdateSet({ role }))
    .execute();
}

async function dismiss(tx: Transaction<Schema>, groupID: string, userID: string): Promise<void> {
  const gone = await tx
    .deleteFrom("group_member")
    .where("group_id", "=", groupID)
    .where("user_id", "=", userID)
    .executeTakeFirst();
  if (gone.numDeletedRows === 0n) throw noSuchMember();
}

type Edge = { parentID: string; childID: string };

async function nest(tx: Transaction<Schema>, { parentID, childID, role }: Edge & { role: Role }): Promise<void> {
  await lockNesting(tx);
  await refuseCycle(tx, parentID, childID);
  await tx
    .insertInto("group_child")
    .values({ parent_id: parentID, child_id: childID, role })
    .onConflict((conflict) => conflict.columns(["parent_id", "child_id"]).doUpdateSet({ role }))
    .execute();
  await rebuildClosure(tx, childID);
}

async function unnest(tx: Transaction<Schema>, { parentID, childID }: Edge): Promise<void> {
  await lockNesting(tx);
  const gone = await tx
    .deleteFrom("group_child")
    .where("parent_id", "=", parentID)
    .where("child_id", "=", childID)
    .executeTakeFirst();
  if (gone.numDeletedRows === 0n) throw noSuchMember();
  await rebuildClosure(tx, childID);
}

async function findCandidate(tx: Transaction<Schema>, { email, memberId = "" }: Omit<z.output<typeof Add>, "role">) {
  if (email === undefined && kindOf(memberId) === "group") {
    await Team.roleIn(memberId);
    return memberId;
  }
  const user = await tx
    .selectFrom("user")
    .select("id")
    .where(email === undefined ? "id" : "email", "=", email?.toLowerCase() ?? memberId)
    .where("deactivated_at", "is", null)
    .executeTakeFirst();
  if (user) return user.id;
  throw new AppError(
    "unprocessable",
    "group.no_such_person",
    email === undefined ? "There is nobody with this id." : "Nobody here has this address. Invite them first.",
    { fields: [{ path: email === undefined ? "/memberId" : "/email", message: "No such person" }] },
  );
}

/** A team nobody leads could let nobody in or out any more. A row lock, so that two admins do not leave at once. */
async function keepAnAdmin(tx: Transaction<Schema>, groupID: string): Promise<void> {
  await tx.selectFrom("group").select("id").where("id", "=", groupID).forUpdate().execute();
  const admin = await tx
    .selectFrom("group_member as m")
    .innerJoin("user as u", "u.id", "m.user_id")
    .select("u.id")
    .where("m.group_id", "=", groupID)
    .where("m.role", "=", "admin")
    .where("u.deactivated_at", "is", null)
    .executeTakeFirst();
  if (admin) return;
  throw new AppError(
    "conflict",
    "group.last_admin",
    "This would leave the group without an admin. Make another person an admin first.",
  );
}

const noSuchMember = () =>
  new AppError("not_found", "group.no_such_member", "They are no direct member of this group.");

const toMember = ({ id, kind, name, email, role, since }: MemberRow, seenBy: Role | null): Member => ({
  id,
  kind,
  name,
  ...(email !== null && seenBy === "admin" ? { email } : {}),
  role,
  since: since.toISOString(),
});
