import { sql } from "kysely";
import { query } from "../database/index.ts";
import type { StepState } from "./schema.ts";
import { stageOf } from "./stage.ts";

type Attempt = { runID: string; attempt: number };
type Entered = { name: string; engine?: string | undefined; stage?: string | undefined };

/** The step an attempt is in now; the one before it is done. */
export async function enterStep(run: Attempt, { name, engine, stage }: Entered): Promise<void> {
  await query((db) =>
    db
      .updateTable("run_step")
      .set({ state: "succeeded", ended_at: sql<Date>`clock_timestamp()` })
      .where("run_id", "=", run.runID)
      .where("attempt", "=", run.attempt)
      .where("state", "=", "running")
      .where("name", "<>", name)
      .execute(),
  );
  // Reported again while it runs, a step is one step; entered again after it had ended, it is the same one's next try.
  await query((db) =>
    db
      .insertInto("run_step")
      .values({
        run_id: run.runID,
        attempt: run.attempt,
        name,
        state: "running",
        engine: engine ?? null,
        stage: stage ?? null,
        started_at: sql<Date>`clock_timestamp()`,
        ended_at: null,
      })
      .onConflict((conflict) =>
        conflict.columns(["run_id", "attempt", "name"]).doUpdateSet((old) => ({
          state: "running",
          ended_at: null,
          started_at: sql<Date>`case when run_step.state = 'running' then run_step.started_at else clock_timestamp() end`,
          tries: sql<number>`run_step.tries + (run_step.state <> 'running')::int`,
          engine: sql<string | null>`coalesce(${old.ref("excluded.engine")}, ${old.ref("run_step.engine")})`,
          stage: sql<string | null>`coalesce(${old.ref("excluded.stage")}, ${old.ref("run_step.stage")})`,
        })),
      )
      .execute(),
  );
}

/** What was running when the run ended, ended with it. A step that waits for its next try had its last one before. */
export async function endSteps(runID: string, state: Exclude<StepState, "running" | "waiting">): Promise<void> {
  const ending: StepState[] = state === "succeeded" ? ["running", "waiting"] : ["running"];
  await query((db) =>
    db
      .updateTable("run_step")
      .set({ state, ended_at: sql<Date>`clock_timestamp()` })
      .where("run_id", "=", runID)
      .where("state", "in", ending)
      .execute(),
  );
}

/** The stage an attempt ended in. */
export async function endedIn(run: Attempt): Promise<string | undefined> {
  const steps = await query((db) =>
    db
      .selectFrom("run_step")
      .select(["name", "state", "stage"])
      .where("run_id", "=", run.runID)
      .where("attempt", "=", run.attempt)
      .orderBy("first_at")
      .orderBy("name")
      .execute(),
  );
  return stageOf(steps);
}

/** Its steps wait to be done again. */
export async function repeatStage(run: Attempt, stage: string): Promise<void> {
  await query((db) =>
    db
      .updateTable("run_step")
      .set({ state: "waiting" })
      .where("run_id", "=", run.runID)
      .where("attempt", "=", run.attempt)
      .where("stage", "=", stage)
      .execute(),
  );
}
