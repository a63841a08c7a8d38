import * as Actor from "../actor/index.ts";
import { query } from "../database/index.ts";
import { AppError } from "../error/index.ts";

export { Attempts } from "./attempt.ts";
export * as Identity from "./index.ts";
export { Invitation } from "./invitation.ts";
export { OwnSessions } from "./own-sessions.ts";
export { People } from "./people.ts";
export { mayHavePassword, noted, noteLocked, passwordReset } from "./proven.ts";
export { Provider } from "./provider.ts";
export { Service } from "./service.ts";
export { cookieName, readAwaiting, readSession } from "./session.ts";
export { SignIns } from "./sign-ins.ts";
export { sweep } from "./sweep.ts";

export type User = { id: string; name: string; email: string; admin: boolean; mayExecute: boolean };

/** The person who acts. */
export async function me(): Promise<User> {
  const { userID } = Actor.user();
  const row = await query((db) =>
    db
      .selectFrom("user")
      .select(["id", "name", "email", "admin", "may_execute"])
      .where("id", "=", userID)
      .executeTakeFirst(),
  );
  if (!row) throw new AppError("auth", "auth.required", "Sign in or send an API key.");
  return { id: row.id, name: row.name, email: row.email, admin: row.admin, mayExecute: row.may_execute };
}

/** Whether anybody has an account: a deployment without one greets its first person differently. */
export async function hasAccounts(): Promise<boolean> {
  const row = await query((db) => db.selectFrom("user").select("id").limit(1).executeTakeFirst());
  return row !== undefined;
}

/** Of somebody who has no session yet. No policy: the sign-in library asks before it lets them in. */
export async function isAdministrator(userID: string): Promise<boolean> {
  const row = await query((db) =>
    db
      .selectFrom("user")
      .select("admin")
      .where("id", "=", userID)
      .where("deactivated_at", "is", null)
      .executeTakeFirst(),
  );
  return row?.admin ?? false;
}
