import { Actor } from "@atrium/core/actor";
import { Notification } from "@atrium/core/notification";
import { Outbox } from "@atrium/core/outbox";
import { Webhook } from "@atrium/core/webhook";
import { query } from "../../../core/src/database/index.ts";

// Only for tests.

/** What the relay would have said to mail and sockets. */
export type Said = { mails: Record<string, string>[]; sockets: Record<string, unknown>[] };

/** Delivers what is in the outbox, and what that leaves there, as the relay does; mail and sockets only listen. */
export async function relayAll(): Promise<Said> {
  const said: Said = { mails: [], sockets: [] };
  await query((db) =>
    db
      .updateTable("outbox")
      .set({ due_at: new Date(0) })
      .where("state", "=", "waiting")
      .execute(),
  );
  await Actor.as({ type: "system", reason: "test" }, () =>
    Outbox.relay(
      {
        mail: async (payload) => said.mails.push(payload as Record<string, string>),
        socket: async (payload) => said.sockets.push(payload as Record<string, unknown>),
        notification: Notification.deliver,
        webhook: Webhook.deliver,
      },
      { until: Date.now() + 30_000 },
    ),
  );
  return said;
}
