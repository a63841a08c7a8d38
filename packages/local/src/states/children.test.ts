import { setImmediate as turn } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import type { Invoke } from "./lambda.ts";
import { execute } from "./testing.ts";

const FUNCTION = "arn:aws:lambda:eu-west-1:123456789012:function:work";
const work = { StartAt: "T", States: { T: { Type: "Task", Resource: FUNCTION, End: true } } };
const map = (fields: object, more: object = {}) => ({
  StartAt: "M",
  States: { M: { Type: "Map", ItemProcessor: work, End: true, ...fields }, ...more },
});

/** Counts how many invocations are under way at once. */
function counting() {
  const seen = { now: 0, most: 0, calls: 0 };
  const invoke: Invoke = async (_, payload) => {
    seen.calls += 1;
    seen.now += 1;
    seen.most = Math.max(seen.most, seen.now);
    await turn();
    await turn();
    seen.now -= 1;
    return { payload };
  };
  return { seen, invoke };
}

describe("Map", () => {
  test("results keep the order of the items, whoever ends first", async () => {
    const invoke: Invoke = async (_, payload) => {
      for (let left = 4 - Number(payload); left > 0; left--) await turn();
      return { payload: Number(payload) * 10 };
    };
    expect((await execute(map({}), [1, 2, 3], { invoke })).output).toEqual([10, 20, 30]);
  });

  test.each([
    [0, 9],
    [2, 2],
    ["{% 1 + 2 %}", 3],
  ])("MaxConcurrency %j lets %d run at once", async (MaxConcurrency, most) => {
    const { seen, invoke } = counting();
    await execute(map({ MaxConcurrency, Items: "{% [1..9] %}" }), null, { invoke });
    expect(seen).toMatchObject({ most, calls: 9 });
  });

  test("ItemSelector sees the item, its index and the variables; the context goes down into branches", async () => {
    const inner = {
      StartAt: "P",
      States: {
        P: {
          Type: "Parallel",
          Branches: [
            {
              StartAt: "I",
              States: { I: { Type: "Pass", Output: "{% $states.context.Map.Item.Index %}", End: true } },
            },
            { StartAt: "V", States: { V: { Type: "Pass", Output: "{% $states.input %}", End: true } } },
          ],
          End: true,
        },
      },
    };
    const definition = map({
      ItemProcessor: inner,
      ItemSelector: { v: "{% $states.context.Map.Item.Value & $states.input.s %}" },
      Items: "{% $states.input.list %}",
    });
    const outcome = await execute(definition, { list: ["a", "b"], s: "!" });
    expect(outcome.output).toEqual([
      [0, { v: "a!" }],
      [1, { v: "b!" }],
    ]);
  });

  test("no items, no iterations; something else than a list is refused", async () => {
    expect((await execute(map({}), [])).output).toEqual([]);
    expect(await execute(map({}), { a: 1 })).toMatchObject({ status: "FAILED", error: "States.QueryEvaluationError" });
  });

  test("one failure calls the others off and is the Map's own, to be caught there", async () => {
    const invoke: Invoke = async (_, payload) => {
      if (payload !== 2) return new Promise(() => undefined);
      return { payload: { errorType: "Broken" }, functionError: "Unhandled" };
    };
    const Catch = [{ ErrorEquals: ["Broken"], Output: "caught", Next: "End" }];
    const outcome = await execute(map({ Catch }, { End: { Type: "Succeed" } }), [1, 2, 3], { invoke });
    expect(outcome.output).toBe("caught");
    expect(outcome.events.filter((type) => type.startsWith("MapIteration")).sort()).toEqual([
      "MapIterationAborted",
      "MapIterationAborted",
      "MapIterationFailed",
      "MapIterationStarted",
      "MapIterationStarted",
      "MapIterationStarted",
    ]);
  });

  test("a retry runs every iteration again", async () => {
    let failed = false;
    const { seen, invoke } = counting();
    const flaky: Invoke = async (name, payload, options) => {
      const answer = await invoke(name, payload, options);
      if (payload !== 3 || failed) return answer;
      failed = true;
      return { payload: { errorType: "Once" }, functionError: "Unhandled" };
    };
    const outcome = await execute(map({ Retry: [{ ErrorEquals: ["Once"] }], MaxConcurrency: 1 }), [1, 2, 3], {
      invoke: flaky,
    });
    expect(outcome.output).toEqual([1, 2, 3]);
    expect(seen.calls).toBe(6);
  });
});

test("Parallel gives every branch the same input and collects their outputs", async () => {
  const Branches = [
    work,
    { StartAt: "P", States: { P: { Type: "Pass", Output: "{% $states.input.x %}", End: true } } },
  ];
  const P = {
    Type: "Parallel",
    Branches,
    Arguments: { x: "{% $states.input + 1 %}" },
    Output: "{% $states.result %}",
    End: true,
  };
  expect((await execute({ StartAt: "P0", States: { P0: P } }, 1)).output).toEqual([{ x: 2 }, 2]);
});
