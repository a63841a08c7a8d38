import { expect, test } from "vitest";
import { matches } from "./error.ts";

test.each<[string[], string, boolean]>([
  [["A", "B"], "B", true],
  [["A"], "B", false],
  [["States.ALL"], "Anything", true],
  [["States.ALL"], "States.Timeout", true],
  [["States.ALL"], "States.DataLimitExceeded", false],
  [["States.DataLimitExceeded"], "States.DataLimitExceeded", true],
  [["States.ALL"], "States.Runtime", false],
  [["States.Runtime"], "States.Runtime", false],
  [["States.TaskFailed"], "Permanent", true],
  [["States.TaskFailed"], "States.Timeout", false],
  [["States.TaskFailed"], "States.HeartbeatTimeout", false],
  [["States.Timeout"], "States.HeartbeatTimeout", true],
  [["States.HeartbeatTimeout"], "States.Timeout", false],
])("%j takes %s: %s", (names, error, taken) => {
  expect(matches(names, error)).toBe(taken);
});
