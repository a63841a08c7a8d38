import { setTimeout as sleep } from "node:timers/promises";
import type { Excess, Limits } from "./types.ts";
import { diskOf, fairlyResident, residentOf } from "./usage.ts";

const LOOK_MS = 100;
const DISK_LOOK_MS = 500;
const MIB = 1024 * 1024;

type Watched = {
  /** Folders below /proc of all that is in the sandbox now. */
  processes(): Promise<string[]>;
  work: string;
  limits: Limits;
  kill(): unknown;
};

/** Ends the sandbox when it takes more than it may. `over` is called when it has ended, and answers what that was. */
export function watch({ processes, work, limits, kill }: Watched) {
  const done = new AbortController();
  const { signal } = done;
  const memory = limits.memoryMiB * MIB;
  let reason: Excess | undefined;

  function end(excess: Excess): void {
    if (signal.aborted) return;
    reason ??= excess;
    kill();
  }

  async function repeat(every: number, look: () => Promise<Excess | undefined>): Promise<void> {
    while (!signal.aborted) {
      const excess = await look();
      if (excess) end(excess);
      await sleep(every, undefined, { signal }).catch(() => undefined); // it has ended
    }
  }

  async function processesAndMemory(): Promise<Excess | undefined> {
    const now = await processes();
    if (now.length > limits.processes) return "processes";
    return (await residentOf(now)) > memory && (await fairlyResident(now)) > memory ? "memory" : undefined;
  }

  const disk = async () => ((await diskOf(work, await processes())) > limits.diskMiB * MIB ? "disk" : undefined);
  const watching = Promise.all([repeat(LOOK_MS, processesAndMemory), repeat(DISK_LOOK_MS, disk)]);
  sleep(limits.seconds * 1000, undefined, { signal }).then(
    () => end("seconds"),
    () => undefined, // ended in time
  );

  return {
    end,
    async over(): Promise<Excess | undefined> {
      done.abort();
      await watching;
      return reason;
    },
  };
}
