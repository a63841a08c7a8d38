import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AnnotationWork } from "@atrium/core/annotation-file/work";
import type { Context } from "aws-lambda";
import { closing } from "./step.ts";

/** Time to tell of the failure before the function is stopped. */
const RESERVE_MS = 10_000;

/** May run again after its own commit: what is read in ends its run in the same transaction. */
export const handler = (event: unknown, context: Context) =>
  closing(async (job) => {
    const workdir = await mkdtemp(join(tmpdir(), "annotations-"));
    const signal = AbortSignal.timeout(Math.max(1_000, context.getRemainingTimeInMillis() - RESERVE_MS));
    try {
      await AnnotationWork.execute(job, { workdir, engine: "lambda", signal });
    } finally {
      await rm(workdir, { recursive: true, force: true });
    }
  })(event);
