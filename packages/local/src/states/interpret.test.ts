import { describe, expect, test } from "vitest";
import type { Json } from "./json.ts";
import { execute } from "./testing.ts";

const pass = (fields: object) => ({ StartAt: "P", States: { P: { Type: "Pass", ...fields, End: true } } });

describe("Pass and expressions", () => {
  test.each<[string, Json, Json]>([
    ["{% $states.input.a + 1 %}", { a: 1 }, 2],
    ["plain text", null, "plain text"],
    ["{% $states.context.Execution.Name %}", null, "one"],
    ["{% $states.context.State.Name %}", null, "P"],
    ["{% $partition([1,2,3,4,5], 2) %}", null, [[1, 2], [3, 4], [5]]],
    ["{% $range(1, 9, 4) %}", null, [1, 5, 9]],
    ["{% $range(3, 1, -1) %}", null, [3, 2, 1]],
    ["{% $parse('{\"a\":[1]}').a %}", null, [1]],
    ["{% $hash('a', 'SHA-256') %}", null, "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"],
    ["{% $random(7) = $random(7) %}", null, true],
    ["{% $length($uuid()) %}", null, 36],
    ["{% [] %}", null, []],
    ["{% $states.input.text %}", { text: "nul \u0000 here" }, "nul \u0000 here"],
  ])("Output %s", async (Output, input, output) => {
    expect(await execute(pass({ Output }), input)).toMatchObject({ status: "SUCCEEDED", output });
  });

  test("without Output the input passes through, and templates are filled at any depth", async () => {
    expect((await execute(pass({}), { a: 1 })).output).toEqual({ a: 1 });
    const Output = { list: ["{% $states.input.a %}", { b: "{% $states.input.a * 2 %}" }], c: true };
    expect((await execute(pass({ Output }), { a: 1 })).output).toEqual({ list: [1, { b: 2 }], c: true });
  });

  test.each([
    "{% $states.input.nope %}",
    "{% 'a' + 1 %}",
    "{% function($x) { $x } %}",
    "{% $parse('{') %}",
    "{% $eval('1') %}",
  ])("%s is an evaluation error", async (Output) => {
    expect(await execute(pass({ Output }), {})).toMatchObject({
      status: "FAILED",
      error: "States.QueryEvaluationError",
    });
  });

  test("an expression that never ends is ended", async () => {
    const Output = "{% ($f := function($x) { $f($x + 1) + 1 }; $f(1)) %}";
    expect(await execute(pass({ Output }), {})).toMatchObject({ error: "States.QueryEvaluationError" });
  });
});

describe("variables", () => {
  test("are seen by later states, and by Output of the same state as they were before", async () => {
    const outcome = await execute(
      {
        StartAt: "A",
        States: {
          A: { Type: "Pass", Assign: { x: 1, y: "{% $states.input.y %}" }, Next: "B" },
          B: { Type: "Pass", Assign: { x: "{% $x + 1 %}" }, Output: "{% $x %}", Next: "C" },
          C: { Type: "Succeed", Output: "{% [$states.input, $x, $y] %}" },
        },
      },
      { y: "why" },
    );
    expect(outcome.output).toEqual([1, 2, "why"]);
  });

  test("of the outside are seen in branches, those of branches not outside", async () => {
    const branch = { StartAt: "B", States: { B: { Type: "Pass", Assign: { x: 2 }, Output: "{% $x %}", End: true } } };
    const outcome = await execute(
      {
        StartAt: "A",
        States: {
          A: { Type: "Pass", Assign: { x: 1 }, Next: "P" },
          P: { Type: "Parallel", Branches: [branch], Next: "C" },
          C: { Type: "Pass", Output: "{% [$states.input, $x] %}", End: true },
        },
      },
      null,
    );
    expect(outcome.output).toEqual([1, 1]);
  });
});

describe("Choice", () => {
  const machine = (fields: object = {}) => ({
    StartAt: "C",
    States: {
      C: {
        Type: "Choice",
        Choices: [
          { Condition: "{% $states.input > 10 %}", Next: "Big", Output: "big" },
          { Condition: "{% $states.input > 5 %}", Next: "Big", Assign: { seen: true } },
        ],
        ...fields,
      },
      Big: { Type: "Succeed" },
      Small: { Type: "Succeed" },
    },
  });

  test.each<[number, Json]>([
    [11, "big"],
    [6, 6],
    [1, "small"],
  ])("%d takes the first rule that holds", async (input, output) => {
    const outcome = await execute(machine({ Default: "Small", Output: "small" }), input);
    expect(outcome.output).toEqual(output);
  });

  test("without Default and a match it fails", async () => {
    expect(await execute(machine(), 1)).toMatchObject({ status: "FAILED", error: "States.NoChoiceMatched" });
  });

  test("a condition that is no boolean fails", async () => {
    const definition = {
      StartAt: "C",
      States: { C: { Type: "Choice", Choices: [{ Condition: "{% 1 %}", Next: "E" }] }, E: { Type: "Succeed" } },
    };
    expect(await execute(definition, 1)).toMatchObject({ error: "States.QueryEvaluationError" });
  });
});

describe("Wait, Succeed, Fail", () => {
  test.each<[object, number]>([
    [{ Seconds: 5 }, 5_000],
    [{ Seconds: "{% $states.input.s %}" }, 7_000],
    [{ Timestamp: "2026-01-01T00:01:00Z" }, 60_000],
    [{ Timestamp: "2020-01-01T00:00:00Z" }, 0],
  ])("Wait %j", async (fields, ms) => {
    const outcome = await execute({ StartAt: "W", States: { W: { Type: "Wait", ...fields, End: true } } }, { s: 7 });
    expect(outcome.slept).toEqual([ms]);
    expect(outcome.output).toEqual({ s: 7 });
  });

  test("Fail names error and cause, evaluated", async () => {
    const States = { F: { Type: "Fail", Error: "Mine", Cause: "{% 'because ' & $states.input %}" } };
    expect(await execute({ StartAt: "F", States }, "so")).toMatchObject({ error: "Mine", cause: "because so" });
  });

  test("Succeed in a branch ends the branch, Fail the execution", async () => {
    const succeed = { StartAt: "S", States: { S: { Type: "Succeed", Output: 1 } } };
    const fail = { StartAt: "F", States: { F: { Type: "Fail", Error: "Mine", Cause: "x" } } };
    const parallel = (Branches: object[]) => ({
      StartAt: "P",
      States: { P: { Type: "Parallel", Branches, End: true } },
    });
    expect((await execute(parallel([succeed, succeed]), null)).output).toEqual([1, 1]);
    expect(await execute(parallel([succeed, fail]), null)).toMatchObject({ status: "FAILED", error: "Mine" });
  });
});

describe("limits", () => {
  test("a payload above 256 KiB is States.DataLimitExceeded, counted in bytes", async () => {
    const fits = "é".repeat(128 * 1024 - 1);
    expect((await execute(pass({ Output: `{% $states.input & '' %}` }), fits)).status).toBe("SUCCEEDED");
    expect(await execute(pass({ Output: `{% $states.input & 'é' %}` }), fits)).toMatchObject({
      error: "States.DataLimitExceeded",
    });
  });

  test("a loop ends at 25,000 events", async () => {
    const States = { A: { Type: "Pass", Next: "B" }, B: { Type: "Pass", Next: "A" }, C: { Type: "Succeed" } };
    const loop = { ...States, B: { Type: "Choice", Choices: [{ Condition: false, Next: "C" }], Default: "A" } };
    const outcome = await execute({ StartAt: "A", States: loop }, null);
    expect(outcome).toMatchObject({ status: "FAILED", error: "States.Runtime" });
    expect(outcome.history.at(-1)).toMatchObject({ id: 25_000, type: "ExecutionFailed" });
  });

  test("TimeoutSeconds of the execution", async () => {
    const States = { W: { Type: "Wait", Seconds: 100, End: true } };
    const outcome = await execute({ StartAt: "W", TimeoutSeconds: 10, States }, null);
    expect(outcome.status).toBe("TIMED_OUT");
    expect(outcome.events.at(-1)).toBe("ExecutionTimedOut");
  });
});
