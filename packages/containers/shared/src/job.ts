import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Actor } from "@atrium/core/actor";
import { closeConnection } from "@atrium/core/database";
import { isPermanent } from "@atrium/core/error";
import { log, withLogFields } from "@atrium/core/log";
import { Run } from "@atrium/core/run";
import { z } from "zod";

const Job = z.object({ runId: z.string(), attempt: z.number().int().positive() });
type Job = z.infer<typeof Job>;

/** Batch retries other codes; this one says that it cannot help (sysexits: EX_DATAERR). */
const EXIT_PERMANENT = 65;
const EXIT_RETRYABLE = 1;

export type JobContext = { signal: AbortSignal; workdir: string };

/** The whole life of a job process: input from JOB_INPUT, SIGTERM aborts, the work directory goes, the exit code tells. */
export async function runJob(run: (job: Job, context: JobContext) => Promise<unknown>): Promise<void> {
  process.exitCode = await exitCodeOf(run);
  await closeConnection();
}

async function exitCodeOf(run: (job: Job, context: JobContext) => Promise<unknown>): Promise<number> {
  const stop = new AbortController();
  const onSignal = () => stop.abort(new Error("The job was told to stop"));
  process.once("SIGTERM", onSignal);
  process.once("SIGINT", onSignal);
  const input = parseInput();
  if (!input) return EXIT_PERMANENT;
  const workdir = await mkdtemp(join(process.env.ATRIUM_SCRATCH ?? tmpdir(), "job-"));
  return withLogFields(input, async () => {
    try {
      const { requestedBy } = await Run.work(input.runId, input.attempt);
      const actor = { type: "run", runID: input.runId, attempt: input.attempt, userID: requestedBy } as const;
      await Actor.as(actor, () => run(input, { signal: stop.signal, workdir }));
      return 0;
    } catch (error) {
      log.error("job failed", { error });
      return isPermanent(error) ? EXIT_PERMANENT : EXIT_RETRYABLE;
    } finally {
      await rm(workdir, { recursive: true, force: true });
    }
  });
}

function parseInput(): Job | undefined {
  try {
    return Job.parse(JSON.parse(process.env.JOB_INPUT ?? ""));
  } catch (error) {
    log.error("JOB_INPUT is not { runId, attempt }", { error });
    return undefined;
  }
}
