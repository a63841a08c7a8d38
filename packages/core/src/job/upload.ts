import * as Actor from "../actor/index.ts";
import { transaction } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import { Objects } from "../object/index.ts";
import { fn, must } from "../util/index.ts";
import { Upload } from "./schema.ts";

const MIB = 1024 * 1024;
const MAX_UPLOADS = 500;

export const outputKey = (run: { runID: string; attempt: number; part?: number }, name: string): string =>
  `runs/${run.runID}/${run.attempt}/outputs/${run.part ? `${run.part}/` : ""}${name}`;

/** A URL that takes just this file, for as long as all of them together stay within what the job may leave. */
export const upload = fn(Upload, async ({ name, ...file }) => {
  const run = Actor.job();
  await transaction(async (tx) => {
    const row = await tx
      .selectFrom("job")
      .select(["uploads", "spec"])
      .where("run_id", "=", run.runID)
      .where("part", "=", run.part)
      .where("attempt", "=", run.attempt)
      .forUpdate()
      .executeTakeFirst();
    const { uploads, spec } = must(row, `job of ${run.runID}`);
    const all = { ...uploads, [name]: file };
    const total = Object.values(all).reduce((sum, one) => sum + one.bytes, 0);
    if (total > spec.limits.outputMiB * MIB || Object.keys(all).length > MAX_UPLOADS)
      throw new AppError(
        "unprocessable",
        "job.too_much_output",
        `A job leaves at most ${spec.limits.outputMiB} MiB in ${MAX_UPLOADS} files. Write less, or smaller files.`,
        { fields: [{ path: "/bytes", message: "More than is left" }] },
      );
    await tx
      .updateTable("job")
      .set({ uploads: JSON.stringify(all) })
      .where("run_id", "=", run.runID)
      .where("part", "=", run.part)
      .execute();
  });
  const key = outputKey(run, name);
  return { key, ...(await Objects.presignPut(key, file)) };
});
