import { sql, type Transaction } from "kysely";
import { z } from "zod";
import { type Schema, transaction } from "../database/index.ts";
import { fn } from "../util/index.ts";
import { announce } from "./announce.ts";
import type { Progress } from "./schema.ts";

/** The stage in which jobs work on batches beside each other, and the step that each of them is. */
export const PARTS = "Batches";
export const partName = (part: number): string => `Batch ${part}`;

const Part = z.object({
  runID: z.string(),
  attempt: z.number().int().positive(),
  engine: z.string().max(100),
  stage: z.string().max(100),
  /** The share of the whole that each part is, by name; those that were told of before stay. */
  weights: z.record(z.string(), z.number().positive()),
  /** How far the parts of this job are. */
  fractions: z.record(z.string(), z.number().min(0).max(1)),
  /** What has ended, and how. */
  ended: z.record(z.string(), z.enum(["succeeded", "failed"])),
});

/**
 * Where parts of a run stand that go on beside each other, in one job or several: each is a step of its own, and none of them ends
 * another. The answer says whether to stop.
 */
export const reportPart = fn(Part, ({ runID, attempt, engine, stage, weights, fractions, ended }) =>
  transaction(async (tx): Promise<{ cancelled: boolean }> => {
    // Jobs tell of their parts at the same time.
    const run = await tx
      .selectFrom("run")
      .select("progress")
      .where("id", "=", runID)
      .where("attempt", "=", attempt)
      .where("state", "in", ["queued", "running"])
      .forUpdate()
      .executeTakeFirst();
    if (!run) return { cancelled: true };
    const progress = together(stage, run.progress, weights, fractions);
    await tx
      .updateTable("run")
      .set({ state: "running", progress: JSON.stringify(progress), checked_at: sql<Date>`now()` })
      .where("id", "=", runID)
      .execute();
    await endOthers(tx, { runID, attempt }, Object.keys(progress.parts));
    for (const name of Object.keys(fractions))
      await enter(tx, { run_id: runID, attempt, name, engine, stage, state: ended[name] ?? "running" });
    await announce(runID, "running");
    return { cancelled: false };
  }),
);

/** What a page shows as one bar. */
function together(step: string, before: Progress, weights: Record<string, number>, fractions: Record<string, number>) {
  const parts = { ...before.parts };
  for (const [name, weight] of Object.entries(weights)) parts[name] ??= { fraction: 0, weight };
  for (const [name, fraction] of Object.entries(fractions))
    parts[name] = { weight: parts[name]?.weight ?? 1, fraction };
  const all = Object.values(parts);
  const whole = all.reduce((sum, { weight }) => sum + weight, 0);
  const done = all.reduce((sum, { weight, fraction }) => sum + weight * fraction, 0);
  return { ...before, step, fraction: BEGUN + (done / whole) * (ENDING - BEGUN), parts };
}

const [BEGUN, ENDING] = [0.02, 0.98];

async function endOthers(tx: Transaction<Schema>, run: { runID: string; attempt: number }, parts: string[]) {
  await tx
    .updateTable("run_step")
    .set({ state: "succeeded", ended_at: sql<Date>`clock_timestamp()` })
    .where("run_id", "=", run.runID)
    .where("attempt", "=", run.attempt)
    .where("state", "=", "running")
    .where("name", "not in", parts)
    .execute();
}

type Step = {
  run_id: string;
  attempt: number;
  name: string;
  engine: string;
  stage: string;
  state: "running" | "succeeded" | "failed";
};

async function enter(tx: Transaction<Schema>, step: Step): Promise<void> {
  const ended_at = step.state === "running" ? null : sql<Date>`clock_timestamp()`;
  await tx
    .insertInto("run_step")
    .values({ ...step, started_at: sql<Date>`clock_timestamp()`, ended_at })
    .onConflict((conflict) =>
      conflict.columns(["run_id", "attempt", "name"]).doUpdateSet({
        state: step.state,
        ended_at,
        tries: sql<number>`run_step.tries + (run_step.state <> 'running' and ${step.state} = 'running')::int`,
      }),
    )
    .execute();
}
