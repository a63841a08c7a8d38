import { z } from "zod";
import { AppError, isPermanent } from "../error/index.ts";
import { log } from "../log/index.ts";
import { Objects } from "../object/index.ts";
import { Run } from "../run/index.ts";
import { errorKey, type Job } from "./job.ts";

/** A job can only say its exit code, so what is wrong with the file is written down for the step that ends the run. */
export async function leaveReason(job: Job, error: unknown): Promise<void> {
  if (!(error instanceof AppError) || !isPermanent(error)) return;
  try {
    await Objects.putJSON(errorKey(job, await Run.redrivesOf(job.runId)), { code: error.code, message: error.message });
  } catch (failure) {
    log.warn("the reason of a failure was not stored", { error: failure });
  }
}

const Reason = z.object({ code: z.string(), message: z.string() });
export type Reason = z.infer<typeof Reason>;

/** What was written down by an attempt that was continued so often. */
export async function leftReason(job: Job, redrives: number): Promise<Reason | undefined> {
  const key = errorKey(job, redrives);
  if (!(await Objects.head(key))) return undefined;
  return Reason.parse(await Objects.getJSON(key));
}
