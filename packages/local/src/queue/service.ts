import type pg from "pg";
import { AwsError } from "../router/error.ts";
import type { Log } from "../router/log.ts";
import { type Clock, systemClock } from "../states/clock.ts";
import { createBells } from "./bells.ts";
import { type Attributes, sizeOf } from "./message.ts";
import { migrateQueues } from "./schema.ts";
import { createStore, type Message, type Queryable } from "./store.ts";

export type QueueSpec = {
  arn: string;
  name: string;
  visibilitySeconds: number;
  delaySeconds: number;
  retentionSeconds: number;
  waitSeconds: number;
  mostBytes: number;
  deadLetters?: { arn: string; mostReceives: number };
};

export type Entry = { body: string; attributes?: Attributes; delaySeconds?: number };
export type Receive = { most: number; visibilitySeconds?: number; waitSeconds?: number; signal?: AbortSignal };
export type Queues = Awaited<ReturnType<typeof startQueues>>;

const EXPIRY_MS = 60 * 60_000;

/** The program's queues, durable in the host's database. */
export async function startQueues(options: { pool: pg.Pool; queues: QueueSpec[]; log: Log; clock?: Clock }) {
  const { pool, queues, log, clock = systemClock } = options;
  await migrateQueues(pool);
  const store = createStore(pool);
  const bells = createBells();
  const stopping = new AbortController();
  const byName = new Map(queues.flatMap((queue) => [[queue.name, queue] as const, [queue.arn, queue] as const]));

  /** By name, ARN or URL. */
  function find(reference: string): QueueSpec {
    const found = byName.get(reference) ?? byName.get(reference.split("/").at(-1) ?? "");
    if (found) return found;
    throw new AwsError("QueueDoesNotExist", "The specified queue does not exist.");
  }
  for (const { deadLetters } of queues) if (deadLetters) find(deadLetters.arn);

  async function take(queue: QueueSpec, { most, visibilitySeconds }: Receive): Promise<Message[]> {
    const now = clock.now();
    if (queue.deadLetters) {
      const { arn, mostReceives } = queue.deadLetters;
      const grave = find(arn).name;
      if ((await store.bury(queue.name, grave, mostReceives, now)) > 0) bells.ring(grave);
    }
    const hidden = (visibilitySeconds ?? queue.visibilitySeconds) * 1_000;
    return store.take(queue.name, most, now, now + hidden, now - queue.retentionSeconds * 1_000);
  }

  async function expire(): Promise<void> {
    for (const { name, retentionSeconds } of queues) await store.expire(name, clock.now() - retentionSeconds * 1_000);
  }
  const expiry = setInterval(() => {
    expire().catch((error: unknown) => log("warn", "old messages were not removed", { error }));
  }, EXPIRY_MS).unref();
  await expire();

  return {
    store,
    clock,
    find,
    all: () => queues,

    /** All or none; `db` may be an open transaction, and then `ring` is for after its commit. */
    async send(reference: string, entries: Entry[], db: Queryable = pool): Promise<string[]> {
      const queue = find(reference);
      const now = clock.now();
      const drafts = entries.map(({ body, attributes = {}, delaySeconds = queue.delaySeconds }) => {
        if (sizeOf(body, attributes) > queue.mostBytes) {
          const message = `One or more parameters are invalid. Reason: Message must be shorter than ${queue.mostBytes} bytes.`;
          throw new AwsError("InvalidParameterValue", message);
        }
        return { body, attributes, visibleAt: now + delaySeconds * 1_000 };
      });
      const ids = await store.add(db, queue.name, drafts, now);
      if (db === pool) bells.ring(queue.name);
      return ids;
    },

    ring: (reference: string) => bells.ring(find(reference).name),

    /** Waits for the first message as long as it is told to, and no longer than the host runs. */
    async receive(reference: string, receive: Receive): Promise<Message[]> {
      const queue = find(reference);
      const end = clock.now() + (receive.waitSeconds ?? queue.waitSeconds) * 1_000;
      const signal = AbortSignal.any([stopping.signal, ...(receive.signal ? [receive.signal] : [])]);
      for (;;) {
        const bell = bells.listen(queue.name);
        const rest = new AbortController();
        try {
          const messages = await take(queue, receive);
          const now = clock.now();
          if (messages.length > 0 || now >= end || signal.aborted) return messages;
          const visible = (await store.nextVisible(queue.name)) ?? end;
          const either = AbortSignal.any([signal, rest.signal]);
          const sleep = clock.sleep(Math.max(1, Math.min(end, visible) - now), either).catch(() => undefined);
          await Promise.race([bell.rung, sleep]);
        } finally {
          rest.abort();
          bell.leave();
        }
      }
    },

    async hide(reference: string, receipt: string, seconds: number): Promise<boolean> {
      const { name } = find(reference);
      const now = clock.now();
      const known = await store.hide(name, receipt, now, now + seconds * 1_000);
      if (known) bells.ring(name); // whoever sleeps until the old moment must look again
      return known;
    },

    async revive(reference: string, destination?: string): Promise<number> {
      const target = destination === undefined ? undefined : find(destination).name;
      const moved = await store.revive(find(reference).name, target, clock.now());
      for (const name of new Set(moved)) bells.ring(name);
      return moved.length;
    },

    stop(): void {
      clearInterval(expiry);
      stopping.abort();
    },
  };
}
