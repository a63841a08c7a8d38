import { sql } from "kysely";
import { query } from "../database/index.ts";
import { log } from "../log/index.ts";
import { Workflow } from "../workflow/index.ts";
import { type Attempt, executionARN, start, submit } from "./execution.ts";
import { fail } from "./work.ts";

const LOST_AFTER_SECONDS = 10;
const CHECK_EVERY_SECONDS = 60;
const BATCH = 100;

/** Starts what a crash left unstarted and settles what ended without saying so: nothing stays "running" for ever. */
export async function sweep(): Promise<{ started: number; settled: number }> {
  let started = 0;
  for (const run of await unstarted()) if (await attempted(run, () => submit(run))) started++;
  let settled = 0;
  for (const run of await silent()) if (await attempted(run, () => settle(run))) settled++;
  return { started, settled };
}

const unstarted = (): Promise<Attempt[]> =>
  query((db) =>
    db
      .selectFrom("run")
      .select(["id", "attempt", "redrives", "function_id as functionID"])
      .where("state", "=", "queued")
      .where("submitted_at", "is", null)
      .where("checked_at", "<", sql<Date>`now() - make_interval(secs => ${LOST_AFTER_SECONDS})`)
      .orderBy("checked_at")
      .limit(BATCH)
      .execute(),
  );

/** Runs that have not reported for a while. Marked as looked at, so that the next sweep looks at others. */
const silent = (): Promise<Attempt[]> =>
  query(async (db) => {
    const rows = await sql<Attempt>`
      update run set checked_at = now() where id in (
        select id from run where state in ('queued', 'running') and submitted_at is not null
          and checked_at < now() - make_interval(secs => ${CHECK_EVERY_SECONDS})
        order by checked_at limit ${BATCH} for update skip locked)
      returning id, attempt, redrives, function_id as "functionID"`.execute(db);
    return rows.rows;
  });

async function settle(run: Attempt): Promise<void> {
  const execution = await Workflow.describe(executionARN(run));
  // Step Functions never took it, or forgot it: the same attempt starts again, and its steps are idempotent.
  if (!execution) return start(run);
  if (execution.status === "RUNNING" || execution.status === "PENDING_REDRIVE") return;
  const [code, message] = reason(execution);
  await fail({ runID: run.id, attempt: run.attempt, redrives: run.redrives, error: { code, message } });
}

function reason({ status, error, cause }: { status: string; error?: string; cause?: string }): [string, string] {
  if (status === "TIMED_OUT")
    return ["run.timed_out", "The work took longer than it may. Try again, or with a smaller input."];
  if (status === "ABORTED") return ["run.stopped", "The work was stopped from outside. Try again."];
  if (status === "SUCCEEDED") return ["run.no_result", "The work ended without registering a result. Try again."];
  return [
    "run.failed",
    `The work failed (${[error, cause].filter(Boolean).join(": ") || "no reason given"}). Try again.`,
  ];
}

/** One run that cannot be helped now must not keep the others waiting; the next sweep tries it again. */
async function attempted(run: Attempt, act: () => Promise<void>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    log.warn("sweeping a run failed", { runID: run.id, attempt: run.attempt, error });
    return false;
  }
}
