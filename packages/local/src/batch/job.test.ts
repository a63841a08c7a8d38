import { expect, test } from "vitest";
import { type Attempt, type ExitRule, type JobSpec, retries } from "./job.ts";

const failed = (fields: Partial<Attempt>): Attempt => ({
  startedAt: 0,
  stoppedAt: 1,
  statusReason: "Essential container in task exited",
  logStreamName: "",
  ...fields,
});

test.each<[string, number, ExitRule[], Partial<Attempt>, boolean]>([
  ["attempts are left", 1, [], { exitCode: 1 }, true],
  ["none are left", 2, [], { exitCode: 1 }, false],
  ["its exit code means no", 1, [{ action: "EXIT", onExitCode: "65" }], { exitCode: 65 }, false],
  ["another exit code", 1, [{ action: "EXIT", onExitCode: "65" }], { exitCode: 6 }, true],
  ["a pattern", 1, [{ action: "EXIT", onStatusReason: "Host*" }], { statusReason: "Host terminated" }, false],
  [
    "the first rule that fits decides",
    1,
    [
      { action: "RETRY", onStatusReason: "Host*" },
      { action: "EXIT", onReason: "*" },
    ],
    { statusReason: "Host terminated", reason: "x" },
    true,
  ],
  ["a rule for what is not there does not fit", 1, [{ action: "EXIT", onReason: "*" }], { exitCode: 1 }, true],
])("another attempt: %s", (_, made, evaluateOnExit, fields, again) => {
  const spec = { attempts: 2, evaluateOnExit } as unknown as JobSpec;
  expect(retries(spec, made, failed(fields))).toBe(again);
});
