import { describe, expect, test } from "vitest";
import type { Json } from "./json.ts";
import type { Invoke } from "./lambda.ts";
import { execute } from "./testing.ts";

const FUNCTION = "arn:aws:lambda:eu-west-1:123456789012:function:work";
const task = (fields: object, more: object = {}) => ({
  StartAt: "T",
  States: { T: { Type: "Task", Resource: FUNCTION, End: true, ...fields }, ...more },
});
const integration = (fields: object, more: object = {}) =>
  task(
    {
      Resource: "arn:aws:states:::lambda:invoke",
      Arguments: { FunctionName: FUNCTION, Payload: "{% $states.input %}" },
      ...fields,
    },
    more,
  );

/** Fails with these errors in turn, then answers "done". */
function failing(...errors: string[]): Invoke {
  let call = 0;
  return async () => {
    const errorType = errors[call++];
    if (errorType === undefined) return { payload: "done" };
    return { payload: { errorType, errorMessage: "no" }, functionError: "Unhandled" };
  };
}

describe("lambda", () => {
  test("an ARN as resource gives the payload; the integration wraps it", async () => {
    expect((await execute(task({}), { a: 1 })).output).toEqual({ a: 1 });
    expect((await execute(task({ Arguments: { b: 2 }, Output: "{% $states.result.b %}" }), null)).output).toBe(2);
    expect((await execute(integration({}), { a: 1 })).output).toEqual({
      ExecutedVersion: "$LATEST",
      Payload: { a: 1 },
      StatusCode: 200,
    });
  });

  test("an error of the handler keeps its type, and its payload is the cause", async () => {
    const outcome = await execute(integration({}), null, { invoke: failing("Permanent") });
    expect(outcome).toMatchObject({ status: "FAILED", error: "Permanent" });
    expect(JSON.parse(outcome.cause ?? "")).toEqual({ errorType: "Permanent", errorMessage: "no" });
    expect(outcome.events).toEqual([
      "TaskStateEntered",
      "TaskScheduled",
      "TaskStarted",
      "TaskFailed",
      "ExecutionFailed",
    ]);
  });

  test.each<[string, Invoke, string]>([
    ["without errorType", async () => ({ payload: {}, functionError: "Unhandled" }), "Lambda.Unknown"],
    ["throttled", () => Promise.reject(named("TooManyRequestsException")), "Lambda.TooManyRequestsException"],
    ["unknown function", () => Promise.reject(named("ResourceNotFoundException")), "Lambda.ResourceNotFoundException"],
    ["connection lost", () => Promise.reject(new Error("socket hang up")), "Lambda.SdkClientException"],
  ])("a failure %s", async (_, invoke, error) => {
    expect(await execute(integration({}), null, { invoke })).toMatchObject({ status: "FAILED", error });
  });

  test("a result above 256 KiB is refused, and States.ALL does not catch it", async () => {
    const Catch = [{ ErrorEquals: ["States.ALL"], Next: "Caught" }];
    const invoke: Invoke = async () => ({ payload: "x".repeat(300_000) });
    const outcome = await execute(task({ Catch }, { Caught: { Type: "Succeed" } }), null, { invoke });
    expect(outcome).toMatchObject({ status: "FAILED", error: "States.DataLimitExceeded" });
  });
});

describe("Retry", () => {
  test("the documented example: errors A, B, C, B against two retriers", async () => {
    const Retry = [
      { ErrorEquals: ["ErrorA", "ErrorB"], IntervalSeconds: 1, BackoffRate: 2, MaxAttempts: 2 },
      { ErrorEquals: ["ErrorC"], IntervalSeconds: 5 },
    ];
    const Catch = [{ ErrorEquals: ["States.ALL"], Output: "{% $states.errorOutput.Error %}", Next: "Z" }];
    const definition = task({ Retry, Catch }, { Z: { Type: "Succeed" } });
    const outcome = await execute(definition, null, { invoke: failing("ErrorA", "ErrorB", "ErrorC", "ErrorB") });
    expect(outcome.slept).toEqual([1_000, 2_000, 5_000]);
    expect(outcome.output).toBe("ErrorB");
  });

  test("defaults to three retries from one second on, doubling", async () => {
    const outcome = await execute(task({ Retry: [{ ErrorEquals: ["States.ALL"] }] }), null, {
      invoke: failing("A", "A", "A", "A"),
    });
    expect(outcome).toMatchObject({ status: "FAILED", error: "A", slept: [1_000, 2_000, 4_000] });
  });

  test("jitter FULL takes a share of the delay, MaxDelaySeconds caps it first", async () => {
    const Retry = [
      {
        ErrorEquals: ["A"],
        IntervalSeconds: 10,
        BackoffRate: 3,
        MaxAttempts: 3,
        MaxDelaySeconds: 40,
        JitterStrategy: "FULL",
      },
    ];
    const outcome = await execute(task({ Retry }), null, { invoke: failing("A", "A", "A"), random: () => 0.5 });
    expect(outcome).toMatchObject({ output: "done", slept: [5_000, 15_000, 20_000] });
  });

  test("the retry count is in the context, and a new state begins with none", async () => {
    const Retry = [{ ErrorEquals: ["A"] }];
    const Output = "{% $states.context.State.RetryCount %}";
    const definition = task(
      { Retry, Output, End: undefined, Next: "U" },
      {
        U: { Type: "Task", Resource: FUNCTION, Retry, Output: [Output, "{% $states.input %}"], End: true },
      },
    );
    expect((await execute(JSON.parse(JSON.stringify(definition)), null, { invoke: failing("A", "A") })).output).toEqual(
      [0, 2],
    );
  });

  test("MaxAttempts 0 never retries; a retrier that is used up is not followed by another", async () => {
    const none = [{ ErrorEquals: ["A"], MaxAttempts: 0 }, { ErrorEquals: ["States.ALL"] }];
    expect(await execute(task({ Retry: none }), null, { invoke: failing("A") })).toMatchObject({
      status: "FAILED",
      slept: [],
    });
  });
});

describe("Catch", () => {
  const caught = { Caught: { Type: "Pass", Output: { was: "{% $states.input %}", error: "{% $error %}" }, End: true } };

  test("its Output becomes the input of the next state, its Assign sees the error", async () => {
    const Catch = [
      {
        ErrorEquals: ["A"],
        Assign: { error: "{% $states.errorOutput.Error %}" },
        Output: "{% $states.input.x %}",
        Next: "Caught",
      },
    ];
    const outcome = await execute(task({ Catch }, caught), { x: 5 }, { invoke: failing("A") });
    expect(outcome.output).toEqual({ was: 5, error: "A" });
  });

  test("without Output the next state is given the error", async () => {
    const Catch = [{ ErrorEquals: ["States.TaskFailed"], Next: "End" }];
    const definition = task({ Catch }, { End: { Type: "Succeed" } });
    const outcome = await execute(definition, null, { invoke: failing("A") });
    expect(outcome.output).toEqual({ Error: "A", Cause: '{"errorType":"A","errorMessage":"no"}' });
  });

  test("an error in an expression can be caught by name", async () => {
    const Catch = [{ ErrorEquals: ["States.QueryEvaluationError"], Output: "caught", Next: "End" }];
    const definition = task({ Output: "{% $states.result.nope %}", Catch }, { End: { Type: "Succeed" } });
    expect((await execute(definition, {})).output).toBe("caught");
  });
});

describe("time limits", () => {
  const never: Invoke = () => new Promise(() => undefined);

  test.each<Json>([30, "{% 15 * 2 %}"])(
    "TimeoutSeconds %j is States.Timeout, which States.TaskFailed does not match",
    async (limit) => {
      const Catch = [
        { ErrorEquals: ["States.TaskFailed"], Output: "failed", Next: "End" },
        { ErrorEquals: ["States.Timeout"], Output: "timeout", Next: "End" },
      ];
      const definition = task({ TimeoutSeconds: limit, Catch }, { End: { Type: "Succeed" } });
      const outcome = await execute(definition, null, { invoke: never });
      expect(outcome).toMatchObject({ output: "timeout", slept: [30_000] });
      expect(outcome.events).toContain("LambdaFunctionTimedOut");
    },
  );
});

describe("waitForTaskToken", () => {
  const waiting = (fields: object = {}) =>
    integration({
      Resource: "arn:aws:states:::lambda:invoke.waitForTaskToken",
      Arguments: { FunctionName: FUNCTION, Payload: { token: "{% $states.context.Task.Token %}" } },
      ...fields,
    });

  test("the answer is the result, whatever the function returned", async () => {
    let tokens: Map<string, { deliver(answer: { output: Json }): Promise<void> }> = new Map();
    const outcome = await execute(waiting(), null, {
      during: (_, connectors) => {
        tokens = connectors.tokens;
      },
      invoke: async (_, payload) => {
        const { token } = payload as { token: string };
        setImmediate(() => void tokens.get(token)?.deliver({ output: { answered: true } }));
        return { payload: "ignored" };
      },
    });
    expect(outcome.output).toEqual({ answered: true });
    expect(tokens.size).toBe(0);
  });

  test("no heartbeat in time is States.HeartbeatTimeout, which States.Timeout matches too", async () => {
    const Catch = [{ ErrorEquals: ["States.Timeout"], Output: "{% $states.errorOutput.Error %}", Next: "End" }];
    const definition = waiting({ HeartbeatSeconds: 20, TimeoutSeconds: 600, Catch });
    const States = { ...definition.States, End: { Type: "Succeed" } };
    expect((await execute({ ...definition, States }, null)).output).toBe("States.HeartbeatTimeout");
  });

  test("a function that cannot be called fails the task", async () => {
    expect(await execute(waiting(), null, { invoke: failing("A") })).toMatchObject({ status: "FAILED", error: "A" });
  });
});
const named = (name: string) => Object.assign(new Error("refused"), { name });
