import { createEffect, createSignal, on, onCleanup } from "solid-js";
import { createStore } from "solid-js/store";
import { api } from "./api.ts";
import { isAbort } from "./problem.ts";
import type { LogEntry } from "./types.ts";

const LIVE_MS = 600;
/** The API's page; a full one has more behind it. */
const FULL = 500;
const LONGEST_MS = 15_000;

/** The log of a run, growing while the run is active; asks only for what it does not have. */
export function createLog(runId: () => string, active: () => boolean) {
  const [entries, setEntries] = createStore<LogEntry[]>([]);
  const [error, setError] = createSignal<unknown>();
  const [ready, setReady] = createSignal(false);

  createEffect(
    on(runId, (id) => {
      const stopped = new AbortController();
      let failures = 0;
      let timer: ReturnType<typeof setTimeout> | undefined;
      setEntries([]);
      setReady(false);

      const ask = async () => {
        // Read before asking: an entry written between the answer and the end of the run must not be missed.
        const last = !active();
        try {
          const more = await read(id, stopped.signal);
          failures = 0;
          setError(undefined);
          setReady(true);
          if (more) return void ask();
        } catch (cause) {
          if (isAbort(cause)) return;
          failures++;
          setError(cause);
        }
        if (!last) timer = setTimeout(() => void ask(), Math.min(LONGEST_MS, LIVE_MS * 2 ** failures));
      };
      void ask();
      onCleanup(() => {
        stopped.abort(new DOMException("Left", "AbortError"));
        clearTimeout(timer);
      });
      // A retry makes an ended run active again.
      createEffect(on(active, (now) => now && failures === 0 && ready() && void ask(), { defer: true }));
    }),
  );

  /** True when the answer was full, so that there is more at once. */
  async function read(id: string, signal: AbortSignal): Promise<boolean> {
    const { items } = await api.runs.logs(id, entries.at(-1)?.seq, { signal });
    const known = entries.at(-1)?.seq ?? -1;
    const fresh = items.filter((entry) => entry.seq > known);
    if (fresh.length > 0) setEntries((all) => [...all, ...fresh]);
    return items.length >= FULL;
  }

  return { entries, error, ready };
}

export function findIn(entries: LogEntry[], text: string, step: string | undefined): LogEntry[] {
  const wanted = text.trim().toLowerCase();
  return entries.filter(
    (entry) =>
      (!step || entry.step.toLowerCase() === step.toLowerCase()) &&
      (!wanted || `${entry.level} ${entry.step} ${entry.message}`.toLowerCase().includes(wanted)),
  );
}

export const logText = (entries: LogEntry[]) =>
  entries.map(({ at, level, step, message }) => `${at} ${level} ${step} ${message}\n`).join("");
