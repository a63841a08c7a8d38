import { timingSafeEqual } from "node:crypto";
import { sql } from "kysely";
import type * as Actor from "../actor/index.ts";
import { query } from "../database/index.ts";
import { digest, PREFIX_LENGTH } from "./row.ts";

/** `atr_` and 256 random bits; the first characters are kept in clear to tell keys apart and find the row. */
const PATTERN = /^atr_[A-Za-z0-9_-]{43}$/;

/** Who a key speaks for, or undefined: unknown, expired and its owner deactivated look the same. */
export async function authenticate(key: string): Promise<Extract<Actor.Actor, { type: "user" }> | undefined> {
  if (!PATTERN.test(key)) return undefined;
  const hash = digest(key);
  const rows = await query((db) =>
    db
      .selectFrom("api_key as k")
      .innerJoin("user as u", "u.id", "k.user_id")
      .select([
        "k.id",
        "k.hash",
        "k.scopes",
        "k.project_id",
        "k.user_id",
        "u.admin",
        "u.may_execute",
        sql<boolean>`k.last_used_at > now() - interval '1 minute'`.as("fresh"),
      ])
      .where("k.prefix", "=", key.slice(0, PREFIX_LENGTH))
      .where("u.deactivated_at", "is", null)
      .where((where) => where.or([where("k.expires_at", "is", null), where("k.expires_at", ">", sql<Date>`now()`)]))
      .execute(),
  );
  const row = rows.find((candidate) => timingSafeEqual(candidate.hash, hash));
  if (!row) return undefined;
  // Once a minute is exact enough for people, and a busy key does not become a write per request.
  if (!row.fresh)
    await query((db) =>
      db.updateTable("api_key").set({ last_used_at: sql<Date>`now()` }).where("id", "=", row.id).execute(),
    );
  const limited = row.project_id === null ? {} : { projectID: row.project_id };
  return {
    type: "user",
    userID: row.user_id,
    admin: row.admin && row.scopes.includes("admin"),
    mayExecute: row.may_execute,
    key: { id: row.id, scopes: row.scopes, ...limited },
  };
}
