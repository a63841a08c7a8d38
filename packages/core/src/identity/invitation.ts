import { createHash, randomBytes } from "node:crypto";
import { sql } from "kysely";
import { z } from "zod";
import * as Actor from "../actor/index.ts";
import { record } from "../audit/record.ts";
import { query, type Row, transaction } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import { createID } from "../id/index.ts";
import { fn } from "../util/index.ts";

export * as Invitation from "./invitation.ts";

const VALID_DAYS = 7;

export const Info = z.object({
  id: z.string(),
  email: z.string(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
});
export type Info = z.infer<typeof Info>;

export const Create = z.strictObject({
  email: z
    .email()
    .max(254)
    .transform((email) => email.toLowerCase()),
});

/** Invites an address; an earlier invitation of it no longer counts. The token is in the answer and nowhere else. */
export const create = fn(Create, ({ email }) =>
  transaction(async (tx): Promise<Info & { token: string }> => {
    const { userID } = Actor.administrator();
    const known = await tx.selectFrom("user").select("id").where("email", "=", email).executeTakeFirst();
    if (known) throw new AppError("conflict", "user.email_taken", "Somebody already has an account with this address.");
    await tx.deleteFrom("invitation").where("email", "=", email).where("accepted_at", "is", null).execute();
    const token = randomBytes(32).toString("base64url");
    const row = await tx
      .insertInto("invitation")
      .values({
        id: createID("invitation"),
        email,
        token_hash: digest(token),
        invited_by: userID,
        expires_at: sql<Date>`now() + make_interval(days => ${VALID_DAYS})`,
        accepted_at: null,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    await record({ type: "invitation.created", parameters: { invitationId: row.id } });
    return { ...toInfo(row), token };
  }),
);

/** The invitations nobody has taken up. */
export async function list(): Promise<Info[]> {
  Actor.administrator();
  const rows = await query((db) =>
    db
      .selectFrom("invitation")
      .selectAll()
      .where("accepted_at", "is", null)
      .orderBy("id", "desc")
      .limit(1_000)
      .execute(),
  );
  return rows.map(toInfo);
}

export const remove = fn(z.string(), (id) =>
  transaction(async (tx): Promise<void> => {
    Actor.administrator();
    const gone = await tx
      .deleteFrom("invitation")
      .where("id", "=", id)
      .where("accepted_at", "is", null)
      .executeTakeFirst();
    if (gone.numDeletedRows === 0n)
      throw new AppError("not_found", "invitation.not_found", "There is no such open invitation.");
    await record({ type: "invitation.withdrawn", parameters: { invitationId: id } });
  }),
);

/** Whether the token lets this address in. No policy: who signs up is nobody yet. */
export async function isValid(token: string, email: string): Promise<boolean> {
  const row = await query((db) =>
    db
      .selectFrom("invitation")
      .select("id")
      .where("token_hash", "=", digest(token))
      .where("email", "=", email.toLowerCase())
      .where("accepted_at", "is", null)
      .where("expires_at", ">", sql<Date>`now()`)
      .executeTakeFirst(),
  );
  return row !== undefined;
}

/** Whether the address is invited at all; for whoever has proven it in another way than by the link. */
export async function isOpen(email: string): Promise<boolean> {
  const row = await query((db) =>
    db
      .selectFrom("invitation")
      .select("id")
      .where("email", "=", email.toLowerCase())
      .where("accepted_at", "is", null)
      .where("expires_at", ">", sql<Date>`now()`)
      .executeTakeFirst(),
  );
  return row !== undefined;
}

/** Takes up whatever invitation a proven address has. */
export async function acceptFor(email: string): Promise<void> {
  await query((db) =>
    db
      .updateTable("invitation")
      .set({ accepted_at: sql<Date>`now()` })
      .where("email", "=", email.toLowerCase())
      .where("accepted_at", "is", null)
      .execute(),
  );
}

/** Takes the invitation up. An address can have one account, so nobody can take it up twice. */
export async function accept(token: string, email: string): Promise<void> {
  await query((db) =>
    db
      .updateTable("invitation")
      .set({ accepted_at: sql<Date>`now()` })
      .where("token_hash", "=", digest(token))
      .where("email", "=", email.toLowerCase())
      .where("accepted_at", "is", null)
      .execute(),
  );
}

const digest = (token: string): Buffer => createHash("sha256").update(token).digest();

const toInfo = (row: Row<"invitation">): Info => ({
  id: row.id,
  email: row.email,
  createdAt: row.created_at.toISOString(),
  expiresAt: row.expires_at.toISOString(),
});
