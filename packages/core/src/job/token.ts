import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { sql } from "kysely";
import * as Actor from "../actor/index.ts";
import { query } from "../database/index.ts";
import type { Spec } from "./schema.ts";

/** `atj_` and 256 random bits, which nobody keeps but the job; the first characters find the row. */
const PATTERN = /^atj_[A-Za-z0-9_-]{43}$/;
const PREFIX_LENGTH = 12;

export type Minted = { token: string; prefix: string; hash: Buffer };

export function mint(): Minted {
  const token = `atj_${randomBytes(32).toString("base64url")}`;
  return { token, prefix: token.slice(0, PREFIX_LENGTH), hash: digest(token) };
}

/**
 * Whom a job's token lets act: the run, and of tables only those it was given. Undefined as soon as the attempt has ended, was
 * cancelled or replaced, which nobody has to take the token away for; and once its own time is over.
 */
export async function authenticate(token: string): Promise<Actor.JobActor | undefined> {
  if (!PATTERN.test(token)) return undefined;
  const hash = digest(token);
  const rows = await query((db) =>
    db
      .selectFrom("job as j")
      .innerJoin("run as r", (join) => join.onRef("r.id", "=", "j.run_id").onRef("r.attempt", "=", "j.attempt"))
      .innerJoin("user as u", "u.id", "r.requested_by")
      .select(["j.run_id", "j.part", "j.attempt", "j.token_hash", "j.spec", "r.requested_by"])
      .where("j.token_prefix", "=", token.slice(0, PREFIX_LENGTH))
      .where("r.state", "in", ["queued", "running"])
      .where("u.deactivated_at", "is", null)
      .where("j.expires_at", ">", sql<Date>`now()`)
      .execute(),
  );
  const row = rows.find((candidate) => timingSafeEqual(candidate.token_hash, hash));
  if (!row) return undefined;
  return {
    type: "run",
    runID: row.run_id,
    attempt: row.attempt,
    part: row.part,
    userID: row.requested_by,
    tables: tablesOf(row.spec),
  };
}

/** A table that is an input twice is given with all that either asks for. */
function tablesOf({ inputs }: Spec): Actor.JobTables {
  const tables: Actor.JobTables = {};
  for (const input of inputs) {
    if (!("columns" in input)) continue;
    const { entityID, version, columns } = input;
    const before = tables[entityID];
    const both = before && (before.columns === null || columns === null ? null : [...before.columns, ...columns]);
    tables[entityID] = { version, columns: before ? (both ?? null) : columns };
  }
  return tables;
}

const digest = (token: string): Buffer => createHash("sha256").update(token).digest();

/** As long as a machine waits for a job and its turn. */
export const untilItsTurn = sql<Date>`now() + interval '14 hours'`;

const SLACK_SECONDS = 300;

/** The job is at work: from its first look on the token lives no longer than the job may. */
export async function begin(seconds: number): Promise<void> {
  const { runID, part } = Actor.job();
  const over = sql<Date>`least(expires_at, now() + make_interval(secs => ${seconds + SLACK_SECONDS}))`;
  await query((db) =>
    db.updateTable("job").set({ expires_at: over }).where("run_id", "=", runID).where("part", "=", part).execute(),
  );
}

/** One of several jobs has ended, and the run goes on: what it was given is closed. */
export async function close(runID: string, part: number): Promise<void> {
  await query((db) =>
    db
      .updateTable("job")
      .set({ expires_at: sql<Date>`now()` })
      .where("run_id", "=", runID)
      .where("part", "=", part)
      .execute(),
  );
}
