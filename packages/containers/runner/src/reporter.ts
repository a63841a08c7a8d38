import { setTimeout as sleep } from "node:timers/promises";
import type { Client } from "./client.ts";
import type { Entry, Progress } from "./job.ts";

const PAUSE_MS = 260; // at most four a second
const ENTRIES_PER_REPORT = 500;
const MOST_WAITING = 20_000;
/** So that one whose program says nothing learns that it was cancelled, too. */
const SILENCE_MS = 5_000;

export type Reporter = ReturnType<typeof createReporter>;

/** Sends progress and log entries in batches; `cancelled` is called once the API says that nobody wants the result. */
export function createReporter(client: Pick<Client, "report">, cancelled: () => void, signal: AbortSignal) {
  let progress: Progress | undefined;
  let told = "";
  let waiting: Entry[] = [];
  let dropped = 0;
  const closing = new AbortController();
  const sending = loop();

  async function loop(): Promise<void> {
    let last = Date.now();
    while (!signal.aborted) {
      const more = progress !== undefined || waiting.length > 0;
      if (!more && closing.signal.aborted) return;
      if (more || Date.now() - last > SILENCE_MS) {
        last = Date.now();
        await send();
      }
      // While it closes the pace stays what the API allows; a signal that has fired no longer ends a pause.
      const pausing = closing.signal.aborted ? signal : AbortSignal.any([signal, closing.signal]);
      if (!closing.signal.aborted || waiting.length > 0)
        await sleep(PAUSE_MS, undefined, { signal: pausing }).catch(() => undefined);
    }
  }

  async function send(): Promise<void> {
    const entries = waiting.slice(0, ENTRIES_PER_REPORT);
    waiting = waiting.slice(ENTRIES_PER_REPORT);
    const report = { ...(progress && { progress }), ...(entries.length > 0 && { entries }) };
    progress = undefined;
    const answer = await client.report(report);
    if (answer?.cancelled) cancelled();
  }

  return {
    progress(next: Progress): void {
      if (JSON.stringify(next) === told) return;
      told = JSON.stringify(next);
      progress = next;
    },
    log(entry: Entry): void {
      if (waiting.length < MOST_WAITING) waiting.push(entry);
      else dropped++;
    },
    /** Sends what is still to be sent. Throws when reports could not be delivered. */
    async close(): Promise<void> {
      if (dropped > 0)
        waiting.push({ level: "warn", message: `${dropped} more lines came faster than they were kept.` });
      closing.abort();
      await sending;
    },
    /** Rejects as soon as reports can't be delivered. */
    failed: new Promise<never>((_, reject) => sending.catch(reject)),
  };
}
