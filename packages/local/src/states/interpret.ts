import { runMap, runParallel } from "./children.ts";
import { choose } from "./choice.ts";
import { Cancelled, Halted, matches, StatesError } from "./error.ts";
import type { Json } from "./json.ts";
import type { FailState, State, WaitState } from "./language.ts";
import { planRetry } from "./retry.ts";
import { runTask } from "./task.ts";
import { dropChildren, leave, record, scopeOf, shape, type Thread } from "./thread.ts";

/** Runs a thread from wherever it stands to its end; throws StatesError when it fails. */
export async function runThread(thread: Thread, signal: AbortSignal): Promise<Json> {
  const { frame, run } = thread;
  for (;;) {
    if (frame.failure) throw new StatesError(frame.failure.error, frame.failure.cause);
    if (frame.phase.kind === "done") return frame.phase.output;
    signal.throwIfAborted();
    const state = stateOf(thread);
    try {
      await step(thread, state, signal);
    } catch (error) {
      signal.throwIfAborted(); // whatever failed because it was called off, failed for that reason
      await recover(thread, state, error);
    }
    await run.recorder.ease();
  }
}

function stateOf({ frame, program }: Thread): State {
  const state = program.States[frame.state];
  if (!state) throw new StatesError("States.Runtime", `There is no state '${frame.state}'`);
  return state;
}

async function step(thread: Thread, state: State, signal: AbortSignal): Promise<void> {
  const { frame, run } = thread;
  if (frame.phase.kind === "retry") {
    await run.recorder.flush();
    await run.clock.sleep(Math.max(0, frame.phase.until - run.clock.now()), signal);
    frame.phase = { kind: "ready" };
    run.recorder.keep(frame);
  }
  if (frame.enteredAt === undefined) enter(thread, state);
  switch (state.Type) {
    case "Pass": {
      const { output, assigned } = await shape(thread, state, frame.input);
      return leave(thread, state.Next, output, assigned);
    }
    case "Choice":
      return choose(thread, state);
    case "Wait":
      return wait(thread, state, signal);
    case "Task":
      return runTask(thread, state, signal);
    case "Parallel":
      return runParallel(thread, state, signal, runThread);
    case "Map":
      return runMap(thread, state, signal, runThread);
    case "Succeed": {
      const { output } = await shape(thread, { Output: state.Output }, frame.input);
      return leave(thread, undefined, output, {});
    }
    case "Fail":
      throw await failureOf(thread, state);
  }
}

function enter(thread: Thread, state: State): void {
  const { frame, run } = thread;
  frame.enteredAt = run.clock.now();
  record(thread, `${state.Type}StateEntered`, {
    name: frame.state,
    input: JSON.stringify(frame.input),
    inputDetails: { truncated: false },
  });
}

async function wait(thread: Thread, state: WaitState, signal: AbortSignal): Promise<void> {
  const { frame, run } = thread;
  if (frame.phase.kind !== "wait") {
    frame.phase = { kind: "wait", until: await wakeTime(thread, state) };
    run.recorder.keep(frame);
  }
  await run.recorder.flush();
  await run.clock.sleep(Math.max(0, frame.phase.until - run.clock.now()), signal);
  const { output, assigned } = await shape(thread, state, frame.input);
  leave(thread, state.Next, output, assigned);
}

async function wakeTime(thread: Thread, state: WaitState): Promise<number> {
  const { evaluator, clock } = thread.run;
  const scope = scopeOf(thread);
  if (state.Timestamp !== undefined) {
    const text = await evaluator.template(state.Timestamp, scope, "Timestamp");
    const at = typeof text === "string" ? Date.parse(text) : Number.NaN;
    if (Number.isNaN(at))
      throw new StatesError("States.QueryEvaluationError", `Timestamp is no timestamp: ${JSON.stringify(text)}`);
    return at;
  }
  const seconds = await evaluator.template(state.Seconds ?? 0, scope, "Seconds");
  if (typeof seconds !== "number" || seconds < 0) {
    throw new StatesError(
      "States.QueryEvaluationError",
      `Seconds is no number of 0 or more: ${JSON.stringify(seconds)}`,
    );
  }
  return clock.now() + seconds * 1000;
}

async function failureOf(thread: Thread, state: FailState): Promise<StatesError> {
  const { evaluator } = thread.run;
  const scope = scopeOf(thread);
  const text = async (field: "Error" | "Cause") => {
    const value = await evaluator.template(state[field] ?? "", scope, field);
    if (typeof value === "string") return value;
    throw new StatesError(
      "States.QueryEvaluationError",
      `${field} of a Fail state is no string: ${JSON.stringify(value)}`,
    );
  };
  return new StatesError(await text("Error"), await text("Cause"));
}

/** Retry, then Catch, then the thread has failed. */
async function recover(thread: Thread, state: State, error: unknown): Promise<void> {
  if (error instanceof Halted || error instanceof Cancelled) throw error;
  let failure = asFailure(error);
  if ("Retry" in state || "Catch" in state) {
    if (retry(thread, state.Retry ?? [], failure)) return;
    try {
      if (await caught(thread, state.Catch ?? [], failure)) return;
    } catch (inner) {
      failure = asFailure(inner);
    }
  }
  note(thread, asFailure(error));
  thread.frame.failure = { error: failure.error, cause: failure.reason };
  thread.run.recorder.keep(thread.frame);
  thread.ended?.("Failed");
  throw failure;
}

function retry(thread: Thread, retriers: Parameters<typeof planRetry>[0], failure: StatesError): boolean {
  const { frame, run } = thread;
  const plan = planRetry(retriers, frame.retries, failure.error, run.random);
  if (!plan) return false;
  // Every place is filled: a hole would come back from JSON as null.
  frame.retries = retriers.map((_, index) => (frame.retries[index] ?? 0) + (index === plan.retrier ? 1 : 0));
  note(thread, failure);
  dropChildren(thread);
  frame.phase = { kind: "retry", until: run.clock.now() + plan.delayMs };
  run.recorder.keep(frame);
  return true;
}

async function caught(
  thread: Thread,
  catchers: { ErrorEquals: string[]; Next: string; Assign?: Record<string, Json>; Output?: Json }[],
  failure: StatesError,
): Promise<boolean> {
  const catcher = catchers.find((one) => matches(one.ErrorEquals, failure.error));
  if (!catcher) return false;
  const errorOutput = { Error: failure.error, Cause: failure.reason };
  const { output, assigned } = await shape(thread, catcher, errorOutput, { errorOutput });
  note(thread, failure);
  leave(thread, catcher.Next, output, assigned);
  return true;
}

function note(thread: Thread, { event }: StatesError): void {
  if (event) record(thread, event.type, event.details);
}

/** A fault of the interpreter ends the execution too, or it would be running for ever. */
const asFailure = (error: unknown): StatesError =>
  error instanceof StatesError
    ? error
    : new StatesError("States.Runtime", error instanceof Error ? error.message : String(error));
