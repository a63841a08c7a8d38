import { expect, test } from "vitest";
import type { ExecutionRow } from "./journal.ts";
import { whyNotRedrivable } from "./redrivable.ts";

const DAY = 86_400_000;
const now = 400 * DAY;
const row = (fields: Partial<ExecutionRow>) =>
  ({ status: "FAILED", startedAt: now - 2 * DAY, stoppedAt: now - DAY, ...fields }) as ExecutionRow;

test.each<[string, Partial<ExecutionRow>, number, string | undefined]>([
  ["failed", {}, 10, undefined],
  ["stopped", { status: "ABORTED" }, 10, undefined],
  ["timed out", { status: "TIMED_OUT" }, 10, undefined],
  ["still running", { status: "RUNNING", stoppedAt: null }, 10, "Execution is RUNNING and cannot be redriven."],
  ["succeeded", { status: "SUCCEEDED" }, 10, "Execution is SUCCEEDED and cannot be redriven."],
  ["just within 14 days", { startedAt: now - 20 * DAY, stoppedAt: now - 14 * DAY }, 10, undefined],
  [
    "ended 15 days ago",
    { startedAt: now - 20 * DAY, stoppedAt: now - 15 * DAY },
    10,
    "Execution redrivable period exceeded.",
  ],
  ["began a year ago", { startedAt: now - 366 * DAY }, 10, "Execution has exceeded the max execution time."],
  ["room for two events", {}, 24_998, undefined],
  ["no room in the history", {}, 24_999, "Execution history event limit exceeded."],
])("%s", (_, fields, lastEvent, reason) => {
  expect(whyNotRedrivable(row(fields), lastEvent, now)).toBe(reason);
});
