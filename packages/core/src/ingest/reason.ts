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
