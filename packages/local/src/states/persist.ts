import type { Log } from "../router/log.ts";
import { type Clock, systemClock } from "./clock.ts";

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 2_000;

/**
 * Writes to the host's database, through a restart of it: a database that is away holds work up, it does not fail it.
 * The limit is the host's own life, so `halt` ends the attempts and the write is rejected.
 */
export async function persist<T>(
  write: () => Promise<T>,
  { halt, log, clock = systemClock }: { halt: AbortSignal; log: Log; clock?: Clock },
): Promise<T> {
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    halt.throwIfAborted();
    try {
      return await write();
    } catch (error) {
      if (!isPassing(error)) throw error;
      log("warn", "the host's database is unreachable, trying again", { error });
      await clock.sleep(pause, halt).catch(() => undefined); // woken early by the halt, seen above
    }
  }
}

/** Connection failures, and the states of a server that is coming or going; all else is a fault of ours. */
function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  if (code === "") return /connection|timeout/i.test(error.message);
  return /^(08|40|53|55|57)/.test(code) || /^E[A-Z]+$/.test(code);
}
