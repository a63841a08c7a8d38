import type pg from "pg";
import { isFunction, type Policy, type Sending } from "../delivery/policy.ts";
import { AwsError } from "../router/error.ts";
import type { Log } from "../router/log.ts";
import { type Clock, systemClock } from "../states/clock.ts";
import { persist } from "../states/persist.ts";
import { migrate } from "../states/schema.ts";
import { parseSchedule } from "./expression.ts";

export type Schedule = {
  name: string;
  expression: string;
  timezone?: string;
  targetArn: string;
  input: string;
  policy?: Policy;
};

export type SchedulerOptions = {
  pool: pg.Pool;
  schedules: Schedule[];
  invoke(arn: string, payload: unknown, options: { signal?: AbortSignal }): Promise<{ functionError?: string }>;
  /** Everything else than a function is reached by this, and so is the queue of what could not be invoked. */
  deliver(sendings: Sending[]): Promise<void>;
  log: Log;
  clock?: Clock;
};

export type Scheduler = Awaited<ReturnType<typeof startScheduler>>;

/** The last time of each schedule: an `at()` that came due while the host was down is made up for, once. */
const SCHEMA = `
create schema if not exists scheduler;
create table if not exists scheduler.schedule (
  name text not null,
  expression text not null,
  known_since bigint not null,
  fired_at bigint,
  primary key (name, expression)
);
`;

const TARGET = /^arn:aws:(lambda:[^:]+:\d{12}:function|sqs:[^:]+:\d{12}|states:[^:]+:\d{12}:stateMachine):/;

/** Calls targets when their time comes; a time that finds a function still running since the last is passed over. */
export async function startScheduler(options: SchedulerOptions) {
  const { pool, schedules, invoke, deliver, log, clock = systemClock } = options;
  await migrate(pool, SCHEMA);
  const halting = new AbortController();
  const { signal } = halting;
  const loops: Promise<void>[] = [];
  for (const schedule of schedules) {
    if (!TARGET.test(schedule.targetArn)) {
      throw new Error(`Schedule ${schedule.name}: the target ${schedule.targetArn} is not hosted here`);
    }
    const next = parseSchedule(schedule.expression, schedule.timezone ?? "UTC", clock.now());
    loops.push(follow(schedule, next).catch((error: unknown) => report(schedule, error)));
  }

  async function follow(schedule: Schedule, next: (after: number) => number | undefined): Promise<void> {
    const isOnce = schedule.expression.startsWith("at(");
    let last = isOnce ? await lastTime(schedule) : clock.now();
    let running: Promise<void> | undefined;
    for (let at = next(last); at !== undefined; at = next(last)) {
      await clock.sleep(Math.max(0, at - clock.now()), signal);
      // After a pause of the machine, one invocation stands for all the times missed.
      last = isOnce ? at : Math.max(at, clock.now());
      if (running) {
        log("warn", "schedule passed over: the last invocation is still running", { schedule: schedule.name });
        continue;
      }
      if (isOnce) await persist(() => remember(schedule, last), { halt: signal, log, clock });
      running = fire(schedule).finally(() => {
        running = undefined;
      });
    }
    await running;
  }

  async function fire(schedule: Schedule): Promise<void> {
    try {
      if (!isFunction(schedule.targetArn)) return await deliver([sendingOf(schedule, schedule.targetArn)]);
      const { functionError } = await invoke(schedule.targetArn, payloadOf(schedule), { signal });
      if (functionError !== undefined)
        log("error", "scheduled function failed", { schedule: schedule.name, functionError });
    } catch (error) {
      report(schedule, error);
      await bury(schedule).catch((second: unknown) => report(schedule, second));
    }
  }

  async function bury(schedule: Schedule): Promise<void> {
    const deadLetters = schedule.policy?.deadLetters;
    if (deadLetters !== undefined && !signal.aborted) await deliver([sendingOf(schedule, deadLetters)]);
  }

  function report(schedule: Schedule, error: unknown): void {
    if (!signal.aborted) log("error", "schedule failed", { schedule: schedule.name, error });
  }

  async function lastTime({ name, expression }: Schedule): Promise<number> {
    const { rows } = await pool.query<{ last: number }>(
      `insert into scheduler.schedule (name, expression, known_since) values ($1, $2, $3)
       on conflict (name, expression) do update set known_since = schedule.known_since
       returning coalesce(fired_at, known_since)::float8 as last`,
      [name, expression, clock.now()],
    );
    return rows[0]?.last ?? clock.now();
  }

  async function remember({ name, expression }: Schedule, at: number): Promise<void> {
    await pool.query("update scheduler.schedule set fired_at = $3 where name = $1 and expression = $2", [
      name,
      expression,
      at,
    ]);
  }

  return {
    schedules,
    find(name: string): Schedule {
      const found = schedules.find((schedule) => schedule.name === name);
      if (found) return found;
      throw new AwsError("ResourceNotFoundException", `Schedule ${name} does not exist.`, 404);
    },
    /** Invocations under way are let go. */
    async stop(): Promise<void> {
      halting.abort(new Error("The host is stopping"));
      await Promise.race([Promise.allSettled(loops), new Promise((resolve) => setTimeout(resolve, 500).unref())]);
    },
  };
}

const sendingOf = (schedule: Schedule, target: string): Sending => ({
  ...{ target, payload: payloadOf(schedule), source: schedule.name },
  policy: schedule.policy,
});

const payloadOf = ({ input }: Schedule): unknown => (input === "" ? {} : JSON.parse(input));
