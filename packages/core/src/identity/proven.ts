import { sql } from "kysely";
import * as Actor from "../actor/index.ts";
import { record } from "../audit/record.ts";
import { query, transaction } from "../database/index.ts";

/** Notes what somebody did who has no session yet. No policy: the sign-in library has seen their proof. */
export const noted = (userID: string, type: string, parameters: Record<string, unknown> = {}): Promise<void> =>
  Actor.as({ type: "user", userID, admin: false, mayExecute: false }, () => record({ type, parameters }));

/** Whoever followed a link of a letter has proven that the address is theirs. */
export const passwordReset = (userID: string): Promise<void> =>
  transaction(async (tx) => {
    await tx
      .updateTable("user")
      .set({ email_verified: true, updated_at: sql`now()` })
      .where("id", "=", userID)
      .execute();
    await noted(userID, "account.password_reset");
  });

/** Only people have passwords, and only while they may come in. */
export async function mayHavePassword(userID: string): Promise<boolean> {
  const row = await query((db) =>
    db
      .selectFrom("user")
      .select("id")
      .where("id", "=", userID)
      .where("kind", "=", "person")
      .where("deactivated_at", "is", null)
      .executeTakeFirst(),
  );
  return row !== undefined;
}

/** Notes that an account takes no more passwords for a while, if there is one with this address. */
export async function noteLocked(email: string): Promise<void> {
  const user = await query((db) => db.selectFrom("user").select("id").where("email", "=", email).executeTakeFirst());
  if (user) await record({ type: "account.locked", parameters: { userId: user.id } });
}
