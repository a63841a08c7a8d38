import { LONGEST_HISTORY } from "./history.ts";
import type { ExecutionRow } from "./journal.ts";

const DAY_MS = 86_400_000;
const REDRIVABLE_MS = 14 * DAY_MS;
const LONGEST_EXECUTION_MS = 365 * DAY_MS;

/** Why an execution cannot be redriven, in the words of AWS; undefined when it can. */
export function whyNotRedrivable(row: ExecutionRow, lastEvent: number, now: number): string | undefined {
  if (row.status === "RUNNING" || row.status === "SUCCEEDED")
    return `Execution is ${row.status} and cannot be redriven.`;
  if (row.stoppedAt !== null && now - row.stoppedAt > REDRIVABLE_MS) return "Execution redrivable period exceeded.";
  if (now - row.startedAt > LONGEST_EXECUTION_MS) return "Execution has exceeded the max execution time.";
  // Room for ExecutionRedriven and at least one event more.
  if (lastEvent >= LONGEST_HISTORY - 1) return "Execution history event limit exceeded.";
  return undefined;
}
