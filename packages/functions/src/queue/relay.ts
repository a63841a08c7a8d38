import { Actor } from "@atrium/core/actor";
import { Mailer } from "@atrium/core/mailer";
import { Notification } from "@atrium/core/notification";
import { Outbox } from "@atrium/core/outbox";
import { Socket } from "@atrium/core/socket";
import { Webhook } from "@atrium/core/webhook";
import type { SQSHandler } from "aws-lambda";

/** Leaves the function time to finish what it began. */
const WORK_MS = 60_000;

const deliveries: Outbox.Deliveries = {
  mail: Mailer.deliver,
  notification: Notification.deliver,
  socket: Socket.deliver,
  webhook: Webhook.deliver,
};

/** Woken by a poke, whatever it says: delivers everything that is due. */
export const handler: SQSHandler = async () => {
  await Actor.as({ type: "system", reason: "relay" }, () => Outbox.relay(deliveries, { until: Date.now() + WORK_MS }));
};
