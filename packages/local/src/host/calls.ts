import type { LogFile } from "../log/index.ts";

/** Every AWS call of this run, by name. Each is logged when it is first made: a record kept for the end dies with us. */
export function createCalls(log: Pick<LogFile, "event">) {
  const made = new Set<string>();
  return {
    note(call: string): void {
      if (made.has(call)) return;
      made.add(call);
      log.event("info", "AWS call made", { call });
    },
  };
}

export type Calls = ReturnType<typeof createCalls>;
