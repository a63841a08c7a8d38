import type { Clock } from "./clock.ts";
import { parse } from "./definition.ts";
import { drive, type Execution } from "./drive.ts";
import { createEvaluator } from "./expression.ts";
import { newFrame } from "./frame.ts";
import type { HistoryEvent } from "./history.ts";
import type { Ending, ExecutionRow } from "./journal.ts";
import type { Json } from "./json.ts";
import { type Invoke, lambdaFunction, lambdaInvoke } from "./lambda.ts";
import type { Program } from "./language.ts";
import type { Connector, Connectors } from "./task.ts";

/** A clock that jumps to the next sleeper as soon as everybody waits, and remembers how long each sleep was. */
export function createTestClock(start = Date.UTC(2026, 0, 1)) {
  const sleepers: { at: number; wake: () => void }[] = [];
  const slept: number[] = [];
  let now = start;
  let ticking = false;

  function tick(): void {
    const next = sleepers.sort((a, b) => a.at - b.at).shift();
    ticking = next !== undefined;
    if (!next) return;
    now = Math.max(now, next.at);
    next.wake();
    later();
  }

  /** Two turns of the loop, so that what a waker set off has come to rest. */
  const later = () => setImmediate(() => setImmediate(tick));

  const clock: Clock = {
    now: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        slept.push(ms);
        const sleeper = { at: now + ms, wake: resolve };
        sleepers.push(sleeper);
        signal.addEventListener("abort", () => {
          const place = sleepers.indexOf(sleeper);
          if (place >= 0) sleepers.splice(place, 1);
          reject(signal.reason);
        });
        if (!ticking) later();
        ticking = true;
      }),
  };
  return { clock, slept };
}

export type Outcome = {
  status: Ending["status"];
  output?: Json;
  error?: string;
  cause?: string;
  /** Types of the history's events, in order. */
  events: string[];
  history: HistoryEvent[];
  slept: number[];
};

type Options = {
  invoke?: Invoke;
  batch?: Connector;
  random?: () => number;
  /** Called once it runs. */
  during?: (execution: Execution, connectors: Connectors) => void;
};

export const machineOf = (definition: object) => JSON.stringify({ QueryLanguage: "JSONata", ...definition });

/** Runs a definition in memory, on a clock that does not wait. */
export async function execute(definition: object, input: Json, options: Options = {}): Promise<Outcome> {
  const { clock, slept } = createTestClock();
  const invoke: Invoke = options.invoke ?? (async (_, payload) => ({ payload }));
  const random = options.random ?? Math.random;
  const history: HistoryEvent[] = [];
  let ending: Ending | undefined;
  const connectors: Connectors = {
    lambda: lambdaInvoke(invoke),
    function: (arn) => lambdaFunction(invoke, arn),
    batch: options.batch ?? { run: () => Promise.reject(new Error("No Batch here")) },
    batchCall: () => ({ run: () => Promise.reject(new Error("No Batch here")) }),
    tokens: new Map(),
  };
  const journal = {
    async write(_: string, entry: { events: HistoryEvent[]; ending: Ending | undefined }) {
      history.push(...entry.events);
      ending = entry.ending ?? ending;
    },
  };
  const program: Program = parse(machineOf(definition));
  const row: ExecutionRow = {
    arn: "arn:aws:states:eu-west-1:123456789012:execution:test:one",
    name: "one",
    machine: "arn:aws:states:eu-west-1:123456789012:stateMachine:test",
    digest: "",
    input: JSON.stringify(input),
    status: "RUNNING",
    output: null,
    error: null,
    cause: null,
    startedAt: clock.now(),
    stoppedAt: null,
    redrives: 0,
    redrivenAt: null,
    redriveToken: null,
  };
  const host = {
    journal,
    clock,
    random,
    evaluator: createEvaluator(random),
    connectors,
    halt: new AbortController().signal,
    log: (_: string, message: string, fields: object) => {
      throw new Error(`${message} ${JSON.stringify(fields)}`);
    },
  };
  const execution = drive(host, row, program, [newFrame("", program.StartAt, input, 1)], 1);
  options.during?.(execution, connectors);
  await execution.done;
  const ended: Ending = ending ?? { status: "RUNNING", at: clock.now() };
  return {
    status: ended.status,
    ...(ended.output !== undefined && { output: JSON.parse(ended.output) as Json }),
    ...(ended.error !== undefined && { error: ended.error }),
    ...(ended.cause !== undefined && { cause: ended.cause }),
    events: history.map((event) => event.type),
    history,
    slept,
  };
}
