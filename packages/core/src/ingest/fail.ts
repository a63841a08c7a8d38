import { z } from "zod";
import { query } from "../database/index.ts";
import { log } from "../log/index.ts";
import { Run } from "../run/index.ts";
import { Table } from "../table/index.ts";
import type { Job } from "./job.ts";
import { leftReason, type Reason } from "./reason.ts";

/** What a state machine's catch hands on. */
export const Failure = z.object({ Error: z.string().optional(), Cause: z.string().optional() });

/** Ends the run with a sentence a person can act on, from what the failed step left or said after so many redrives. */
export async function fail(job: Job, failure: z.infer<typeof Failure>, redrives = 0): Promise<Reason> {
  const reason = (await leftReason(job, redrives)) ?? reasonOf(failure);
  log.warn("import failed", { ...reason, cause: failure.Cause });
  await Run.fail({ runID: job.runId, attempt: job.attempt, redrives, error: reason });
  const run = await query((db) =>
    db.selectFrom("run").select("subject_id").where("id", "=", job.runId).executeTakeFirst(),
  );
  if (run) await Table.failImport({ tableID: run.subject_id });
  return reason;
}

/** A function's cause is JSON with its error's message, `<code>: <sentence>` for what a person can act on. */
export function reasonOf({ Error: name = "", Cause: cause = "" }: z.infer<typeof Failure>): Reason {
  const said = messageIn(cause);
  const [, code, message] = /^([a-z_]+\.[a-z_]+): (.+)$/s.exec(said) ?? [];
  if (name === "Permanent" && code && message) return { code, message };
  if (name === "States.Timeout" || /timed? ?out|duration exceeded/i.test(said)) {
    return {
      code: "import.timeout",
      message: "The import took longer than it may. Split the file and import its parts.",
    };
  }
  return {
    code: "import.failed",
    message:
      "The import failed for a reason that is not in the file. Start it again; if it fails again, ask whoever runs Atrium.",
  };
}

function messageIn(cause: string): string {
  try {
    const parsed: unknown = JSON.parse(cause);
    const { errorMessage, StatusReason } = parsed as { errorMessage?: unknown; StatusReason?: unknown };
    return String(errorMessage ?? StatusReason ?? "");
  } catch {
    return cause; // Not every cause is JSON.
  }
}
