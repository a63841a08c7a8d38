import { AccessRequest } from "@atrium/core/access-request";
import { Actor } from "@atrium/core/actor";
import { Audit } from "@atrium/core/audit";
import { Idempotency } from "@atrium/core/idempotency";
import { Identity } from "@atrium/core/identity";
import { log } from "@atrium/core/log";
import { Media } from "@atrium/core/media";
import { Notification } from "@atrium/core/notification";
import { Outbox } from "@atrium/core/outbox";
import { Rate } from "@atrium/core/rate";
import { Run } from "@atrium/core/run";
import { Schedule } from "@atrium/core/schedule";
import { Socket } from "@atrium/core/socket";
import { Trigger } from "@atrium/core/trigger";
import { Upload } from "@atrium/core/upload";
import { Webhook } from "@atrium/core/webhook";

const tasks: Record<string, () => Promise<unknown>> = {
  access: AccessRequest.sweep,
  runs: Run.sweep,
  schedules: Schedule.sweep,
  triggers: Trigger.sweep,
  uploads: Upload.sweep,
  media: () => Media.sweep(),
  idempotency: Idempotency.sweep,
  identity: Identity.sweep,
  rates: Rate.sweep,
  audit: Audit.sweep,
  notifications: Notification.sweep,
  sockets: Socket.sweep,
  webhooks: Webhook.sweep,
  // Last: it wakes the relay for what the others left.
  outbox: Outbox.sweep,
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
