import { type Matches, parsePattern } from "../events/pattern.ts";
import type { Queues } from "../queue/service.ts";
import type { Message } from "../queue/store.ts";
import type { Log } from "../router/log.ts";
import type { Invoke } from "../states/lambda.ts";
import { persist } from "../states/persist.ts";
import { failuresIn, filterable, recordOf } from "./event.ts";

/** A queue whose messages a function is called with. */
export type Mapping = {
  queueArn: string;
  functionName: string;
  batchSize: number;
  windowSeconds: number;
  partialFailures: boolean;
  concurrency: number;
  filters: string[];
};

const MOST_RECEIVED = 10;
const WAIT_SECONDS = 20;
const LONGEST_STOP_MS = 500;

/** Polls the queues and calls the functions; what a function does not manage is seen again after the visibility timeout. */
export function startMappings(options: { queues: Queues; mappings: Mapping[]; invoke: Invoke; log: Log }) {
  const { queues, invoke, log } = options;
  const halting = new AbortController();
  const { signal } = halting;
  const loops = options.mappings.map((mapping) => {
    const filters = mapping.filters.map(parsePattern);
    return follow(mapping, filters).catch((error: unknown) => report(mapping, error));
  });

  /** One poller; as many batches are worked on at once as the mapping allows. */
  async function follow(mapping: Mapping, filters: Matches[]): Promise<void> {
    const working = new Set<Promise<void>>();
    while (!signal.aborted) {
      const batch = await persist(() => gather(mapping), { halt: signal, log });
      if (batch.length === 0) continue;
      const done = work(mapping, filters, batch)
        .catch((error: unknown) => report(mapping, error))
        .finally(() => working.delete(done));
      working.add(done);
      if (working.size >= mapping.concurrency) await Promise.race(working);
    }
    await Promise.all(working);
  }

  /** A full batch, or what came within the window of the first message. */
  async function gather({ queueArn, batchSize, windowSeconds }: Mapping): Promise<Message[]> {
    const most = (have: number) => Math.min(MOST_RECEIVED, batchSize - have);
    const batch = await queues.receive(queueArn, { most: most(0), waitSeconds: WAIT_SECONDS, signal });
    const end = Date.now() + windowSeconds * 1_000;
    while (batch.length > 0 && batch.length < batchSize && !signal.aborted) {
      const waitSeconds = Math.max(0, end - Date.now()) / 1_000;
      const more = await queues.receive(queueArn, { most: most(batch.length), waitSeconds, signal });
      if (more.length === 0) break;
      batch.push(...more);
    }
    return batch;
  }

  async function work(mapping: Mapping, filters: Matches[], batch: Message[]): Promise<void> {
    const all = batch.map((message) => recordOf(message, mapping.queueArn));
    const wanted = filters.length === 0 ? all : all.filter((one) => filters.some((test) => test(filterable(one))));
    const failed = wanted.length === 0 ? [] : await call(mapping, wanted);
    // What no filter lets through is nobody's, and is removed with what was done.
    const done = all.filter(({ messageId }) => !failed.includes(messageId)).map(({ receiptHandle }) => receiptHandle);
    const { name } = queues.find(mapping.queueArn);
    await persist(() => queues.store.remove(name, done), { halt: signal, log });
  }

  /** Ids of the messages that were not managed. */
  async function call(mapping: Mapping, records: ReturnType<typeof recordOf>[]): Promise<string[]> {
    const ids = records.map(({ messageId }) => messageId);
    const { payload, functionError } = await invoke(mapping.functionName, { Records: records }, { signal });
    if (functionError === undefined) return mapping.partialFailures ? failuresIn(payload, ids) : [];
    log("warn", "a batch failed", { function: mapping.functionName, answer: payload });
    return ids;
  }

  function report(mapping: Mapping, error: unknown): void {
    // The messages are seen again after their visibility timeout.
    if (!signal.aborted) log("warn", "a batch could not be worked on", { function: mapping.functionName, error });
  }

  return {
    async stop(): Promise<void> {
      halting.abort(new Error("The host is stopping"));
      await Promise.race([
        Promise.allSettled(loops),
        new Promise((resolve) => setTimeout(resolve, LONGEST_STOP_MS).unref()),
      ]);
    },
  };
}
