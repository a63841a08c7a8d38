import type { Job } from "./job.ts";
import { leaveReason } from "./reason.ts";
import { type Reporter, startReporter } from "./reporter.ts";

type Stage = { engine: "lambda" | "batch"; stage: string; signal?: AbortSignal | undefined };

/** Does a job's work with progress told meanwhile; what is wrong for good is written down for the step that ends the run. */
export async function reporting<T>(
  job: Job,
  { engine, stage, signal }: Stage,
  work: (reporter: Reporter) => Promise<T>,
): Promise<T> {
  const reporter = startReporter({ runID: job.runId, attempt: job.attempt, engine, stage }, signal);
  try {
    return await work(reporter);
  } catch (error) {
    reporter.signal.throwIfAborted();
    await leaveReason(job, error);
    throw error;
  } finally {
    await reporter.end();
  }
}
