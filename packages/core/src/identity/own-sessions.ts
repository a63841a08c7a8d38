import { sql } from "kysely";
import { z } from "zod";
import { record } from "../audit/record.ts";
import { query, transaction } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import { fn } from "../util/index.ts";
import { ownAccount } from "./own-account.ts";

export * as OwnSessions from "./own-sessions.ts";

/** A browser somebody is signed in with. The token is never told: `id` names it. */
export const Info = z.object({
  id: z.string(),
  current: z.boolean(),
  userAgent: z.string().nullable(),
  ipAddress: z.string().nullable(),
  createdAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
});
export type Info = z.infer<typeof Info>;

export async function list(): Promise<Info[]> {
  const { userID, sessionID } = ownAccount();
  const rows = await query((db) =>
    db
      .selectFrom("session")
      .select(["id", "user_agent", "ip_address", "created_at", "updated_at", "expires_at"])
      .where("user_id", "=", userID)
      .where("awaits", "is", null)
      .where("expires_at", ">", sql<Date>`now()`)
      .orderBy("updated_at", "desc")
      .orderBy("id", "desc")
      .execute(),
  );
  return rows.map((row) => ({
    id: row.id,
    current: row.id === sessionID,
    userAgent: row.user_agent,
    ipAddress: row.ip_address,
    createdAt: row.created_at.toISOString(),
    lastSeenAt: row.updated_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
  }));
}

/** Signs one browser out, at once. */
export const end = fn(z.string(), (id) =>
  transaction(async (tx): Promise<void> => {
    const { userID } = ownAccount();
    const gone = await tx.deleteFrom("session").where("id", "=", id).where("user_id", "=", userID).executeTakeFirst();
    if (gone.numDeletedRows === 0n) throw new AppError("not_found", "session.not_found", "You have no such session.");
    await record({ type: "session.ended", parameters: { sessionId: id } });
  }),
);

/** Signs every browser out but the one that asks. */
export const endOthers = (): Promise<void> =>
  transaction(async (tx) => {
    const { userID, sessionID } = ownAccount();
    await tx
      .deleteFrom("session")
      .where("user_id", "=", userID)
      .where("id", "<>", sessionID ?? "")
      .execute();
    await record({ type: "session.others_ended" });
  });
