import type pg from "pg";
import type { Queues } from "../queue/service.ts";
import type { Queryable } from "../queue/store.ts";
import type { Log } from "../router/log.ts";
import { type Clock, systemClock } from "../states/clock.ts";
import type { Invoke } from "../states/lambda.ts";
import { persist } from "../states/persist.ts";
import { type AsyncPolicies, isFunction, pauseAfter, type Sending, toDraft } from "./policy.ts";
import { createItems, type Item, migrateDelivery } from "./store.ts";

export type DeliveryOptions = {
  pool: pg.Pool;
  queues: Queues;
  invoke: Invoke;
  startExecution(machine: string, name: string, input: string): Promise<unknown>;
  functions: AsyncPolicies;
  log: Log;
  clock?: Clock;
};

export type Delivery = Awaited<ReturnType<typeof startDelivery>>;

const AT_ONCE = 10;
const LONGEST_STOP_MS = 500;

/** Brings events to functions, queues and state machines: at least once, through restarts, until they give up on them. */
export async function startDelivery(options: DeliveryOptions) {
  const { pool, queues, functions, log, clock = systemClock } = options;
  await migrateDelivery(pool);
  const items = createItems(pool);
  const halting = new AbortController();
  const { signal } = halting;
  const working = new Map<string, Promise<void>>();
  let bell = Promise.withResolvers<void>();

  async function run(): Promise<void> {
    while (!signal.aborted) {
      bell = Promise.withResolvers();
      const rest = new AbortController();
      const next = await persist(() => begin(), { halt: signal, log, clock });
      const sleep = next === undefined ? bell.promise : clock.sleep(next, AbortSignal.any([signal, rest.signal]));
      await Promise.race([bell.promise, sleep.catch(() => undefined)]);
      rest.abort();
    }
  }

  /** Sets off what is due; how long until there is more, undefined when only a ring can bring it. */
  async function begin(): Promise<number | undefined> {
    const free = AT_ONCE - working.size;
    if (free > 0) {
      for (const item of await items.due(clock.now(), [...working.keys()], free)) {
        const done = work(item).finally(() => {
          working.delete(item.id);
          bell.resolve();
        });
        working.set(item.id, done);
      }
    }
    if (working.size >= AT_ONCE) return undefined;
    const at = await items.nextAt([...working.keys()]);
    return at === undefined ? undefined : Math.max(1, at - clock.now());
  }

  async function work(item: Item): Promise<void> {
    try {
      const failure = await attempt(item);
      if (failure) await persist(() => afterFailure(item, failure), { halt: signal, log, clock });
    } catch (error) {
      // Nothing is lost: the item is still there, and the next start takes it up.
      if (!signal.aborted) log("error", "an event could not be delivered", { target: item.target, error });
    }
  }

  /** Undefined when the target has it. */
  async function attempt(item: Item): Promise<Failure | undefined> {
    try {
      if (item.target.startsWith("arn:aws:sqs:")) await enqueue(item, item.target, item.payload, {});
      else {
        const failure = isFunction(item.target) ? await call(item) : await start(item);
        if (failure) return failure;
        await persist(() => items.remove(pool, item.id), { halt: signal, log, clock });
      }
      return undefined;
    } catch (error) {
      signal.throwIfAborted();
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      return { code: name, message };
    }
  }

  async function call({ target, payload }: Item): Promise<Failure | undefined> {
    const { functionError, payload: answer } = await options.invoke(target, JSON.parse(payload), { signal });
    return functionError === undefined ? undefined : { code: functionError, message: JSON.stringify(answer) };
  }

  async function start({ id, target, payload }: Item): Promise<undefined> {
    try {
      await options.startExecution(target, id, payload);
    } catch (error) {
      // Started before a crash; the name is the item's, so this is the same execution.
      if (!(error instanceof Error) || error.name !== "ExecutionAlreadyExists") throw error;
    }
  }

  async function enqueue(item: Item, queue: string, body: string, attributes: Record<string, string>): Promise<void> {
    await items.transaction(async (db) => {
      const described = Object.entries(attributes).map(
        ([name, StringValue]) => [name, { DataType: "String", StringValue }] as const,
      );
      await queues.send(queue, [{ body, attributes: Object.fromEntries(described) }], db);
      await items.remove(db, item.id);
    });
    queues.ring(queue);
  }

  async function afterFailure(item: Item, { code, message }: Failure): Promise<void> {
    const now = clock.now();
    const throttled = code === "TooManyRequestsException";
    const attempts = item.attempts + (throttled ? 0 : 1);
    const next = now + pauseAfter(Math.max(1, attempts), item.target);
    if (attempts < item.mostAttempts && next < item.givesUpAt) return items.postpone(item.id, attempts, next);
    log("error", "an event was given up", { target: item.target, source: item.source, code, reason: message });
    if (item.deadLetters === null) return void (await items.remove(pool, item.id));
    const attributes = { ERROR_CODE: code, ERROR_MESSAGE: message || code, TARGET_ARN: item.target };
    await enqueue(item, item.deadLetters, item.payload, { ...attributes, RULE_ARN: item.source });
  }

  const running = run().catch((error: unknown) => {
    if (!signal.aborted) log("error", "events are no longer delivered", { error });
  });

  return {
    /** Kept when this resolves; with the connection of an open transaction, when that commits. */
    async add(sendings: Sending[], db: Queryable = pool): Promise<void> {
      const now = clock.now();
      const drafts = sendings.map((sending) => toDraft(sending, functions, now));
      await items.add(db, drafts, now);
      if (db === pool) bell.resolve();
    },
    transaction: items.transaction,
    ring: () => bell.resolve(),
    async stop(): Promise<void> {
      halting.abort(new Error("The host is stopping"));
      bell.resolve();
      const ended = Promise.allSettled([running, ...working.values()]);
      await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, LONGEST_STOP_MS).unref())]);
    },
  };
}

type Failure = { code: string; message: string };
