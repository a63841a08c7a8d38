import { Cancelled, StatesError } from "./error.ts";
import { childPath, type Frame, newFrame } from "./frame.ts";
import type { Json } from "./json.ts";
import type { MapState, ParallelState, Program } from "./language.ts";
import { leave, record, scopeOf, shape, type Thread } from "./thread.ts";

/** Given from above, as a thread runs its children and they run theirs. */
export type RunThread = (thread: Thread, signal: AbortSignal) => Promise<Json>;

/** Step Functions runs at most about this many iterations of an inline Map at once. */
const MOST_AT_ONCE = 40;

type Plan = {
  inputs: Json[];
  concurrency: number;
  program(index: number): Program;
  /** Called when the child starts, so that a long list does not evaluate everything at once. */
  begin(index: number): Promise<Pick<Frame, "input" | "item">>;
  note?(index: number, what: "Started" | "Succeeded" | "Failed" | "Aborted"): void;
};

export async function runParallel(thread: Thread, state: ParallelState, signal: AbortSignal, runThread: RunThread) {
  const { frame, run } = thread;
  if (frame.phase.kind !== "children") {
    const input =
      state.Arguments === undefined
        ? frame.input
        : await run.evaluator.template(state.Arguments, scopeOf(thread), "Arguments");
    record(thread, "ParallelStateStarted");
    frame.phase = { kind: "children", inputs: [input] };
  }
  const [input = null] = frame.phase.inputs;
  const outputs = await guarded("ParallelStateFailed", () =>
    runChildren(thread, signal, runThread, {
      inputs: state.Branches.map(() => input),
      concurrency: state.Branches.length,
      program: (index) => programAt(state.Branches, index),
      begin: async () => ({ input }),
    }),
  );
  const { output, assigned } = await shape(thread, state, outputs, { result: outputs });
  record(thread, "ParallelStateSucceeded");
  leave(thread, state.Next, output, assigned);
}

export async function runMap(thread: Thread, state: MapState, signal: AbortSignal, runThread: RunThread) {
  const { frame, run } = thread;
  if (frame.phase.kind !== "children") {
    const inputs = await itemsOf(thread, state);
    record(thread, "MapStateStarted", { length: inputs.length });
    frame.phase = { kind: "children", inputs };
  }
  const { inputs } = frame.phase;
  const name = frame.state;
  const limit = await run.evaluator.template(state.MaxConcurrency ?? 0, scopeOf(thread), "MaxConcurrency");
  if (typeof limit !== "number" || limit < 0) {
    throw new StatesError(
      "States.QueryEvaluationError",
      `MaxConcurrency is no number of 0 or more: ${JSON.stringify(limit)}`,
    );
  }
  const outputs = await guarded("MapStateFailed", () =>
    runChildren(thread, signal, runThread, {
      inputs,
      concurrency: Math.min(limit || MOST_AT_ONCE, MOST_AT_ONCE),
      program: () => state.ItemProcessor,
      async begin(index) {
        const item = { index, value: inputs[index] ?? null };
        return { input: await selected(thread, state, item), item };
      },
      note: (index, what) => record(thread, `MapIteration${what}`, { name, index }),
    }),
  );
  const { output, assigned } = await shape(thread, state, outputs, { result: outputs });
  record(thread, "MapStateSucceeded");
  leave(thread, state.Next, output, assigned);
}

async function itemsOf(thread: Thread, state: MapState): Promise<Json[]> {
  const { frame, run } = thread;
  const items =
    state.Items === undefined ? frame.input : await run.evaluator.template(state.Items, scopeOf(thread), "Items");
  if (Array.isArray(items)) return items;
  throw new StatesError("States.QueryEvaluationError", `The field 'Items' of '${frame.state}' is no array`);
}

function selected(thread: Thread, state: MapState, item: { index: number; value: Json }): Promise<Json> | Json {
  if (state.ItemSelector === undefined) return item.value;
  const scope = scopeOf({ ...thread, frame: { ...thread.frame, item } });
  return thread.run.evaluator.template(state.ItemSelector, scope, "ItemSelector");
}

function programAt(branches: Program[], index: number): Program {
  const program = branches[index];
  if (program) return program;
  throw new StatesError("States.Runtime", `There is no branch ${index}`);
}

async function guarded<T>(failed: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof StatesError)) throw error;
    const details = { error: error.error, cause: error.reason };
    throw new StatesError(error.error, error.reason, { type: failed, details });
  }
}

/** Runs the children, `concurrency` at a time. The first failure calls the others off and becomes the state's own. */
async function runChildren(thread: Thread, signal: AbortSignal, runThread: RunThread, plan: Plan): Promise<Json[]> {
  const siblings = new AbortController();
  const both = AbortSignal.any([signal, siblings.signal]);
  const outputs: Json[] = new Array(plan.inputs.length).fill(null);
  let failure: unknown;
  let next = 0;

  async function worker(): Promise<void> {
    while (next < plan.inputs.length && !both.aborted) {
      const index = next++;
      try {
        outputs[index] = await runChild(thread, index, plan, both, runThread);
      } catch (error) {
        failure ??= error;
        siblings.abort(new Cancelled("A sibling failed"));
      }
    }
  }

  await Promise.all(Array.from({ length: plan.concurrency }, worker));
  signal.throwIfAborted();
  if (failure) throw failure;
  return outputs;
}

async function runChild(
  parent: Thread,
  index: number,
  plan: Plan,
  signal: AbortSignal,
  runThread: RunThread,
): Promise<Json> {
  const { run, frame } = parent;
  const path = childPath(frame.path, index);
  const program = plan.program(index);
  let child = run.frames.get(path);
  if (child?.phase.kind === "done") return child.phase.output;
  if (!child) {
    const { input, item } = await plan.begin(index);
    child = { ...newFrame(path, program.StartAt, input, frame.event), ...(item && { item }) };
    run.frames.set(path, child);
    run.recorder.keep(child);
    plan.note?.(index, "Started");
  }
  const ended = (how: "Succeeded" | "Failed") => plan.note?.(index, how);
  try {
    return await runThread({ run, frame: child, program, parent, ended }, signal);
  } catch (error) {
    if (error instanceof Cancelled) plan.note?.(index, "Aborted");
    throw error;
  }
}
