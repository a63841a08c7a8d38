import type { Delivery } from "../delivery/service.ts";
import type { Buses } from "../events/bus.ts";
import { EVENT_BRIDGE, type Notice } from "../s3/notices/outbox.ts";

type BucketEvent = { detailType: string; resources: string[]; detail: unknown };

/** What a bucket tells goes to its target, or onto the default event bus. */
export async function takeNotice({ bucket, target, payload }: Notice, buses: Buses, delivery: Delivery): Promise<void> {
  if (target !== EVENT_BRIDGE) return delivery.add([{ target, payload, source: `arn:aws:s3:::${bucket}` }]);
  await buses.put([{ source: "aws.s3", bus: "default", ...(payload as BucketEvent) }]);
}
