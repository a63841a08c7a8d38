import { expect, test } from "vitest";
import type { StepState } from "./schema.ts";
import { continuesFrom } from "./stage.ts";

const step = (name: string, state: StepState, stage: string | null) => ({ name, state, stage });

test.each<[string, ReturnType<typeof step>[], string | null]>([
  ["nothing was begun", [], null],
  ["a step of its own", [step("Prepare", "succeeded", "Prepare"), step("Register", "failed", "Register")], "Register"],
  [
    "a stage of several steps begins with its first",
    [step("Prepare", "succeeded", "Prepare"), step("Fetch", "succeeded", "Ingest"), step("Read", "failed", "Ingest")],
    "Fetch",
  ],
  ["cancelled", [step("Prepare", "cancelled", "Prepare")], "Prepare"],
  [
    "continued, and ended before anything began again",
    [step("Prepare", "succeeded", "Prepare"), step("Fetch", "waiting", "Ingest")],
    "Fetch",
  ],
  ["from before there were stages", [step("Read", "failed", null)], null],
])("%s", (_, steps, name) => {
  expect(continuesFrom(steps)).toBe(name);
});
