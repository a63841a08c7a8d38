import { randomUUID } from "node:crypto";
import { EXPIRED, until } from "./clock.ts";
import { type FailureEvent, StatesError } from "./error.ts";
import type { TaskPhase } from "./frame.ts";
import type { Json } from "./json.ts";
import type { TaskState } from "./language.ts";
import { checkSize, leave, record, scopeOf, shape, type Thread } from "./thread.ts";
import { answerTo, createToken, type Tokens } from "./token.ts";

/** One kind of work a Task can name as its resource. Called again after a crash with the same task. */
export type Connector = {
  /** Resolves to the result; rejects with StatesError. `submitted` records that the work was handed over. */
  run(task: TaskPhase, signal: AbortSignal, submitted: (receipt: Json) => void): Promise<Json>;
};

export type Connectors = {
  lambda: Connector;
  function(arn: string): Connector;
  batch: Connector;
  batchCall(name: string): Connector;
  tokens: Tokens;
};

type Call = { connector: Connector; events: Events; waitsForToken: boolean };
type Events = {
  prefix: "Task" | "LambdaFunction";
  details: { resourceType: string; resource: string } | Record<string, never>;
};

export async function runTask(thread: Thread, state: TaskState, signal: AbortSignal): Promise<void> {
  const { frame, run } = thread;
  const call = callOf(thread, state);
  const task = frame.phase.kind === "task" ? frame.phase.task : await schedule(thread, state, call);
  if (!task.called) task.startedAt = run.clock.now();
  await run.recorder.flush();
  const result = await perform(thread, call, task, signal);
  const { type, details } = succeeded(call, result);
  // Evaluated before anything is recorded, so that success and leaving are written together.
  const shaped = await shape(thread, state, result, { result, token: task.token }).catch((error: unknown) => {
    throw error instanceof StatesError ? new StatesError(error.error, error.reason, { type, details }) : error;
  });
  record(thread, type, details);
  leave(thread, state.Next, shaped.output, shaped.assigned);
}

function callOf({ run }: Thread, { Resource }: TaskState): Call {
  const { connectors } = run;
  if (!Resource.startsWith("arn:aws:states:::")) {
    return {
      connector: connectors.function(Resource),
      events: { prefix: "LambdaFunction", details: {} },
      waitsForToken: false,
    };
  }
  const parts = Resource.slice("arn:aws:states:::".length).split(":");
  const resource = parts.pop() ?? "";
  const resourceType = parts.join(":");
  if (resourceType === "aws-sdk:batch") {
    const events = { prefix: "Task", details: { resourceType, resource } } as const;
    return { connector: connectors.batchCall(resource), events, waitsForToken: false };
  }
  return {
    connector: resourceType === "batch" ? connectors.batch : connectors.lambda,
    events: { prefix: "Task", details: { resourceType, resource } },
    waitsForToken: resource.endsWith(".waitForTaskToken"),
  };
}

async function schedule(thread: Thread, state: TaskState, call: Call): Promise<TaskPhase> {
  const { frame, run } = thread;
  const token = call.waitsForToken ? createToken() : undefined;
  const scope = scopeOf(thread, { token });
  const given =
    state.Arguments === undefined ? frame.input : await run.evaluator.template(state.Arguments, scope, "Arguments");
  checkSize(thread, given, "arguments");
  const timeout = await seconds(thread, state, "TimeoutSeconds");
  const heartbeat = await seconds(thread, state, "HeartbeatSeconds");
  const limits = {
    ...(timeout !== undefined && { timeoutInSeconds: timeout }),
    ...(heartbeat !== undefined && { heartbeatInSeconds: heartbeat }),
  };
  const input = JSON.stringify(given);
  const { prefix, details } = call.events;
  if (prefix === "Task") {
    const region = run.arn.split(":")[3] ?? "";
    record(thread, "TaskScheduled", { ...details, region, parameters: input, ...limits });
    record(thread, "TaskStarted", details);
  } else {
    record(thread, "LambdaFunctionScheduled", { resource: state.Resource, input, ...limits });
    record(thread, "LambdaFunctionStarted");
  }
  const task: TaskPhase = {
    id: randomUUID(),
    arguments: given,
    startedAt: run.clock.now(),
    ...(token !== undefined && { token }),
    ...(timeout !== undefined && { timeoutMs: timeout * 1000 }),
    ...(heartbeat !== undefined && { heartbeatMs: heartbeat * 1000 }),
  };
  frame.phase = { kind: "task", task };
  return task;
}

async function seconds(thread: Thread, state: TaskState, field: "TimeoutSeconds" | "HeartbeatSeconds") {
  const template = state[field];
  if (template === undefined) return undefined;
  const value = await thread.run.evaluator.template(template, scopeOf(thread), field);
  if (typeof value === "number" && value > 0) return value;
  throw new StatesError("States.QueryEvaluationError", `${field} is no number above 0: ${JSON.stringify(value)}`);
}

async function perform(thread: Thread, call: Call, task: TaskPhase, signal: AbortSignal): Promise<Json> {
  const { run } = thread;
  const deadline = task.timeoutMs === undefined ? undefined : task.startedAt + task.timeoutMs;
  const submitted = (receipt: Json) =>
    record(thread, "TaskSubmitted", { ...call.events.details, output: JSON.stringify(receipt) });
  try {
    const result = await until(run.clock, deadline, signal, (within) =>
      call.waitsForToken
        ? answerTo(thread, task, within, () => call.connector.run(task, within, submitted))
        : call.connector.run(task, within, submitted),
    );
    if (result === EXPIRED) throw new StatesError("States.Timeout", "");
    checkSize(thread, result, "a result");
    return result;
  } catch (error) {
    throw error instanceof StatesError ? failed(call, error) : error;
  }
}

function succeeded({ events }: Call, result: Json): FailureEvent {
  const output = { output: JSON.stringify(result), outputDetails: { truncated: false } };
  return { type: `${events.prefix}Succeeded`, details: { ...events.details, ...output } };
}

function failed({ events }: Call, { error, reason }: StatesError): StatesError {
  const how = error === "States.Timeout" || error === "States.HeartbeatTimeout" ? "TimedOut" : "Failed";
  const details = { ...events.details, error, cause: reason };
  return new StatesError(error, reason, { type: `${events.prefix}${how}`, details });
}
