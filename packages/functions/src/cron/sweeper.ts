import { Actor } from "@atrium/core/actor";
import { Audit } from "@atrium/core/audit";
import { Idempotency } from "@atrium/core/idempotency";
import { Identity } from "@atrium/core/identity";
import { log } from "@atrium/core/log";
import { Run } from "@atrium/core/run";
import { Upload } from "@atrium/core/upload";

const tasks: Record<string, () => Promise<unknown>> = {
  runs: Run.sweep,
  uploads: Upload.sweep,
  idempotency: Idempotency.sweep,
  identity: Identity.sweep,
  audit: Audit.sweep,
};

/** Every minute: what crashes left behind, and what has had its time. One task that fails does not keep the others from theirs. */
export function handler(): Promise<Record<string, unknown>> {
  return Actor.as({ type: "system", reason: "sweeper" }, async () => {
    const done: Record<string, unknown> = {};
    const failures: unknown[] = [];
    for (const [name, task] of Object.entries(tasks)) {
      try {
        done[name] = await task();
      } catch (error) {
        log.error("sweeping failed", { task: name, error });
        failures.push(error);
      }
    }
    // An alarm watches the errors of this function.
    if (failures.length > 0) throw new AggregateError(failures, "Some of the sweeper's tasks failed");
    return done;
  });
}
