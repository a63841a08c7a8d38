import { z } from "zod";
import { log } from "../log/index.ts";
import { Run } from "../run/index.ts";

/** What a state machine's catch hands on. */
export const Failure = z.object({ Error: z.string().optional(), Cause: z.string().optional() });
type Failure = z.infer<typeof Failure>;

/** Ends a run of somebody's code with a sentence a person can act on. Where the job said why, the run has ended by that already. */
export async function fail(run: { runId: string; attempt: number }, failure: Failure, redrives = 0): Promise<void> {
  const error = reasonOf(failure);
  log.warn("a job failed", { code: error.code, cause: failure.Cause });
  await Run.fail({ runID: run.runId, attempt: run.attempt, redrives, error });
}

export function reasonOf({ Error: name = "", Cause: cause = "" }: Failure): { code: string; message: string } {
  const said = messageIn(cause);
  const [, code, message] = /^([a-z_]+\.[a-z_]+): (.+)$/s.exec(said) ?? [];
  if (name === "Permanent" && code && message) return { code, message };
  if (name === "States.Timeout" || /timed? ?out|duration exceeded/i.test(said))
    return { code: "script.timeout", message: "It took longer than it may. Let it do less, or split its input." };
  if (/OutOfMemory|137/.test(cause))
    return {
      code: "script.out_of_memory",
      message: "It needed more memory than it may use. Let it read fewer columns or rows.",
    };
  return {
    code: "run.job_lost",
    message: "The job ended without saying why. Try it again; if that fails too, ask whoever runs Atrium.",
  };
}

function messageIn(cause: string): string {
  try {
    const { errorMessage, StatusReason } = JSON.parse(cause) as { errorMessage?: unknown; StatusReason?: unknown };
    return String(errorMessage ?? StatusReason ?? "");
  } catch {
    return cause; // Not every cause is JSON.
  }
}
