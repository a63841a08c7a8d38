import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Outcome } from "@atrium/core/outcome";
import type { Context } from "aws-lambda";
import { closing } from "./step.ts";

/** Time to tell of the failure before the function is stopped. */
const RESERVE_MS = 10_000;

/** May run again after its own commit, when the run has succeeded already. */
export const handler = (event: unknown, context: Context) =>
  closing(async (job) => {
    const workdir = await mkdtemp(join(tmpdir(), "outputs-"));
    const signal = AbortSignal.timeout(Math.max(1_000, context.getRemainingTimeInMillis() - RESERVE_MS));
    try {
      return await Outcome.register(job, { workdir, signal });
    } finally {
      await rm(workdir, { recursive: true, force: true });
    }
  })(event);
