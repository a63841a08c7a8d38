import type { Clock } from "./clock.ts";
import { StatesError } from "./error.ts";
import type { Evaluator, Scope } from "./expression.ts";
import { type Frame, isBelow } from "./frame.ts";
import { bytesOf, type Json, type JsonObject } from "./json.ts";
import type { Program } from "./language.ts";
import type { Recorder } from "./recorder.ts";
import type { Connectors } from "./task.ts";

/** Largest input, output, task result or variable, in bytes of UTF-8. */
export const LARGEST_PAYLOAD = 256 * 1024;

/** One execution while this host runs it. */
export type Run = {
  arn: string;
  name: string;
  machine: { arn: string; name: string };
  input: Json;
  startedAt: number;
  redrives: number;
  redrivenAt: number | null;
  frames: Map<string, Frame>;
  recorder: Recorder;
  evaluator: Evaluator;
  clock: Clock;
  random: () => number;
  connectors: Connectors;
};

/** A frame with the program it runs and the thread whose variables it may read. */
export type Thread = {
  run: Run;
  frame: Frame;
  program: Program;
  parent?: Thread;
  /** Called in the moment the thread's end is recorded, so that what it records is written together with it. */
  ended?: (how: "Succeeded" | "Failed") => void;
};

type Extra = { result?: Json; errorOutput?: Json; token?: string };

export function scopeOf(thread: Thread, extra: Extra = {}): Scope {
  const { token, ...rest } = extra;
  return {
    states: { input: thread.frame.input, context: contextOf(thread, token), ...rest },
    variables: variablesOf(thread),
  };
}

const variablesOf = (thread: Thread): Record<string, Json> => ({
  ...(thread.parent && variablesOf(thread.parent)),
  ...thread.frame.variables,
});

const itemOf = (thread: Thread): Frame["item"] => thread.frame.item ?? (thread.parent && itemOf(thread.parent));

function contextOf(thread: Thread, token: string | undefined): JsonObject {
  const { run, frame } = thread;
  const item = itemOf(thread);
  return {
    Execution: {
      Id: run.arn,
      Input: run.input,
      Name: run.name,
      StartTime: new Date(run.startedAt).toISOString(),
      RedriveCount: run.redrives,
      ...(run.redrivenAt !== null && { RedriveTime: new Date(run.redrivenAt).toISOString() }),
    },
    StateMachine: { Id: run.machine.arn, Name: run.machine.name },
    State: {
      Name: frame.state,
      EnteredTime: new Date(frame.enteredAt ?? run.startedAt).toISOString(),
      RetryCount: frame.retries.reduce((sum, count) => sum + (count ?? 0), 0),
    },
    ...(token !== undefined && { Task: { Token: token } }),
    ...(item && { Map: { Item: { Index: item.index, Value: item.value } } }),
  };
}

/** Assign and Output see the same variables: those from before the state. */
export async function shape(
  thread: Thread,
  fields: { Assign?: Record<string, Json>; Output?: Json },
  fallback: Json,
  extra: Extra = {},
): Promise<{ output: Json; assigned: Record<string, Json> }> {
  const { evaluator } = thread.run;
  const scope = scopeOf(thread, extra);
  const output = fields.Output === undefined ? fallback : await evaluator.template(fields.Output, scope, "Output");
  const assigned = fields.Assign ? ((await evaluator.template(fields.Assign, scope, "Assign")) as JsonObject) : {};
  checkSize(thread, output, "output");
  checkSize(thread, assigned, "assigned variables");
  return { output, assigned };
}

export function checkSize(thread: Thread, value: Json, what: string): void {
  if (bytesOf(value) <= LARGEST_PAYLOAD) return;
  throw new StatesError(
    "States.DataLimitExceeded",
    `The state '${thread.frame.state}' has ${what} with a size exceeding the maximum number of bytes service limit.`,
  );
}

/** Records an event of this thread, after its last one. */
export function record(thread: Thread, type: string, details?: JsonObject): void {
  thread.frame.event = thread.run.recorder.event(type, thread.frame.event, details);
  thread.run.recorder.keep(thread.frame);
}

/** Leaves the current state, for the next one or, without one, for the end of the thread. */
export function leave(thread: Thread, next: string | undefined, output: Json, assigned: Record<string, Json>): void {
  const { frame, program } = thread;
  const type = program.States[frame.state]?.Type;
  const text = Object.fromEntries(Object.entries(assigned).map(([key, value]) => [key, JSON.stringify(value)]));
  record(thread, `${type}StateExited`, {
    name: frame.state,
    output: JSON.stringify(output),
    outputDetails: { truncated: false },
    ...(Object.keys(text).length > 0 && { assignedVariables: text }),
  });
  dropChildren(thread);
  Object.assign(frame.variables, assigned);
  frame.retries = [];
  delete frame.enteredAt;
  if (next === undefined) {
    frame.phase = { kind: "done", output };
    thread.ended?.("Succeeded");
    return;
  }
  frame.state = next;
  frame.input = output;
  frame.phase = { kind: "ready" };
}

/** Forgets the branches or iterations of a Parallel or Map that is over. */
export function dropChildren({ run, frame }: Thread): void {
  if (frame.phase.kind !== "children") return;
  for (const path of run.frames.keys()) {
    if (!isBelow(path, frame.path)) continue;
    run.frames.delete(path);
    run.recorder.drop(path);
  }
}
