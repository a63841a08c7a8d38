import { afterAll, afterEach, expect, test } from "vitest";
import type { Sending } from "../delivery/policy.ts";
import { accountId, arn, createDatabase, eventually, region } from "../router/testing.ts";
import { createTestClock } from "../states/testing.ts";
import { schedulerActions } from "./api.ts";
import { type Schedule, type SchedulerOptions, startScheduler } from "./index.ts";

const database = await createDatabase();
const pool = database.pool();
const started: { stop(): Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(started.splice(0).map((scheduler) => scheduler.stop()));
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const target = { targetArn: arn.function("sweep"), input: '{"from":"schedule"}' };

type Given = Pick<Schedule, "name" | "expression"> & Partial<Schedule>;

async function start(schedule: Given, options: Partial<SchedulerOptions>) {
  const scheduler = await startScheduler({
    pool,
    schedules: [{ ...target, ...schedule }],
    invoke: async () => ({}),
    deliver: async () => undefined,
    log: () => undefined,
    ...options,
  });
  started.push(scheduler);
  return scheduler;
}

test("a rate invokes its function with its input, again and again", async () => {
  const { clock } = createTestClock();
  const times: number[] = [];
  const begun = clock.now();
  const invoke: SchedulerOptions["invoke"] = async (name, payload) => {
    expect([name, payload]).toEqual([target.targetArn, { from: "schedule" }]);
    times.push(clock.now() - begun);
    return {};
  };
  const scheduler = await start({ name: "rate", expression: "rate(1 minute)" }, { clock, invoke });
  await eventually(async () => times.length >= 3);
  await scheduler.stop();
  expect(times.slice(0, 3)).toEqual([60_000, 120_000, 180_000]);
});

test("while one invocation runs, the times that come are passed over", async () => {
  const { clock, slept } = createTestClock();
  const release = Promise.withResolvers<object>();
  let calls = 0;
  const invoke = () => {
    calls += 1;
    return calls === 1 ? release.promise : Promise.resolve({});
  };
  const scheduler = await start({ name: "slow", expression: "rate(1 minute)" }, { clock, invoke });
  await eventually(async () => slept.length > 5);
  expect(calls).toBe(1);
  release.resolve({});
  await eventually(async () => calls > 1);
  await scheduler.stop();
});

test("a failed invocation is said, and the next one comes", async () => {
  const { clock } = createTestClock();
  const said: string[] = [];
  let calls = 0;
  const invoke = async () => {
    calls += 1;
    if (calls === 1) throw new Error("refused");
    return { functionError: "Unhandled" };
  };
  const log: SchedulerOptions["log"] = (_, message) => said.push(message);
  const scheduler = await start({ name: "failing", expression: "rate(1 minute)" }, { clock, invoke, log });
  await eventually(async () => said.length > 1);
  await scheduler.stop();
  expect(said.slice(0, 2)).toEqual(["schedule failed", "scheduled function failed"]);
});

test("a single time that came while the host was down is made up for, once", async () => {
  const soon = new Date(Date.now() + 86_400_000).toISOString().slice(0, 19);
  const schedule = { name: "once", expression: `at(${soon})` };
  let calls = 0;
  const invoke = async () => {
    calls += 1;
    return {};
  };
  await (await start(schedule, { invoke })).stop();
  const afterwards = createTestClock(Date.now() + 2 * 86_400_000).clock;
  await start(schedule, { invoke, clock: afterwards });
  await eventually(async () => calls === 1);
  await (await start(schedule, { invoke, clock: afterwards })).stop();
  expect(calls).toBe(1);
});

test("queues and state machines are targets too, and a queue takes what a function was not called with", async () => {
  const { clock } = createTestClock();
  const sent: Sending[] = [];
  const deliver = async (sendings: Sending[]) => void sent.push(...sendings);
  const invoke = () => Promise.reject(new Error("refused"));
  const queue = "arn:aws:sqs:eu-west-1:123456789012:lost";
  const policy = { deadLetters: queue };
  await start({ name: "machine", expression: "rate(1 minute)", targetArn: arn.machine("m") }, { clock, deliver });
  await eventually(async () => sent.length > 0);
  expect(sent[0]).toMatchObject({ target: arn.machine("m"), payload: { from: "schedule" }, source: "machine" });
  await start({ name: "function", expression: "rate(1 minute)", policy }, { clock, deliver, invoke });
  await eventually(async () => sent.some(({ target }) => target === queue));
});

test("what is not hosted is refused at start, and schedules can be read", async () => {
  const bad = { name: "bad", expression: "rate(1 minute)", targetArn: "arn:aws:sns:eu-west-1:123456789012:topic" };
  await expect(start(bad, {})).rejects.toThrow("not hosted here");
  const scheduler = await start({ name: "read", expression: "rate(1 minute)" }, {});
  const { GetSchedule, ListSchedules } = schedulerActions(scheduler, region, accountId);
  expect(await GetSchedule({ Name: "read" })).toMatchObject({ ScheduleExpression: "rate(1 minute)" });
  expect((await ListSchedules({})).Schedules).toHaveLength(1);
  await expect(GetSchedule({ Name: "nope" })).rejects.toMatchObject({ code: "ResourceNotFoundException" });
});
