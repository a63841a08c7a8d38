import type pg from "pg";
import { AwsError } from "../router/error.ts";
import type { Log } from "../router/log.ts";
import { type BatchPort, batchCall, submitJobSync } from "./batch-job.ts";
import { type Clock, systemClock } from "./clock.ts";
import { DefinitionError, load, parse } from "./definition.ts";
import { drive, type Execution, type Host } from "./drive.ts";
import { Halted } from "./error.ts";
import { createEvaluator } from "./expression.ts";
import { functionsAfterJobs } from "./following.ts";
import { type Frame, isBelow, newFrame, rewind } from "./frame.ts";
import { claim, type ExecutionRow, type Journal } from "./journal.ts";
import { type Invoke, lambdaFunction, lambdaInvoke } from "./lambda.ts";
import { whyNotRedrivable } from "./redrivable.ts";
import { migrateStates } from "./schema.ts";
import type { Connectors } from "./task.ts";

export type Machine = { arn: string; name: string; definition: string };

export type StatesOptions = {
  pool: pg.Pool;
  machines: Machine[];
  invoke: Invoke;
  batch: BatchPort;
  /** Told of a function that an execution will call once its job has ended. */
  expect?: (functionARN: string) => void;
  log: Log;
  clock?: Clock;
  random?: () => number;
};

const KEPT_MS = 90 * 86_400_000;
const SAME_TOKEN_MS = 15 * 60_000;

type Known = Machine & { digest: string; createdAt: number };

export type States = Awaited<ReturnType<typeof startStates>>;

/** Takes the journal over, resumes what was running, and runs new executions. */
export async function startStates(options: StatesOptions) {
  const { clock = systemClock, random = Math.random, log } = options;
  await migrateStates(options.pool);
  const journal = await claim(options.pool);
  const machines = await register(journal, options.machines, clock.now());
  const halting = new AbortController();
  const live = new Map<string, Execution>();
  const reopening = new Set<string>();
  const connectors: Connectors = {
    lambda: lambdaInvoke(options.invoke),
    function: (arn) => lambdaFunction(options.invoke, arn),
    batch: submitJobSync(options.batch, log),
    batchCall: (name) => batchCall(options.batch, name),
    tokens: new Map(),
  };
  const evaluator = createEvaluator(random);
  const host: Host = { journal, clock, random, evaluator, connectors, halt: halting.signal, log };

  function machineOf(arn: string): Known {
    const machine = machines.get(arn);
    if (machine) return machine;
    throw new AwsError("StateMachineDoesNotExist", `State Machine Does Not Exist: '${arn}'`);
  }

  function run(row: ExecutionRow, body: string, frames: Frame[], lastEvent: number): void {
    const execution = drive(host, row, parse(body), frames, lastEvent);
    live.set(row.arn, execution);
    void execution.done.then(() => live.get(row.arn) === execution && live.delete(row.arn));
  }

  async function resume(row: ExecutionRow): Promise<void> {
    const body = await journal.definition(row.digest);
    if (body === undefined) throw new Error(`Definition ${row.digest} is not in the journal`);
    run(row, body, await journal.frames(row.arn), await journal.lastEvent(row.arn));
  }

  async function reopen(row: ExecutionRow, lastEvent: number, token: string | undefined): Promise<number> {
    const body = await journal.definition(row.digest);
    if (body === undefined) throw new Error(`Definition ${row.digest} is not in the journal`);
    const at = clock.now();
    const all = await journal.frames(row.arn);
    const id = lastEvent + 1;
    const redrives = row.redrives + 1;
    const begunAnew = all.filter((frame) => rewind(frame, id).beginsAnew).map((frame) => frame.path);
    const isGone = ({ path }: Frame) => begunAnew.some((parent) => isBelow(path, parent));
    await journal.write(row.arn, {
      events: [{ id, at, type: "ExecutionRedriven", previous: id - 1, details: { redriveCount: redrives } }],
      frames: new Map(all.map((frame) => [frame.path, isGone(frame) ? null : JSON.stringify(frame)])),
      ending: { status: "RUNNING", at, token },
    });
    const frames = all.filter((frame) => !isGone(frame));
    run({ ...row, status: "RUNNING", redrives, redrivenAt: at }, body, frames, id);
    return at;
  }

  await journal.forget(clock.now() - KEPT_MS);
  for (const row of await journal.running()) await resume(row);

  return {
    journal,
    tokens: connectors.tokens,
    machines: () => [...machines.values()],
    machineOf,

    async start(machineArn: string, name: string, input: string): Promise<{ arn: string; startedAt: number }> {
      const machine = machineOf(machineArn);
      const arn = `${machineArn.replace(":stateMachine:", ":execution:")}:${name}`;
      const startedAt = clock.now();
      const row = { arn, name, machine: machineArn, digest: machine.digest, input, startedAt };
      const root = newFrame("", parse(machine.definition).StartAt, JSON.parse(input), 1);
      const details = { input, inputDetails: { truncated: false } };
      if (await journal.start(row, JSON.stringify(details), root)) {
        for (const expected of functionsAfterJobs(parse(machine.definition))) options.expect?.(expected);
        const full = {
          status: "RUNNING",
          output: null,
          error: null,
          cause: null,
          stoppedAt: null,
          redrives: 0,
        } as const;
        run({ ...row, ...full, redrivenAt: null, redriveToken: null }, machine.definition, [root], 1);
        return { arn, startedAt };
      }
      const existing = await journal.find(arn);
      if (existing?.status === "RUNNING" && existing.input === input) return { arn, startedAt: existing.startedAt };
      throw new AwsError("ExecutionAlreadyExists", `Execution Already Exists: '${arn}'`);
    },

    async stop(arn: string, error: string, cause: string): Promise<number> {
      const running = live.get(arn);
      if (running) {
        running.callOff({ status: "ABORTED", error, cause });
        await running.done;
      }
      const row = await journal.find(arn);
      if (!row) throw noExecution(arn);
      if (row.stoppedAt === null) throw new AwsError("ServiceUnavailable", "The execution could not be stopped", 503);
      return row.stoppedAt;
    },

    /** Runs a failed execution again from the state it failed in; what had succeeded stays done. */
    async redrive(arn: string, token?: string): Promise<number> {
      if (reopening.has(arn)) throw notRedrivable("Execution is RUNNING and cannot be redriven.");
      reopening.add(arn);
      try {
        const row = await journal.find(arn);
        if (!row) throw noExecution(arn);
        if (isSameRedrive(row, token, clock.now())) return row.redrivenAt;
        const lastEvent = await journal.lastEvent(arn);
        const reason = whyNotRedrivable(row, lastEvent, clock.now());
        if (reason !== undefined) throw notRedrivable(reason);
        return await reopen(row, lastEvent, token);
      } finally {
        reopening.delete(arn);
      }
    },

    /** Why `redrive` would be refused now; undefined when it would not be. */
    whyNotRedrivable: async (row: ExecutionRow): Promise<string | undefined> =>
      whyNotRedrivable(row, await journal.lastEvent(row.arn), clock.now()),

    async find(arn: string): Promise<ExecutionRow> {
      const row = await journal.find(arn);
      if (row) return row;
      throw noExecution(arn);
    },

    /** Lets go of every execution where it stands; the next start takes them up again. */
    async halt(): Promise<void> {
      halting.abort(new Halted("The host is stopping"));
      await Promise.all([...live.values()].map((entry) => entry.done));
    },
  };
}

/** Asked for again within a quarter of an hour by the same client, a redrive is the one there was. */
const isSameRedrive = (
  row: ExecutionRow,
  token: string | undefined,
  now: number,
): row is ExecutionRow & { redrivenAt: number } =>
  token !== undefined && row.redriveToken === token && row.redrivenAt !== null && now - row.redrivenAt < SAME_TOKEN_MS;

const notRedrivable = (reason: string) => new AwsError("ExecutionNotRedrivable", reason);

const noExecution = (arn: string) => new AwsError("ExecutionDoesNotExist", `Execution Does Not Exist: '${arn}'`);

function check({ name, definition }: Machine): void {
  try {
    load(definition);
  } catch (error) {
    if (!(error instanceof DefinitionError)) throw error;
    throw new DefinitionError(`State machine ${name}: ${error.message}`);
  }
}

/** Validating takes a while, so a definition is validated only the first time it is seen. */
async function register(journal: Journal, machines: Machine[], now: number): Promise<Map<string, Known>> {
  const known = new Map<string, Known>();
  for (const machine of machines) {
    const { digest, isNew } = await journal.define(machine.definition);
    if (isNew) {
      check(machine);
      await journal.keepDefinition(digest, machine.definition);
    }
    known.set(machine.arn, { ...machine, digest, createdAt: now });
  }
  return known;
}
