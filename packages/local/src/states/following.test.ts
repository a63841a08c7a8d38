import { expect, test } from "vitest";
import { functionsAfterJobs } from "./following.ts";
import type { State } from "./language.ts";

const call = (FunctionName: string, Next?: string): State => ({
  Type: "Task",
  Resource: "arn:aws:states:::lambda:invoke",
  Arguments: { FunctionName },
  ...(Next === undefined ? { End: true } : { Next }),
});
const job = (Next: string): State => ({ Type: "Task", Resource: "arn:aws:states:::batch:submitJob.sync", Next });

test("functions that take over from a job are known before it begins, within a Map too", () => {
  const within = { StartAt: "Part", States: { Part: job("Note"), Note: call("note") } };
  const program = {
    StartAt: "Prepare",
    States: {
      Prepare: call("prepare", "Each"),
      Each: { Type: "Map", ItemProcessor: within, Next: "Work" } as State,
      Work: job("Register"),
      Again: job("Look"),
      Look: call("look", "Choose"),
      Choose: {
        Type: "Choice",
        Choices: [{ Condition: "{% $left %}", Next: "Again" }],
        Default: "Register",
      } as State,
      Register: call("register", "Done"),
      Done: { Type: "Succeed" } as State,
    },
  };
  expect(functionsAfterJobs(program)).toEqual(["register", "look", "note"]);
});
