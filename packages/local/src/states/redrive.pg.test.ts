import { expect, test } from "vitest";
import { arn, eventually } from "../router/testing.ts";
import { systemClock } from "./clock.ts";
import type { Invoke } from "./lambda.ts";
import { begin, describeOf, ended, type Host, task, useHosts } from "./testing-host.ts";

const one = (name: string) => ({ StartAt: name, States: { [name]: task(name, { End: true }) } });
const TOO_MUCH = 200_000; // two of these are beyond what a state may put out

const { pool, start } = await useHosts({
  single: one("a"),
  steps: {
    StartAt: "A",
    States: {
      A: task("a", { Next: "M" }),
      M: { Type: "Map", Items: [1, 2, 3], ItemProcessor: one("b"), End: true },
    },
  },
  branches: {
    StartAt: "P",
    States: { P: { Type: "Parallel", Branches: [one("a"), one("b"), one("c")], End: true } },
  },
  large: {
    StartAt: "M",
    States: { M: { Type: "Map", Items: [1, 2], ItemProcessor: one("a"), End: true } },
  },
  fails: { StartAt: "F", States: { F: { Type: "Fail", Error: "Ever", Cause: "and ever" } } },
  // The redrive is seen in the context; until then no rule matches.
  chooses: {
    StartAt: "C",
    States: {
      C: {
        Type: "Choice",
        Choices: [{ Condition: "{% $states.context.Execution.RedriveCount > 0 %}", Next: "Done" }],
      },
      Done: { Type: "Succeed" },
    },
  },
});

const FAILED = { payload: { errorType: "Broken" }, functionError: "Unhandled" };
const echo: Invoke = async (_, payload) => ({ payload });

/** Answers with what it is given, unless the test says that a call of that name fails; keeps who was called. */
function calling(breaks: (name: string, payload: unknown) => boolean) {
  const calls: string[] = [];
  const state = { broken: true };
  const invoke: Invoke = async (function_, payload) => {
    const name = function_.split(":").at(-1) ?? "";
    calls.push(`${name} ${JSON.stringify(payload)}`);
    return state.broken && breaks(name, payload) ? FAILED : { payload };
  };
  const repair = () => {
    state.broken = false;
    calls.length = 0;
  };
  return { calls, invoke, repair };
}

const historyOf = async (host: Host, executionArn: string) =>
  (await host.call.GetExecutionHistory({ executionArn })).events.map(({ type }) => type);

test("it begins where it failed: of a Map only the iterations that failed or were called off", async () => {
  const { calls, invoke, repair } = calling((name, payload) => name === "b" && payload === 2);
  const hanging = { is: true };
  const host = await start((name, payload, options) =>
    hanging.is && payload === 3 ? new Promise(() => undefined) : invoke(name, payload, options),
  );
  const executionArn = await begin(host, "steps", "redriven");
  const failed = await ended(host, executionArn);
  expect(failed).toMatchObject({ status: "FAILED", error: "Broken", redriveCount: 0, redriveStatus: "REDRIVABLE" });
  expect(failed).not.toHaveProperty("redriveStatusReason");
  repair();
  hanging.is = false;
  const { redriveDate } = await host.call.RedriveExecution({ executionArn });
  expect(await ended(host, executionArn)).toMatchObject({
    status: "SUCCEEDED",
    output: "[1,2,3]",
    redriveCount: 1,
    redriveDate,
    redriveStatus: "NOT_REDRIVABLE",
    redriveStatusReason: "Execution is SUCCEEDED and cannot be redriven.",
  });
  expect(calls.sort()).toEqual(["b 2", "b 3"]);
  const listed = async (redriveFilter: string) => {
    const stateMachineArn = arn.machine("steps");
    return (await host.call.ListExecutions({ stateMachineArn, redriveFilter })).executions;
  };
  expect(await listed("REDRIVEN")).toMatchObject([{ name: "redriven", redriveCount: 1 }]);
  expect(await listed("NOT_REDRIVEN")).toEqual([]);
});

test("of a Parallel only the branches that failed; the history goes on after ExecutionRedriven", async () => {
  const { calls, invoke, repair } = calling((name) => name === "b");
  const held = Promise.withResolvers<{ payload: unknown }>();
  const host = await start(async (name, payload, options) => {
    if (name.endsWith(":b")) await held.promise; // so that its siblings are done before it fails
    return invoke(name, payload, options);
  });
  const executionArn = await begin(host, "branches", "branches");
  await eventually(async () => calls.length === 2);
  await new Promise((resolve) => setTimeout(resolve, 50)); // nothing tells of a branch's end until the next write
  held.resolve({ payload: null });
  expect(await ended(host, executionArn)).toMatchObject({ status: "FAILED" });
  repair();
  await host.call.RedriveExecution({ executionArn });
  expect(await ended(host, executionArn)).toMatchObject({ status: "SUCCEEDED", output: "[{},{},{}]" });
  expect(calls).toEqual(["b {}"]);
  const { events } = await host.call.GetExecutionHistory({ executionArn });
  const place = events.findIndex(({ type }) => type === "ExecutionRedriven");
  expect(events[place]).toMatchObject({ executionRedrivenEventDetails: { redriveCount: 1 } });
  expect(events[place - 1]).toMatchObject({ type: "ExecutionFailed" });
  expect(events.map(({ id }) => id)).toEqual(events.map((_, index) => index + 1));
});

test("what was too large as a whole is done again as a whole", async () => {
  const host = await start(async (_, payload) => {
    calls.push(String(payload));
    return { payload: "x".repeat(size) };
  });
  const calls: string[] = [];
  let size = TOO_MUCH;
  const executionArn = await begin(host, "large", "large");
  expect(await ended(host, executionArn)).toMatchObject({ status: "FAILED", error: "States.DataLimitExceeded" });
  size = 1;
  calls.length = 0;
  await host.call.RedriveExecution({ executionArn });
  expect(await ended(host, executionArn)).toMatchObject({ status: "SUCCEEDED", output: '["x","x"]' });
  expect(calls.sort()).toEqual(["1", "2"]);
});

test("a Fail state fails again; a Choice is asked again and sees the redrive", async () => {
  const host = await start(echo);
  const fails = await begin(host, "fails", "fails");
  await ended(host, fails);
  await host.call.RedriveExecution({ executionArn: fails });
  expect(await ended(host, fails)).toMatchObject({ status: "FAILED", error: "Ever", redriveCount: 1 });
  const chooses = await begin(host, "chooses", "chooses");
  expect(await ended(host, chooses)).toMatchObject({ status: "FAILED", error: "States.NoChoiceMatched" });
  await host.call.RedriveExecution({ executionArn: chooses });
  expect(await ended(host, chooses)).toMatchObject({ status: "SUCCEEDED" });
});

test("what was stopped goes on with the state it was in", async () => {
  const hanging = { is: true };
  const host = await start((name, payload, options) =>
    hanging.is ? new Promise(() => undefined) : echo(name, payload, options),
  );
  const executionArn = await begin(host, "single", "stopped");
  await host.call.StopExecution({ executionArn });
  hanging.is = false;
  await host.call.RedriveExecution({ executionArn });
  expect(await ended(host, executionArn)).toMatchObject({ status: "SUCCEEDED", redriveCount: 1 });
});

test("refused by name: running, succeeded, unknown, and beyond fourteen days", async () => {
  const refused = (code: string, message?: RegExp) => ({
    code,
    ...(message && { message: expect.stringMatching(message) as string }),
  });
  const host = await start(echo);
  const executionArn = await begin(host, "single", "succeeded");
  await ended(host, executionArn);
  await expect(host.call.RedriveExecution({ executionArn })).rejects.toMatchObject(
    refused("ExecutionNotRedrivable", /SUCCEEDED/),
  );
  await expect(host.call.RedriveExecution({ executionArn: `${executionArn}-not` })).rejects.toMatchObject(
    refused("ExecutionDoesNotExist"),
  );
  const failed = await begin(host, "fails", "long-ago");
  await ended(host, failed);
  const later = { ...systemClock, now: () => systemClock.now() + 15 * 86_400_000 };
  const next = await start(() => new Promise(() => undefined), { clock: later });
  await expect(next.call.RedriveExecution({ executionArn: failed })).rejects.toMatchObject(
    refused("ExecutionNotRedrivable", /period exceeded/),
  );
  expect(await describeOf(next, failed)).toMatchObject({
    redriveStatus: "NOT_REDRIVABLE",
    redriveStatusReason: "Execution redrivable period exceeded.",
  });
  const running = await begin(next, "single", "running");
  await expect(next.call.RedriveExecution({ executionArn: running })).rejects.toMatchObject(
    refused("ExecutionNotRedrivable", /RUNNING/),
  );
});

test("with one client token asking twice is asking once; without, the second is refused", async () => {
  const { invoke, repair } = calling(() => true);
  const host = await start(invoke);
  const executionArn = await begin(host, "single", "token");
  await ended(host, executionArn);
  repair();
  const first = await host.call.RedriveExecution({ executionArn, clientToken: "t" });
  await ended(host, executionArn);
  expect(await host.call.RedriveExecution({ executionArn, clientToken: "t" })).toEqual(first);
  expect(await describeOf(host, executionArn)).toMatchObject({ status: "SUCCEEDED", redriveCount: 1 });
  await expect(host.call.RedriveExecution({ executionArn, clientToken: "u" })).rejects.toMatchObject({
    code: "ExecutionNotRedrivable",
  });
});

test("a host that takes over in the middle of a redrive finishes it, and repeats nothing that was kept", async () => {
  const { invoke, repair } = calling((name, payload) => name === "b" && payload === 2);
  const first = await start(invoke);
  const executionArn = await begin(first, "steps", "killed");
  expect(await ended(first, executionArn)).toMatchObject({ status: "FAILED" });
  await first.states.halt();
  const hung = await start(() => new Promise(() => undefined));
  await hung.call.RedriveExecution({ executionArn });
  await hung.states.halt();
  expect((await pool.query("select status from states.execution where arn = $1", [executionArn])).rows).toEqual([
    { status: "RUNNING" },
  ]);
  repair();
  const last = await start(invoke);
  expect(await ended(last, executionArn)).toMatchObject({ status: "SUCCEEDED", output: "[1,2,3]", redriveCount: 1 });
  expect((await historyOf(last, executionArn)).filter((type) => type === "ExecutionRedriven")).toHaveLength(1);
});
