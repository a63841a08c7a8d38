import { query } from "../database/index.ts";
import { notify } from "../notification/notify.ts";
import * as Outbox from "../outbox/put.ts";
import type { RunState } from "./schema.ts";

const ENDED = { failed: "run.failed", succeeded: "run.succeeded" } as const;

/** Tells whoever follows the project or the thing that its run moved on; they read for themselves how far. */
export async function announce(runID: string, state: RunState): Promise<void> {
  const run = await query((db) =>
    db
      .selectFrom("run")
      .select(["project_id", "subject_id", "requested_by"])
      .where("id", "=", runID)
      .executeTakeFirstOrThrow(),
  );
  const entityIds = [...new Set([run.project_id, run.subject_id])];
  await Outbox.put("socket", { entityIds, message: { type: "run.changed", id: runID, projectId: run.project_id } });
  if (state !== "failed" && state !== "succeeded") return;
  const recipients = [run.requested_by];
  await notify({ recipients, type: ENDED[state], entityID: run.subject_id, parameters: { runId: runID } });
}
