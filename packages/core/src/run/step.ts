import { sql } from "kysely";
import { query } from "../database/index.ts";
import type { StepState } from "./schema.ts";

/** The step an attempt is in now; the one before it is done. */
export async function enterStep(run: { runID: string; attempt: number }, name: string, engine?: string): Promise<void> {
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
  // A step that Step Functions retries, or that is reported again, is one step.
  await query((db) =>
    db
      .insertInto("run_step")
      .values({
        run_id: run.runID,
        attempt: run.attempt,
        name,
        state: "running",
        engine: engine ?? null,
        started_at: sql<Date>`clock_timestamp()`,
        ended_at: null,
      })
      .onConflict((conflict) =>
        conflict.columns(["run_id", "attempt", "name"]).doUpdateSet((old) => ({
          state: "running",
          ended_at: null,
          engine: sql<string | null>`coalesce(${old.ref("excluded.engine")}, ${old.ref("run_step.engine")})`,
        })),
      )
      .execute(),
  );
}

/** What was running when the run ended, ended with it. */
export async function endSteps(runID: string, state: Exclude<StepState, "running">): Promise<void> {
  await query((db) =>
    db
      .updateTable("run_step")
      .set({ state, ended_at: sql<Date>`clock_timestamp()` })
      .where("run_id", "=", runID)
      .where("state", "=", "running")
      .execute(),
  );
}
