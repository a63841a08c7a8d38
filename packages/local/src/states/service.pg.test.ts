import { afterAll, afterEach, expect, test } from "vitest";
import { arn, createDatabase, eventually } from "../router/testing.ts";
import { statesActions } from "./api.ts";
import type { Invoke } from "./lambda.ts";
import { startStates } from "./service.ts";
import { machineOf } from "./testing.ts";

const database = await createDatabase();
const pool = database.pool();
const started: { halt(): Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(started.splice(0).map((states) => states.halt()));
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const task = (name: string, fields: object = {}) => ({ Type: "Task", Resource: arn.function(name), ...fields });
const definitions: Record<string, object> = {
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
  steps: {
    StartAt: "A",
    States: {
      A: task("a", { Next: "M" }),
      M: {
        Type: "Map",
        Items: [1, 2, 3],
        ItemProcessor: { StartAt: "B", States: { B: task("b", { End: true }) } },
        End: true,
      },
    },
  },
};

async function start(invoke: Invoke, machines = definitions) {
  const states = await startStates({
    pool,
    invoke,
    machines: Object.entries(machines).map(([name, definition]) => {
      return { arn: arn.machine(name), name, definition: machineOf(definition) };
    }),
    batch: { submit: refuse, ended: refuse, terminate: refuse },
    log: () => undefined,
  });
  started.push(states);
  return { states, call: statesActions(states, "arn:aws:iam::123456789012:role/local") };
}

const refuse = () => Promise.reject(new Error("No Batch here"));
const never: Invoke = () => new Promise(() => undefined);
type Host = Awaited<ReturnType<typeof start>>;

const describeOf = (host: Host, executionArn: string) => host.call.DescribeExecution({ executionArn });
const begin = async (host: Host, machine: string, name: string, input = "{}") =>
  (await host.call.StartExecution({ stateMachineArn: arn.machine(machine), name, input })).executionArn;
const ended = (host: Host, executionArn: string) =>
  eventually(async () => {
    const row = await describeOf(host, executionArn);
    return row.status !== "RUNNING" && row;
  });

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
  const second = await start(async () => ({ payload: "old" }), {
    one: { StartAt: "P", States: { P: { Type: "Pass", Output: "{% 'new' %}", End: true } } },
  });
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

test("a redrive begins where it failed and keeps what had succeeded", async () => {
  const calls: string[] = [];
  let broken = true;
  const host = await start(async (name, payload) => {
    calls.push(`${name.split(":").at(-1)} ${JSON.stringify(payload)}`);
    if (broken && payload === 2) return { payload: { errorType: "Broken" }, functionError: "Unhandled" };
    if (broken && payload === 3) return new Promise(() => undefined);
    return { payload };
  });
  const executionArn = await begin(host, "steps", "redriven");
  expect(await ended(host, executionArn)).toMatchObject({ status: "FAILED", error: "Broken" });
  broken = false;
  calls.length = 0;
  await host.call.RedriveExecution({ executionArn });
  expect(await ended(host, executionArn)).toMatchObject({ status: "SUCCEEDED", output: "[1,2,3]", redriveCount: 1 });
  expect(calls.sort()).toEqual(["b 2", "b 3"]);
  await expect(host.call.RedriveExecution({ executionArn })).rejects.toMatchObject({
    code: "ExecutionNotRedrivable",
  });
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
