import { leftReason } from "../ingest/reason.ts";
import { log } from "../log/index.ts";
import { Run } from "../run/index.ts";
import type { Job } from "./job.ts";

type Failure = { Error?: string | undefined; Cause?: string | undefined };

/** Ends the run with a sentence a person can act on; what was made stays, and the rest can be made later. */
export async function fail(job: Job, failure: Failure, redrives = 0): Promise<void> {
  const error = (await leftReason(job, redrives)) ?? reasonOf(failure);
  log.warn("transcoding failed", { ...error, cause: failure.Cause });
  await Run.fail({ runID: job.runId, attempt: job.attempt, redrives, error });
}

/** A function's error says `<code>: <sentence>` in its message for what a person can act on; a job says its exit code. */
export function reasonOf({ Error: name = "", Cause: cause = "" }: Failure): { code: string; message: string } {
  const [, code, message] = /"errorMessage":"([a-z_]+\.[a-z_]+): ((?:[^"\\]|\\.)+)"/.exec(cause) ?? [];
  if (name === "Permanent" && code && message) return { code, message: JSON.parse(`"${message}"`) };
  if (name === "States.Timeout" || /timed? ?out|duration exceeded/i.test(cause))
    return {
      code: "media.timeout",
      message: "It took longer than it may. What was made is there; repair it to make the rest.",
    };
  return {
    code: "media.job_lost",
    message: "The work ended without saying why. Repair the media; if that fails too, ask whoever runs Atrium.",
  };
}
