import { Actor } from "@atrium/core/actor";
import { AppError, isPermanent } from "@atrium/core/error";
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

/** A task of a state machine, for a run that still waits for it. */
export const step = <T>(run: (job: Run.Job) => Promise<T>) =>
  closing(async (job) => {
    await Run.work(job.runId, job.attempt);
    return run(job);
  });

/** A task that must also work for a run that has ended. Like every task it works for the person who asked for the run. */
export const closing =
  <T>(run: (job: Run.Job, event: unknown) => Promise<T>) =>
  async (event: unknown): Promise<T> => {
    const { runId, attempt } = event as Run.Job;
    return withLogFields({ runId, attempt }, async () => {
      try {
        const job = Run.Job.parse(event);
        const userID = await Run.requestedBy(job.runId);
        const actor = { type: "run" as const, runID: job.runId, attempt: job.attempt, userID };
        return await Actor.as(actor, () => run(job, event));
      } catch (error) {
        log.error("step failed", { error });
        throw new StepError(error);
      }
    });
  };
