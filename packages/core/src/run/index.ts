import { sql } from "kysely";
import { z } from "zod";
import * as Actor from "../actor/index.ts";
import { record } from "../audit/record.ts";
import { afterCommit, query, transaction } from "../database/index.ts";
import { Entity } from "../entity/index.ts";
import { AppError } from "../error/index.ts";
import { createID } from "../id/index.ts";
import { fn } from "../util/index.ts";
import { allow } from "./allow.ts";
import { announce } from "./announce.ts";
import { stop, submit } from "./execution.ts";
import { endSteps } from "./step.ts";

export { get, some } from "./get.ts";
export * as Run from "./index.ts";
export { Info } from "./info.ts";
export { ListQuery, list } from "./list.ts";
export { LogEntry, logs } from "./log.ts";
export { output } from "./output.ts";
export { PARTS, partName, reportPart } from "./part.ts";
export { redrive } from "./redrive.ts";
export { Generated, Job, Progress, RunState, Used } from "./schema.ts";
export { sweep } from "./sweep.ts";
export { begin, fail, functionOf, keep, log, redrivesOf, report, requestedBy, succeed, work } from "./work.ts";

/** Adds a run in the transaction of what it works for; it starts after the commit. */
export const create = (input: {
  functionID: string;
  projectID: string;
  subjectID: string;
  inputs: Record<string, unknown>;
  id?: string;
}): Promise<string> =>
  transaction(async (tx) => {
    const id = input.id ?? createID("run");
    const { revision } = await tx
      .selectFrom("function")
      .select("revision")
      .where("id", "=", input.functionID)
      .executeTakeFirstOrThrow();
    await tx
      .insertInto("run")
      .values({
        id,
        function_id: input.functionID,
        function_revision: revision,
        project_id: input.projectID,
        subject_id: input.subjectID,
        parent_run_id: null,
        inputs: JSON.stringify(input.inputs),
        requested_by: Actor.userID(),
      })
      .execute();
    await record({
      type: "run.requested",
      entityID: input.subjectID,
      parameters: { runId: id, functionId: input.functionID },
    });
    await announce(id, "queued");
    await afterCommit(() => submit({ id, attempt: 1, redrives: 0, functionID: input.functionID }));
    return id;
  });

/** What one person has under way must not keep everybody else waiting. */
export async function refuseTooMany(): Promise<void> {
  const { n } = await query((db) =>
    db
      .selectFrom("run")
      .select((eb) => eb.fn.countAll<number>().as("n"))
      .where("requested_by", "=", Actor.userID())
      .where("state", "in", OPEN)
      .executeTakeFirstOrThrow(),
  );
  if (n < MAX_OPEN) return;
  throw new AppError(
    "limit",
    "run.too_many_open",
    `You have ${n} runs under way. Wait for some to end, or cancel them.`,
  );
}

/** Ends a run before its time; its execution and job are stopped. */
export const cancel = fn(z.string(), (id) =>
  transaction(async (): Promise<void> => {
    await allow(id);
    if (!(await end(id))) throw new AppError("conflict", "run.ended", "This run has ended already.");
  }),
);

/** Stops what still works for an entity, or for anything in a project, because it goes to the trash. No policy. */
export const cancelFor = (subjectID: string): Promise<void> => endAll("subject_id", [subjectID]);
export const cancelForAll = (subjectIDs: string[]): Promise<void> => endAll("subject_id", subjectIDs);
export const cancelIn = (projectID: string): Promise<void> => endAll("project_id", [projectID]);

const endAll = (column: "subject_id" | "project_id", ids: string[]): Promise<void> =>
  transaction(async (tx) => {
    const open = tx.selectFrom("run").select("id").where(column, "in", ids).where("state", "in", OPEN);
    for (const run of await open.execute()) await end(run.id);
  });

/** A new attempt of the same run, with the same inputs. */
export const retry = fn(z.string(), (id) =>
  transaction(async (tx): Promise<void> => {
    await allow(id);
    const row = await tx
      .updateTable("run")
      .set({
        state: "queued",
        attempt: sql<number>`attempt + 1`,
        // Who mended the code and tries again means the mended code.
        function_revision: sql<number>`(select f.revision from function f where f.id = run.function_id)`,
        redrives: 0,
        redriven_at: null,
        progress: "{}",
        error: null,
        queued_at: sql<Date>`now()`,
        checked_at: sql<Date>`now()`,
        submitted_at: null,
        started_at: null,
        ended_at: null,
      })
      .where("id", "=", id)
      .where("state", "in", ["failed", "cancelled"])
      .returning(["attempt", "subject_id", "function_id"])
      .executeTakeFirst();
    if (!row)
      throw new AppError("conflict", "run.not_failed", "Only a run that failed or was cancelled can be tried again.");
    await Entity.touch(row.subject_id);
    await record({ type: "run.retried", entityID: row.subject_id, parameters: { runId: id, attempt: row.attempt } });
    await announce(id, "queued");
    await afterCommit(() => submit({ id, attempt: row.attempt, redrives: 0, functionID: row.function_id }));
  }),
);

const OPEN = ["queued", "running"] as const;
const MAX_OPEN = 200;

/** False when it had ended. */
const end = (id: string): Promise<boolean> =>
  transaction(async (tx) => {
    const row = await tx
      .updateTable("run")
      .set({ state: "cancelled", ended_at: sql<Date>`now()` })
      .where("id", "=", id)
      .where("state", "in", OPEN)
      .returning(["attempt", "subject_id", "function_id"])
      .executeTakeFirst();
    if (!row) return false;
    await endSteps(id, "cancelled");
    await Entity.touch(row.subject_id);
    await record({ type: "run.cancelled", entityID: row.subject_id, parameters: { runId: id, attempt: row.attempt } });
    await announce(id, "cancelled");
    await afterCommit(() => stop({ id, attempt: row.attempt, functionID: row.function_id }));
    return true;
  });
