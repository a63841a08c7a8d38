import { expect, test } from "vitest";
import { arn, eventually } from "../router/testing.ts";
import type { Invoke } from "./lambda.ts";
import { begin, describeOf, ended, task, useHosts } from "./testing-host.ts";

const { pool, start } = await useHosts({
  one: { StartAt: "T", States: { T: task("work", { End: true }) } },
  limited: { StartAt: "T", States: { T: task("work", { TimeoutSeconds: 1, End: true }) } },
  token: {
    StartAt: "T",
    States: {
      T: {
        Type: "Task",
        Resource: "arn:aws:states:::lambda:invoke.waitForTaskToken",
        Arguments: { FunctionName: arn.function("work"), Payload: "{% $states.context.Task.Token %}" },
        End: true,
      },
    },
  },
});

const never: Invoke = () => new Promise(() => undefined);

test("another host takes a task in flight up again, and the first one's word no longer counts", async () => {
  const late = Promise.withResolvers<{ payload: unknown }>();
  const first = await start(() => late.promise);
  const executionArn = await begin(first, "one", "takeover");
  const second = await start(async () => ({ payload: "second" }));
  late.resolve({ payload: "first" });
  expect(await ended(second, executionArn)).toMatchObject({ status: "SUCCEEDED", output: '"second"' });
  await expect(begin(first, "one", "too-late")).rejects.toThrow("taken the journal over");
});

test("an execution keeps the definition it was started with", async () => {
  const first = await start(never);
  const executionArn = await begin(first, "one", "pinned");
  const one = { StartAt: "P", States: { P: { Type: "Pass", Output: "{% 'new' %}", End: true } } };
  const second = await start(async () => ({ payload: "old" }), { machines: { one } });
  expect(await ended(second, executionArn)).toMatchObject({ output: '"old"' });
  expect(await ended(second, await begin(second, "one", "after"))).toMatchObject({ output: '"new"' });
});

test("the time a host is down does not count against a task's limit", async () => {
  const first = await start(never);
  const executionArn = await begin(first, "limited", "down");
  await first.states.halt();
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  const second = await start(async () => ({ payload: "in time" }));
  expect(await ended(second, executionArn)).toMatchObject({ status: "SUCCEEDED" });
});

test("a token given out before a restart is answered after it, once, and the callee is not called again", async () => {
  const tokens: string[] = [];
  const invoke: Invoke = async (_, payload) => {
    tokens.push(String(payload));
    return { payload: null };
  };
  const first = await start(invoke);
  const executionArn = await begin(first, "token", "token");
  await eventually(async () => tokens.length === 1);
  await eventually(async () => (await first.states.journal.frames(executionArn))[0]?.phase.kind === "task");
  await new Promise((resolve) => setTimeout(resolve, 100));
  const second = await start(invoke);
  const [taskToken] = tokens;
  await second.call.SendTaskHeartbeat({ taskToken });
  await second.call.SendTaskSuccess({ taskToken, output: '{"a":1}' });
  expect(await ended(second, executionArn)).toMatchObject({ output: '{"a":1}' });
  expect(tokens).toHaveLength(1);
  await expect(second.call.SendTaskSuccess({ taskToken, output: "1" })).rejects.toMatchObject({
    code: "TaskTimedOut",
  });
  await expect(second.call.SendTaskSuccess({ taskToken: "x", output: "1" })).rejects.toMatchObject({
    code: "InvalidToken",
  });
});

test("starting: the same again is the same, another input is refused", async () => {
  const host = await start(never);
  const executionArn = await begin(host, "one", "same", '{"a":1}');
  expect(await begin(host, "one", "same", '{"a":1}')).toBe(executionArn);
  await expect(begin(host, "one", "same", '{"a":2}')).rejects.toMatchObject({ code: "ExecutionAlreadyExists" });
  const many = await Promise.all(Array.from({ length: 10 }, () => begin(host, "one", "race")));
  expect(new Set(many).size).toBe(1);
});

test("StopExecution aborts, with its reason", async () => {
  let signal: AbortSignal | undefined;
  const host = await start((_, __, options) => {
    signal = options.signal;
    return new Promise(() => undefined);
  });
  const executionArn = await begin(host, "one", "stopped");
  await eventually(async () => signal !== undefined);
  await host.call.StopExecution({ executionArn, error: "Cancelled", cause: "by a person" });
  expect(await describeOf(host, executionArn)).toMatchObject({ status: "ABORTED", error: "Cancelled" });
  expect(signal?.aborted).toBe(true);
});

test("a database that goes away for a moment holds executions up, and no more", async () => {
  const release = Promise.withResolvers<{ payload: unknown }>();
  const host = await start(() => release.promise);
  const executionArn = await begin(host, "one", "outage");
  await pool.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
  );
  release.resolve({ payload: 1 });
  expect(await ended(host, executionArn)).toMatchObject({ status: "SUCCEEDED" });
});
