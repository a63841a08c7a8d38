import { createHmac, timingSafeEqual } from "node:crypto";
import { sql } from "kysely";
import type { Actor, Awaiting } from "../actor/index.ts";
import { query } from "../database/index.ts";

/** The name better-auth gives the cookie under our settings; `__Host-` binds it to one origin, which needs TLS. */
export const cookieName = (secure: boolean): string => `${secure ? "__Host-" : ""}atrium.session_token`;

/**
 * Who a session cookie speaks for, or undefined. Reads what better-auth writes, `<token>.<HMAC-SHA256 of it>`, without the
 * library: it would be most of the API's start-up. A test signs in by the library and reads here.
 */
export async function readSession(
  cookie: string,
  secret: string,
): Promise<Extract<Actor, { type: "user" }> | undefined> {
  const token = verified(cookie, secret);
  if (token === undefined) return undefined;
  const row = await query((db) =>
    db
      .selectFrom("session as s")
      .innerJoin("user as u", "u.id", "s.user_id")
      .select(["s.id", "s.user_id", "u.admin", "u.may_execute"])
      .where("s.token", "=", token)
      .where("s.expires_at", ">", sql<Date>`now()`)
      .where("s.awaits", "is", null)
      .where("u.deactivated_at", "is", null)
      .executeTakeFirst(),
  );
  if (!row) return undefined;
  return { type: "user", userID: row.user_id, admin: row.admin, mayExecute: row.may_execute, sessionID: row.id };
}

/** So long a sign-in waits for its second proof. */
const WAITING = "15 minutes";

/** Whose sign-in waits for a second proof in this browser: they are nobody yet. */
export async function readAwaiting(cookie: string, secret: string): Promise<Awaiting | undefined> {
  const token = verified(cookie, secret);
  if (token === undefined) return undefined;
  const row = await query((db) =>
    db
      .selectFrom("session as s")
      .innerJoin("user as u", "u.id", "s.user_id")
      .select(["s.id", "s.user_id", "s.awaits"])
      .where("s.token", "=", token)
      .where("s.awaits", "is not", null)
      .where("s.created_at", ">", sql<Date>`now() - ${WAITING}::interval`)
      .where("u.deactivated_at", "is", null)
      .executeTakeFirst(),
  );
  return row?.awaits ? { userID: row.user_id, sessionID: row.id, what: row.awaits } : undefined;
}

function verified(cookie: string, secret: string): string | undefined {
  const dot = cookie.lastIndexOf(".");
  if (dot < 1) return undefined;
  const token = cookie.slice(0, dot);
  const signature = Buffer.from(cookie.slice(dot + 1), "base64");
  const expected = createHmac("sha256", secret).update(token).digest();
  return signature.length === expected.length && timingSafeEqual(signature, expected) ? token : undefined;
}
