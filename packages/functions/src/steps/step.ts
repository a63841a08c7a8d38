import { Actor } from "@atrium/core/actor";
import { AppError, isPermanent } from "@atrium/core/error";
import { Ingest } from "@atrium/core/ingest";
import { log, withLogFields } from "@atrium/core/log";
import { Run } from "@atrium/core/run";

/** An error whose name a state machine can match: `Permanent` is not retried, `Retryable` is. */
class StepError extends Error {
  constructor(error: unknown) {
    const message = error instanceof AppError ? `${error.code}: ${error.message}` : "internal: see the log";
    super(message, { cause: error });
    this.name = isPermanent(error) ? "Permanent" : "Retryable";
  }
}

/** A task of the import's state machine. It works for the person who asked for the run. */
export const step =
  <T>(run: (job: Ingest.Job) => Promise<T>) =>
  (event: unknown): Promise<T> =>
    named(event, async (job) => {
      const { requestedBy } = await Run.work(job.runId, job.attempt);
      return Actor.as({ type: "run", runID: job.runId, attempt: job.attempt, userID: requestedBy }, () => run(job));
    });

/** A task that must also work for a run that has ended. */
export async function named<T>(event: unknown, run: (job: Ingest.Job) => Promise<T>): Promise<T> {
  const { runId, attempt } = event as Ingest.Job;
  return withLogFields({ runId, attempt }, async () => {
    try {
      return await run(Ingest.Job.parse(event));
    } catch (error) {
      log.error("step failed", { error });
      throw new StepError(error);
    }
  });
}
