import { Access } from "../access/index.ts";
import { takes } from "../algorithm/takes.ts";
import { Job } from "../job/index.ts";
import { Run } from "../run/index.ts";
import { must } from "../util/index.ts";
import { batchOf } from "./batch.ts";
import type { Attempt } from "./prepare.ts";

/** What one job is given: the script, its parameters and the media of its batch, as whoever asked may read them now. Answers its token. */
export async function give({ runId: runID, attempt }: Attempt, number: number): Promise<{ token: string }> {
  const { requestedBy } = await Run.work(runID, attempt);
  const batch = await batchOf(runID, number);
  const revision = must(batch.revision ?? undefined, `revision of ${runID}`);
  const token = await Job.asRequester(requestedBy, async () => {
    await Access.require(batch.script_id, "execute");
    const source = await Job.scriptSource({ functionID: batch.script_id, revision, inputs: {} });
    const { media } = takes({ ...source, problems: [] });
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
