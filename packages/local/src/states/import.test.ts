import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { load } from "./definition.ts";
import { StatesError } from "./error.ts";
import type { Json } from "./json.ts";
import type { Invoke } from "./lambda.ts";
import type { Connector } from "./task.ts";
import { execute } from "./testing.ts";

// The program's own workflow, as it is deployed.
type Resource = { type: string; inputs: { definition: string } };
const graph = JSON.parse(readFileSync(new URL("../../../../stacks/graph.json", import.meta.url), "utf8")) as Resource[];
const definitions = graph
  .filter(({ type }) => type === "aws:sfn/stateMachine:StateMachine")
  .map((one) => one.inputs.definition);

const input = { runId: "run_1", attempt: 1 };

/** Answers by what the function is for, and keeps what it was asked. */
function functions(engine: string, fail: (name: string, call: number) => string | undefined = () => undefined) {
  const calls: { name: string; payload: unknown }[] = [];
  const invoke: Invoke = async (arn, payload) => {
    const name = ["Prepare", "Ingest", "Register", "Fail"].find((one) => arn.includes(one)) ?? arn;
    calls.push({ name, payload });
    const errorType = fail(name, calls.filter((call) => call.name === name).length);
    if (errorType !== undefined) return { payload: { errorType, errorMessage: "no" }, functionError: "Unhandled" };
    return { payload: name === "Prepare" ? { engine } : null };
  };
  return { calls, invoke, names: () => calls.map((call) => call.name) };
}

/** Jobs that end with these codes in turn; undefined is a host that went. */
function jobs(...codes: (number | undefined)[]) {
  const submitted: Json[] = [];
  const connector: Connector = {
    async run(task) {
      submitted.push(task.arguments);
      const code = codes[submitted.length - 1];
      if (code === 0) return { Status: "SUCCEEDED" };
      const StatusReason = code === undefined ? "Host terminated" : "Essential container in task exited";
      const Container = code === undefined ? {} : { ExitCode: code };
      throw new StatesError(
        "States.TaskFailed",
        JSON.stringify({ Status: "FAILED", StatusReason, Attempts: [{ Container }], Container }),
      );
    },
  };
  return { submitted, connector };
}

test("there are workflows, and all of them load", () => {
  expect(definitions.length).toBeGreaterThan(0);
  for (const definition of definitions) expect(load(definition).States).toBeDefined();
});

describe("import", () => {
  const definition = JSON.parse(definitions.find((text) => text.includes("IngestSmall")) ?? "{}") as object;

  test("small: prepared, ingested in a function, registered", async () => {
    const { calls, invoke, names } = functions("lambda");
    expect((await execute(definition, input, { invoke })).status).toBe("SUCCEEDED");
    expect(names()).toEqual(["Prepare", "Ingest", "Register"]);
    expect(calls.map((call) => call.payload)).toEqual([input, input, input]);
  });

  test("large: the job is given the run and nothing else", async () => {
    const { invoke, names } = functions("batch");
    const { submitted, connector } = jobs(0);
    expect((await execute(definition, input, { invoke, batch: connector })).status).toBe("SUCCEEDED");
    expect(names()).toEqual(["Prepare", "Register"]);
    expect(submitted).toMatchObject([
      {
        JobName: "run_1-1",
        ContainerOverrides: { Environment: [{ Name: "JOB_INPUT", Value: JSON.stringify(input) }] },
      },
    ]);
  });

  test.each<[string, (number | undefined)[], string, number]>([
    ["exit code 65 is not tried again", [65], "FAILED", 1],
    ["another code is, once", [1, 0], "SUCCEEDED", 2],
    ["and not twice", [1, 1], "FAILED", 2],
    ["a host that went is no reason to give up", [undefined, 0], "SUCCEEDED", 2],
  ])("a job: %s", async (_, codes, status, tries) => {
    const { invoke, calls, names } = functions("batch");
    const { submitted, connector } = jobs(...codes);
    expect((await execute(definition, input, { invoke, batch: connector })).status).toBe(status);
    expect(submitted).toHaveLength(tries);
    if (status === "SUCCEEDED") return;
    expect(names()).toEqual(["Prepare", "Fail"]);
    expect(calls.at(-1)?.payload).toMatchObject({ ...input, error: { Error: "States.TaskFailed" } });
  });

  test("a permanent error is recorded at once, a passing one tried again", async () => {
    const permanent = functions("lambda", (name) => (name === "Ingest" ? "Permanent" : undefined));
    expect(await execute(definition, input, permanent)).toMatchObject({
      status: "FAILED",
      error: "States.NoChoiceMatched", // so that a redrive finds a Choice to ask again
    });
    expect(permanent.calls.at(-1)?.payload).toEqual({
      ...input,
      error: { Error: "Permanent", Cause: expect.any(String) as string },
      redrives: 0,
    });
    expect(permanent.names()).toEqual(["Prepare", "Ingest", "Fail"]);
    const passing = functions("lambda", (name, call) => (name === "Ingest" && call < 3 ? "Retryable" : undefined));
    expect((await execute(definition, input, passing)).status).toBe("SUCCEEDED");
    expect(passing.names()).toEqual(["Prepare", "Ingest", "Ingest", "Ingest", "Register"]);
  });
});
