import { ApiKey } from "@atrium/core/api-key";
import { transaction } from "@atrium/core/database";
import { createID } from "@atrium/core/id";
import { hashPassword, verifyPassword } from "better-auth/crypto";
import { sql } from "kysely";

export type NewAdministrator = { email: string; password: string; name: string; apiKeyName: string };

/**
 * The first account, which no sign-up page can make. Repeating it with the same password makes its API key anew, so that whoever
 * starts a deployment can go on after a crash; with another password it changes nothing.
 */
export async function ensureAdministrator(input: NewAdministrator): Promise<{ created: boolean; apiKey?: string }> {
  const email = input.email.toLowerCase();
  const hash = await hashPassword(input.password);
  return transaction(async (tx) => {
    await sql`select pg_advisory_xact_lock(72617)`.execute(tx);
    const user = await tx.selectFrom("user").select(["id", "admin"]).where("email", "=", email).executeTakeFirst();
    if (!user) {
      const id = createID("user");
      const rights = { admin: true, may_execute: true, email_verified: true, image: null, deactivated_at: null };
      await tx
        .insertInto("user")
        .values({ id, email, name: input.name, ...rights })
        .execute();
      await sql`insert into account (id, user_id, account_id, provider_id, password)
        values (${createID("account")}, ${id}, ${id}, 'credential', ${hash})`.execute(tx);
      return { created: true, apiKey: await newKey(id, input.apiKeyName) };
    }
    const { rows } = await sql<{ password: string }>`
      select password from account where user_id = ${user.id} and provider_id = 'credential'`.execute(tx);
    const known = rows[0]?.password;
    if (!user.admin || !known || !(await verifyPassword({ hash: known, password: input.password })))
      return { created: false };
    await tx.deleteFrom("api_key").where("user_id", "=", user.id).where("name", "=", input.apiKeyName).execute();
    return { created: false, apiKey: await newKey(user.id, input.apiKeyName) };
  });
}

async function newKey(userID: string, name: string): Promise<string> {
  const { key } = await ApiKey.insert({ userID, name, scopes: ["read", "write", "execute", "admin"], expires: null });
  return key;
}
