import { z } from "zod";
import { query, type Row } from "../database/index.ts";
import { File } from "../file/index.ts";
import { Media } from "../media/index.ts";
import { Run } from "../run/index.ts";
import { Job } from "../run/schema.ts";
import { type Settings, settingsOf } from "./settings.ts";

export { Job };

export const Inputs = z.object({ mediaId: z.string(), fileId: z.string() });

export type Plan = {
  job: Job;
  media: Row<"media">;
  file: Awaited<ReturnType<typeof File.location>> & { id: string };
  /** Names of what is there already: it is not made again. */
  made: ReadonlySet<string>;
  settings: Settings;
};

/** What an attempt is to work on; throws when it is no longer wanted. */
export async function plan(job: Job): Promise<Plan> {
  const { inputs } = await Run.work(job.runId, job.attempt);
  const { mediaId, fileId } = Inputs.parse(inputs);
  const [media, file, renditions] = [
    await Media.find(mediaId),
    await File.location(fileId),
    await Media.renditionsOf(mediaId),
  ];
  return {
    job,
    media,
    file: { ...file, id: fileId },
    made: new Set(renditions.map(({ name }) => name)),
    settings: await settingsOf(media),
  };
}

/** Marks the run as running. What went wrong before is tried again. */
export async function prepare(job: Job): Promise<void> {
  const { media } = await plan(job);
  await Run.begin({ runID: job.runId, attempt: job.attempt });
  const progress = { fraction: 0, step: "Prepare" };
  await Run.report({ runID: job.runId, attempt: job.attempt, progress, engine: "lambda", stage: "Prepare" });
  await query((db) => db.updateTable("media").set({ problems: "[]" }).where("id", "=", media.id).execute());
}
