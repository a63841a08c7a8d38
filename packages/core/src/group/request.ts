import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { Access } from "../access/index.ts";
import * as Team from "../access/team.ts";
import * as Actor from "../actor/index.ts";
import { record } from "../audit/record.ts";
import { query, transaction } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import { createID } from "../id/index.ts";
import { Notification } from "../notification/index.ts";
import { fn } from "../util/index.ts";
import { enrol } from "./member.ts";
import { Ask, type Request, RequestState } from "./schema.ts";

const SHOWN = 200;

/** Asks to be let into a team. */
export const ask = fn(Ask.extend({ groupID: z.string() }), ({ groupID, message }) =>
  transaction(async (tx): Promise<string> => {
    Access.mayDo("create");
    if (await Team.roleIn(groupID))
      throw new AppError("conflict", "group.already_member", "You are in this group already.");
    const made = await tx
      .insertInto("group_request")
      .values({
        id: createID("groupRequest"),
        group_id: groupID,
        user_id: Actor.user().userID,
        message,
        decided_by: null,
        decided_at: null,
      })
      .onConflict((conflict) => conflict.columns(["group_id", "user_id"]).where("state", "=", "pending").doNothing())
      .returning("id")
      .executeTakeFirst();
    if (!made) throw new AppError("conflict", "group.already_asked", "You have asked already. An admin will decide.");
    await record({ type: "group.join_requested", entityID: groupID, parameters: { requestId: made.id } });
    await tell(await adminsOf(groupID), "group.join_requested", { groupID });
    return made.id;
  }),
);

/** The newest requests: all of them for the team's admins, their own for anybody else. */
export const listRequests = fn(
  z.object({ groupID: z.string(), state: RequestState.optional() }),
  async ({ groupID, state }): Promise<Request[]> => {
    const all = (await Team.roleIn(groupID)) === "admin";
    const own = sql<boolean>`${all} or r.user_id = ${Actor.user().userID}`;
    return read(
      sql`r.group_id = ${groupID} and (${own}) and (${state ?? null}::text is null or r.state = ${state ?? null})`,
    );
  },
);

export async function findRequest(groupID: string, requestID: string): Promise<Request> {
  const [request] = await read(sql`r.id = ${requestID} and r.group_id = ${groupID}`);
  if (!request) throw noSuchRequest();
  return request;
}

/** One decision a request. Who is let in becomes a member. */
export const decide = fn(
  z.object({ groupID: z.string(), requestID: z.string(), approve: z.boolean() }),
  ({ groupID, requestID, approve }) =>
    transaction(async (tx): Promise<void> => {
      await Team.lead(groupID);
      const userID = await end({ groupID, requestID, state: approve ? "approved" : "rejected" });
      if (approve) await enrol(tx, { groupID, userID, role: "member" });
    }),
);

export const withdraw = fn(z.object({ groupID: z.string(), requestID: z.string() }), ({ groupID, requestID }) =>
  transaction(async (): Promise<void> => {
    const { user } = await findRequest(groupID, requestID);
    if (user.id !== Actor.user().userID) throw noSuchRequest();
    await end({ groupID, requestID, state: "withdrawn" });
  }),
);

async function end({ groupID, requestID, state }: { groupID: string; requestID: string; state: Request["state"] }) {
  const ended = await query((db) =>
    db
      .updateTable("group_request")
      .set({ state, decided_by: Actor.user().userID, decided_at: sql<Date>`now()` })
      .where("id", "=", requestID)
      .where("group_id", "=", groupID)
      .where("state", "=", "pending")
      .returning("user_id")
      .executeTakeFirst(),
  );
  if (ended) {
    const parameters = { requestId: requestID, userId: ended.user_id };
    await record({ type: `group.request_${state}`, entityID: groupID, parameters });
    if (state !== "withdrawn") await tell([ended.user_id], "group.request_decided", { groupID, state });
    return ended.user_id;
  }
  const found = await findRequest(groupID, requestID);
  throw new AppError("conflict", "group.request_decided", `This request was ${found.state} before.`);
}

/** A group is no entity, so its name goes along. */
async function tell(recipients: string[], type: string, { groupID, state }: { groupID: string; state?: string }) {
  const group = await query((db) =>
    db.selectFrom("group").select("name").where("id", "=", groupID).executeTakeFirstOrThrow(),
  );
  const parameters = { groupId: groupID, group: group.name, ...(state === undefined ? {} : { state }) };
  await Notification.notify({ recipients, type, entityID: null, parameters });
}

/** People who lead the team themselves; groups among its admins are asked by them. */
const adminsOf = async (groupID: string): Promise<string[]> =>
  (
    await query((db) =>
      db
        .selectFrom("group_member")
        .select("user_id")
        .where("group_id", "=", groupID)
        .where("role", "=", "admin")
        .execute(),
    )
  ).map((row) => row.user_id);

async function read(condition: RawBuilder<unknown>): Promise<Request[]> {
  const found = await query((db) =>
    sql<{
      id: string;
      group_id: string;
      group_name: string;
      user_id: string;
      user_name: string;
      message: string;
      state: Request["state"];
      created_at: Date;
      decided_at: Date | null;
    }>`
      select r.*, g.name as group_name, u.name as user_name from group_request r
      join "group" g on g.id = r.group_id join "user" u on u.id = r.user_id
      where ${condition} order by r.id desc limit ${SHOWN}`.execute(db),
  );
  return found.rows.map((row) => ({
    id: row.id,
    group: { id: row.group_id, name: row.group_name },
    user: { id: row.user_id, name: row.user_name },
    message: row.message,
    state: row.state,
    createdAt: row.created_at.toISOString(),
    decidedAt: row.decided_at?.toISOString() ?? null,
  }));
}

const noSuchRequest = () => new AppError("not_found", "group.no_such_request", "There is no such request.");
