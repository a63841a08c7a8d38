import { sql } from "kysely";
import * as Actor from "../actor/index.ts";
import { query } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import type { KeyLimits } from "./schedule.table.ts";

/** What starts something by itself, and with whose rights: no more than the key had that it was made with. */
export type Unattended = { id: string; run_as: string; key: KeyLimits | null; may_execute: boolean };

/** Starts a run while nobody is there. Within a transaction: of a start that is refused nothing stays, and the reason is answered. */
export async function startUnattended(
  { id, run_as: userID, key, may_execute: mayExecute }: Unattended,
  start: () => Promise<string>,
): Promise<{ runID: string } | { refused: AppError }> {
  const actor = { type: "user" as const, userID, admin: false, mayExecute, ...(key ? { key: { id, ...key } } : {}) };
  // A transaction of PostgreSQL's that failed takes no more statements; what the start wrote is taken back to here.
  await query((db) => sql`savepoint start`.execute(db));
  try {
    return { runID: await Actor.as(actor, start) };
  } catch (error) {
    await query((db) => sql`rollback to savepoint start`.execute(db));
    if (!(error instanceof AppError) || error.kind === "unavailable" || error.kind === "internal") throw error;
    return { refused: error };
  }
}
