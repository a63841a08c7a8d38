import { mayRun } from "../algorithm/start.ts";
import { takes } from "../algorithm/takes.ts";
import { query } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import { Job } from "../job/index.ts";
import { Run } from "../run/index.ts";
import { must } from "../util/index.ts";
import { batchOf, type Work } from "./batch.ts";
import type { Attempt } from "./prepare.ts";

/** What one job is given: the script or none, its parameters and the media of its batch, as whoever asked may read them now. Answers its token. */
export async function give({ runId: runID, attempt }: Attempt, number: number): Promise<{ token: string }> {
  const { requestedBy } = await Run.work(runID, attempt);
  const batch = await batchOf(runID, number);
  const token = await Job.asRequester(requestedBy, async () => {
    const { source, media } = await sourceFor(batch);
    const spec = await Job.specOf(source, { ...batch.parameters, [media]: batch.media_ids }, batch.limits);
    return Job.issue({ runID, attempt, part: number, spec });
  });
  const name = Run.partName(number);
  await Run.reportPart({
    ...{ runID, attempt, engine: "batch", stage: Run.PARTS },
    ...{ weights: {}, fractions: { [name]: 0 }, ended: {} },
  });
  return { token };
}

async function sourceFor({ run_id, algorithm_id, script_id, image, revision }: Work) {
  if (script_id !== null) {
    await mayRun({ script: { id: script_id, name: "" }, projectId: "" });
    const asked = { functionID: script_id, revision: must(revision ?? undefined, `revision of ${run_id}`), inputs: {} };
    const source = await Job.scriptSource(asked);
    return { source, media: takes({ ...source, problems: [] }).media };
  }
  const algorithm = await query((db) =>
    db.selectFrom("algorithm").select("project_id").where("id", "=", algorithm_id).executeTakeFirst(),
  );
  if (!algorithm) throw new AppError("unprocessable", "algorithm.gone", "This algorithm was taken away.");
  await mayRun({ script: null, projectId: algorithm.project_id });
  return Job.imageSource(must(image ?? undefined, `image of ${run_id}`));
}
