import { query } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import { Run } from "../run/index.ts";
import type { Attempt } from "./prepare.ts";

/** Ends the run. Where a batch failed the run has failed, with all that the others wrote; continued, it repeats those alone. */
export async function finish({ runId: runID, attempt }: Attempt): Promise<{ annotations: number }> {
  const rows = await query((db) =>
    db
      .selectFrom("algorithm_batch as b")
      .innerJoin("algorithm_run as a", "a.run_id", "b.run_id")
      .select(["b.state", "b.annotations", "b.error", "b.media_ids", "a.layer_id", "a.layer_made"])
      .select(["a.script_id", "a.revision"])
      .where("b.run_id", "=", runID)
      .orderBy("b.number")
      .execute(),
  );
  const failed = rows.filter(({ state }) => state !== "succeeded");
  if (failed.length > 0) throw incomplete(failed.length, rows.length, failed[0]?.error?.message);
  const [first] = rows;
  if (!first) throw new Error(`Run ${runID} has no batches`);
  const annotations = rows.reduce((sum, row) => sum + row.annotations, 0);
  await Run.succeed({
    ...{ runID, attempt },
    outputs: { layer: first.layer_id, annotations },
    used: [
      ...codeOf(first),
      ...rows.flatMap(({ media_ids }) => media_ids).map((entityID) => ({ entityID, role: "media" })),
    ],
    generated: first.layer_made ? [{ entityID: first.layer_id, role: "layer" }] : [],
  });
  return { annotations };
}

/** An image is no thing of the program's; the run itself says which it was. */
const codeOf = ({ script_id: entityID, revision }: { script_id: string | null; revision: number | null }) =>
  entityID === null ? [] : [{ entityID, role: "code", ...(revision === null ? {} : { version: revision }) }];

function incomplete(failed: number, all: number, reason = "Its job was lost."): AppError {
  const what = all === 1 ? "The batch failed" : `${failed} of ${all} batches failed`;
  const kept = failed === all ? "" : " What the others found is written.";
  return new AppError(
    "unprocessable",
    "algorithm.batches_failed",
    `${what}: ${reason}${kept} Continue the run to repeat what failed.`,
  );
}
