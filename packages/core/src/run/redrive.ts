import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { z } from "zod";
import { record } from "../audit/record.ts";
import { afterCommit, query, transaction } from "../database/index.ts";
import { Entity } from "../entity/index.ts";
import { AppError } from "../error/index.ts";
import { fn } from "../util/index.ts";
import { Workflow } from "../workflow/index.ts";
import { allow } from "./allow.ts";
import { announce } from "./announce.ts";
import { type Attempt, executionARN, submit } from "./execution.ts";
import { endedIn, repeatStage } from "./step.ts";

/** Between the step that writes down why a run failed and the end of its execution lies one more state. */
const ENDING_TRIES = 5;
const ENDING_PAUSE_MS = 300;

/** Continues the attempt that failed, or was cancelled, from the step it ended in; what was finished before is kept. */
export const redrive = fn(z.string(), async (id): Promise<void> => {
  await allow(id);
  const run = await ended(id);
  const stage = await endedIn({ runID: id, attempt: run.attempt });
  if (stage === undefined) throw notRedrivable("It ended before its first step.");
  const reason = await whyNot(run);
  if (reason !== undefined) throw notRedrivable(reason);
  await transaction(async (tx) => {
    const row = await tx
      .updateTable("run")
      .set({
        state: "queued",
        redrives: run.redrives + 1,
        redriven_at: sql<Date>`now()`,
        error: null,
        checked_at: sql<Date>`now()`,
        submitted_at: null,
        ended_at: null,
      })
      .where("id", "=", id)
      .where("attempt", "=", run.attempt)
      .where("redrives", "=", run.redrives)
      .where("state", "in", ["failed", "cancelled"])
      .returning(["attempt", "redrives", "subject_id"])
      .executeTakeFirst();
    if (!row) throw notEnded();
    await repeatStage({ runID: id, attempt: row.attempt }, stage);
    await Entity.touch(row.subject_id);
    const parameters = { runId: id, attempt: row.attempt, redrives: row.redrives };
    await record({ type: "run.redriven", entityID: row.subject_id, parameters });
    await announce(id, "queued");
    await afterCommit(() => submit({ ...run, redrives: row.redrives }));
  });
});

async function ended(id: string): Promise<Attempt> {
  const row = await query((db) =>
    db
      .selectFrom("run")
      .select(["id", "attempt", "redrives", "function_id as functionID"])
      .where("id", "=", id)
      .where("state", "in", ["failed", "cancelled"])
      .executeTakeFirst(),
  );
  if (!row) throw notEnded();
  return row;
}

/** What Step Functions has against it; undefined for nothing. */
async function whyNot(run: Attempt): Promise<string | undefined> {
  for (let tries = 1; ; tries++) {
    const execution = await Workflow.describe(executionARN(run));
    if (!execution) return "Nothing is known any more of how far it came.";
    if (execution.status !== "RUNNING" || tries === ENDING_TRIES) return execution.notRedrivable;
    await sleep(ENDING_PAUSE_MS);
  }
}

const notEnded = () =>
  new AppError("conflict", "run.not_failed", "Only a run that failed or was cancelled can be continued.");

const notRedrivable = (reason: string) =>
  new AppError("conflict", "run.not_redrivable", `This run cannot be continued: ${reason} Run it again instead.`);
