import { sql, type Transaction } from "kysely";
import { z } from "zod";
import { record } from "../audit/record.ts";
import { query, type Schema, transaction } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import { fn } from "../util/index.ts";
import { announce } from "./announce.ts";
import { Generated, LogLevel, Progress, RunError, type RunState, Used } from "./schema.ts";
import { endSteps, enterStep } from "./step.ts";

// What the steps and jobs of a run call. No policy: the run was allowed when it was made. An attempt that was cancelled
// or replaced by a newer one can change nothing any more.

const Attempt = z.object({ runID: z.string(), attempt: z.number().int().positive() });
const OPEN: RunState[] = ["queued", "running"];
const MAX_MESSAGE = 8_000;

/** What there is to do; throws `run.superseded` when this attempt is not the current one or has ended. */
export async function work(
  runID: string,
  attempt: number,
): Promise<{ id: string; attempt: number; functionID: string; inputs: unknown; requestedBy: string; state: RunState }> {
  const row = await query((db) => db.selectFrom("run").selectAll().where("id", "=", runID).executeTakeFirst());
  if (!row || row.attempt !== attempt || !OPEN.includes(row.state)) throw superseded(runID, attempt);
  return {
    id: row.id,
    attempt,
    functionID: row.function_id,
    inputs: row.inputs,
    requestedBy: row.requested_by,
    state: row.state,
  };
}

/** Whose rights the work has, also when it has ended. */
export async function requestedBy(runID: string): Promise<string> {
  const row = await query((db) =>
    db.selectFrom("run").select("requested_by").where("id", "=", runID).executeTakeFirst(),
  );
  if (!row) throw new AppError("not_found", "run.not_found", `There is no run ${runID}.`);
  return row.requested_by;
}

export async function functionOf(runID: string): Promise<string | undefined> {
  const row = await query((db) =>
    db.selectFrom("run").select("function_id").where("id", "=", runID).executeTakeFirst(),
  );
  return row?.function_id;
}

/** How often the current attempt was continued after it had failed. */
export async function redrivesOf(runID: string): Promise<number> {
  const { redrives } = await query((db) =>
    db.selectFrom("run").select("redrives").where("id", "=", runID).executeTakeFirstOrThrow(),
  );
  return redrives;
}

export const begin = fn(Attempt, async ({ runID, attempt }): Promise<void> => {
  const begun = await query((db) =>
    db
      .updateTable("run")
      .set({ state: "running", started_at: sql<Date>`coalesce(started_at, now())`, checked_at: sql<Date>`now()` })
      .where("id", "=", runID)
      .where("attempt", "=", attempt)
      .where("state", "in", OPEN)
      .executeTakeFirst(),
  );
  if (begun.numUpdatedRows === 0n) throw superseded(runID, attempt);
});

/**
 * Where the work stands. The answer says whether to stop, because nobody waits for it any more. All steps of a stage are done
 * again when one of them fails and the run is continued.
 */
export const report = fn(
  Attempt.extend({ progress: Progress, engine: z.string().max(100).optional(), stage: z.string().max(100).optional() }),
  ({ runID, attempt, progress, engine, stage }): Promise<{ cancelled: boolean }> =>
    transaction(async (tx) => {
      const reported = await tx
        .updateTable("run")
        .set({ state: "running", progress: JSON.stringify(progress), checked_at: sql<Date>`now()` })
        .where("id", "=", runID)
        .where("attempt", "=", attempt)
        .where("state", "in", OPEN)
        .executeTakeFirst();
      if (reported.numUpdatedRows === 0n) return { cancelled: true };
      await enterStep({ runID, attempt }, { name: progress.step, engine, stage });
      await announce(runID, "running");
      return { cancelled: false };
    }),
);

export const log = fn(
  Attempt.extend({ entries: z.array(z.object({ level: LogLevel, step: z.string(), message: z.string() })) }),
  async ({ runID, attempt, entries }): Promise<void> => {
    if (entries.length === 0) return;
    const rows = entries.map(({ level, step, message }) => ({
      run_id: runID,
      attempt,
      level,
      step: clean(step),
      message: clean(message),
    }));
    await query((db) => db.insertInto("run_log").values(rows).execute());
  },
);

const Left = Attempt.extend({
  outputs: z.record(z.string(), z.unknown()),
  used: z.array(Used),
  generated: z.array(Generated),
});

/** The end of a run, with where its results came from. Called in the transaction that registers the results. */
export const succeed = fn(
  Left,
  ({ runID, attempt, outputs, used, generated }): Promise<void> =>
    transaction(async (tx) => {
      const ended = await tx
        .updateTable("run")
        .set({
          state: "succeeded",
          outputs: JSON.stringify(outputs),
          progress: sql`progress || '{"fraction": 1}'`,
          ended_at: sql<Date>`now()`,
        })
        .where("id", "=", runID)
        .where("attempt", "=", attempt)
        .where("state", "in", OPEN)
        .returning("subject_id")
        .executeTakeFirst();
      if (!ended) return alreadyLeft(runID, attempt);
      await endSteps(runID, "succeeded");
      await announce(runID, "succeeded");
      await record({ type: "run.succeeded", entityID: ended.subject_id, parameters: { runId: runID, attempt } });
      await relate(tx, runID, used, generated);
    }),
);

/** What a run that failed has left all the same, and where it came from. In the transaction in which it ends. */
export const keep = fn(
  Left,
  ({ runID, attempt, outputs, used, generated }): Promise<void> =>
    transaction(async (tx) => {
      const kept = await tx
        .updateTable("run")
        .set({ outputs: JSON.stringify(outputs) })
        .where("id", "=", runID)
        .where("attempt", "=", attempt)
        .where("state", "=", "failed")
        .executeTakeFirst();
      if (kept.numUpdatedRows > 0n) await relate(tx, runID, used, generated);
    }),
);

/**
 * Ends a run with a sentence a person can act on. A run that has ended stays as it ended, and one that was continued since
 * does not end by what went wrong before.
 */
export const fail = fn(
  Attempt.extend({ redrives: z.number().int().nonnegative().optional(), error: RunError }),
  ({ runID, attempt, redrives = 0, error }): Promise<void> =>
    transaction(async (tx) => {
      const row = await tx
        .updateTable("run")
        .set({
          state: "failed",
          error: JSON.stringify({ ...error, message: clean(error.message) }),
          ended_at: sql<Date>`now()`,
        })
        .where("id", "=", runID)
        .where("attempt", "=", attempt)
        .where("redrives", "=", redrives)
        .where("state", "in", OPEN)
        .returning(["subject_id", "progress"])
        .executeTakeFirst();
      if (!row) return;
      await endSteps(runID, "failed");
      const { code } = error;
      await announce(runID, "failed");
      await record({ type: "run.failed", entityID: row.subject_id, parameters: { runId: runID, attempt, code } });
      await tx.updateTable("entity").set({ updated_at: sql`now()` }).where("id", "=", row.subject_id).execute();
      const step = row.progress.step ?? "";
      await log({ runID, attempt, entries: [{ level: "error", step, message: error.message }] });
    }),
);

async function relate(tx: Transaction<Schema>, runID: string, used: Used[], generated: Generated[]): Promise<void> {
  const rows = [
    ...used.map((one) => relation(runID, runID, "prov:used", one.entityID, one)),
    ...generated.map((one) => relation(runID, one.entityID, "prov:wasGeneratedBy", runID, one)),
    ...generated.flatMap((result) =>
      used
        .filter(isMaterial)
        .map((source) => relation(runID, result.entityID, "prov:wasDerivedFrom", source.entityID, source)),
    ),
  ];
  if (rows.length === 0) return;
  await tx
    .insertInto("relation")
    .values(rows)
    .onConflict((c) => c.constraint("relation_unique").doNothing())
    .execute();
}

/** Results are derived from data; code and environment made them. */
const isMaterial = ({ role }: Used): boolean => role !== "code" && role !== "environment";

/** A step that is repeated after its transaction committed has nothing left to do. */
async function alreadyLeft(runID: string, attempt: number): Promise<void> {
  const row = await query((db) =>
    db.selectFrom("run").select(["state", "attempt"]).where("id", "=", runID).executeTakeFirst(),
  );
  if (row?.state !== "succeeded" || row.attempt !== attempt) throw superseded(runID, attempt);
}

const relation = (
  run_id: string,
  subject_id: string,
  predicate: string,
  object_id: string,
  { role, contentHash, version }: Used,
) => ({
  run_id,
  subject_id,
  predicate,
  object_id,
  role,
  content_hash: contentHash ?? null,
  version: version ?? null,
});

/** PostgreSQL's text has no NUL, and nobody reads a megabyte of message. */
const clean = (text: string): string => text.replaceAll("\0", "").slice(0, MAX_MESSAGE).toWellFormed();

const superseded = (runID: string, attempt: number) =>
  new AppError(
    "conflict",
    "run.superseded",
    `Attempt ${attempt} of run ${runID} was cancelled, replaced or has ended.`,
  );
