import { sql } from "kysely";
import { query } from "../database/index.ts";

const DAY_MS = 24 * 60 * 60 * 1_000;

/** Drops sessions and sign-in tokens whose time has passed, sign-ins that nobody finished, and counters of sign-in attempts nobody needs any more. */
export async function sweep(): Promise<number> {
  const gone = await query(async (db) => [
    await sql`delete from session where expires_at < now()`.execute(db),
    await sql`delete from session where awaits is not null and created_at < now() - interval '1 hour'`.execute(db),
    await sql`delete from verification where expires_at < now()`.execute(db),
    await sql`delete from attempt where since < now() - interval '1 day'`.execute(db),
    await sql`delete from rate_limit where last_request < ${Date.now() - DAY_MS}`.execute(db),
  ]);
  return gone.reduce((sum, { numAffectedRows }) => sum + Number(numAffectedRows ?? 0), 0);
}
