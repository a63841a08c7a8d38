import { transaction } from "../database/index.ts";
import { Run } from "../run/index.ts";
import { must } from "../util/index.ts";

export type Attempt = { runId: string; attempt: number };

/**
 * Which batches are left to do: all, or after a failure those that are not written yet. The script is taken as it is now, so
 * that whoever mended it and continues means the mended one.
 */
export async function prepare({ runId: runID, attempt }: Attempt): Promise<{ batches: number[] }> {
  await Run.begin({ runID, attempt });
  const progress = { fraction: 0, step: "Prepare" };
  await Run.report({ runID, attempt, progress, engine: "lambda", stage: "Prepare" });
  const batches = await transaction(async (tx) => {
    const script = await tx
      .selectFrom("algorithm_run as a")
      .innerJoin("script as s", "s.id", "a.script_id")
      .innerJoin("script_version as v", (join) =>
        join.onRef("v.script_id", "=", "s.id").onRef("v.version", "=", "s.version"),
      )
      .select(["s.version", "v.sha256"])
      .where("a.run_id", "=", runID)
      .executeTakeFirst();
    const { version, sha256 } = must(script, `script of ${runID}`);
    await tx.updateTable("algorithm_run").set({ revision: version }).where("run_id", "=", runID).execute();
    const code = JSON.stringify({ functionRevision: version, sourceHash: sha256 });
    await tx.updateTable("run").set({ code }).where("id", "=", runID).execute();
    await tx
      .updateTable("algorithm_batch")
      .set({ state: "waiting", error: null })
      .where("run_id", "=", runID)
      .where("state", "=", "failed")
      .execute();
    return tx
      .selectFrom("algorithm_batch")
      .select(["number", "state", (eb) => eb.fn<number>("cardinality", ["media_ids"]).as("size")])
      .where("run_id", "=", runID)
      .orderBy("number")
      .execute();
  });
  await tell({ runID, attempt }, batches);
  return { batches: batches.filter(({ state }) => state !== "succeeded").map(({ number }) => number) };
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
