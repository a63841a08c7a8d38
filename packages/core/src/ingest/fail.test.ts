import { expect, it } from "vitest";
import { reasonOf } from "./fail.ts";

it("tells what a function said for good", () => {
  const Cause = JSON.stringify({ errorType: "Permanent", errorMessage: "import.empty: The file is empty." });
  expect(reasonOf({ Error: "Permanent", Cause })).toEqual({ code: "import.empty", message: "The file is empty." });
});

it.each([
  ["States.Timeout", ""],
  ["Lambda.Unknown", '{"errorMessage":"2026-01-01 Task timed out after 900.00 seconds"}'],
  ["Batch.JobFailed", '{"StatusReason":"Job attempt duration exceeded timeout"}'],
])("says that it took too long: %s", (name, cause) => {
  expect(reasonOf({ Error: name, Cause: cause })).toMatchObject({ code: "import.timeout" });
});

it.each([
  ["Retryable", '{"errorMessage":"internal: see the log"}'],
  ["Batch.JobFailed", '{"StatusReason":"Host EC2 terminated"}'],
  ["x", "not JSON"],
  [undefined, undefined],
])("says no more than it knows: %s", (name, cause) => {
  expect(reasonOf({ Error: name, Cause: cause })).toMatchObject({ code: "import.failed" });
});
