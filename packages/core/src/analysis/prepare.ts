import { transaction } from "../database/index.ts";
import { Run } from "../run/index.ts";
import { must } from "../util/index.ts";
import { type Definition, takeAsItIs } from "./what-runs.ts";

export type Attempt = { runId: string; attempt: number };

/**
 * Which batches are left to do: all, or after a failure those that are not written yet; and of an image the definition that its
 * jobs need.
 */
export async function prepare({
  runId: runID,
  attempt,
}: Attempt): Promise<{ batches: number[]; definition: Definition | null }> {
  await Run.begin({ runID, attempt });
  const progress = { fraction: 0, step: "Prepare" };
  await Run.report({ runID, attempt, progress, engine: "lambda", stage: "Prepare" });
  const { batches, definition } = await transaction(async (tx) => {
    const run = await tx.selectFrom("algorithm_run").selectAll().where("run_id", "=", runID).executeTakeFirst();
    const definition = await takeAsItIs(tx, must(run, `algorithm of ${runID}`));
    await tx
      .updateTable("algorithm_batch")
      .set({ state: "waiting", error: null })
      .where("run_id", "=", runID)
      .where("state", "=", "failed")
      .execute();
    const batches = await tx
      .selectFrom("algorithm_batch")
      .select(["number", "state", (eb) => eb.fn<number>("cardinality", ["media_ids"]).as("size")])
      .where("run_id", "=", runID)
      .orderBy("number")
      .execute();
    return { batches, definition };
  });
  await tell({ runID, attempt }, batches);
  return { batches: batches.filter(({ state }) => state !== "succeeded").map(({ number }) => number), definition };
}

/** How much of the whole each batch is; those that are written already are done. */
async function tell(
  run: { runID: string; attempt: number },
  batches: { number: number; state: string; size: number }[],
): Promise<void> {
  const named = batches.map(({ number, ...rest }) => ({ name: Run.partName(number), ...rest }));
  const done = named.filter(({ state }) => state === "succeeded");
  await Run.reportPart({
    ...{ ...run, engine: "batch", stage: Run.PARTS },
    weights: Object.fromEntries(named.map(({ name, size }) => [name, size])),
    fractions: Object.fromEntries(done.map(({ name }) => [name, 1])),
    ended: Object.fromEntries(done.map(({ name }) => [name, "succeeded" as const])),
  });
}
