import type { Json } from "./json.ts";

/** What a state is in the middle of. Everything needed to go on after a crash is in here. */
export type Phase =
  | { kind: "ready" }
  | { kind: "retry"; until: number }
  | { kind: "wait"; until: number }
  | { kind: "task"; task: TaskPhase }
  /** `inputs` of a Map are its items; a Parallel has one for each branch. */
  | { kind: "children"; inputs: Json[] }
  | { kind: "done"; output: Json };

export type TaskPhase = {
  /** Names the attempt: the job's id, so that starting it twice is starting it once. */
  id: string;
  token?: string;
  arguments: Json;
  /** When it was last handed out: a crash of the host does not use up a callee's time. */
  startedAt: number;
  timeoutMs?: number;
  heartbeatMs?: number;
  /** With a token: the callee has been told, only the answer is missing. */
  called?: boolean;
  /** What SendTaskSuccess or SendTaskFailure brought, before the state acted on it. */
  answer?: Answer;
};

export type Answer = { output: Json } | { error: string; cause: string };

/** One thread of an execution: the root, a branch of a Parallel or an iteration of a Map. */
export type Frame = {
  /** "" for the root, "0/3" for the fourth child of its first child. */
  path: string;
  state: string;
  input: Json;
  variables: Record<string, Json>;
  phase: Phase;
  /** Retries so far, by retrier of the current state. */
  retries: number[];
  /** When the current state was entered, in milliseconds. */
  enteredAt?: number;
  /** The last event of this thread in the history. */
  event: number;
  /** The iteration of the Map this frame runs, for `$states.context.Map`. */
  item?: { index: number; value: Json };
  /** Why it ended; kept so that a redrive knows where to begin. */
  failure?: { error: string; cause: string };
};

export const newFrame = (path: string, state: string, input: Json, event: number): Frame => ({
  path,
  state,
  input,
  variables: {},
  phase: { kind: "ready" },
  retries: [],
  event,
});

export const childPath = (parent: string, index: number) => (parent === "" ? `${index}` : `${parent}/${index}`);

export const isBelow = (path: string, parent: string) =>
  path !== parent && (parent === "" || path.startsWith(`${parent}/`));

/**
 * Puts a frame of a failed execution back to the beginning of the state it was in; finished children stay finished. What a
 * Parallel or Map could not hold together, it cannot hold with the same children either: then all of them begin anew.
 */
export function rewind(frame: Frame, event: number): { beginsAnew: boolean } {
  const beginsAnew = frame.phase.kind === "children" && frame.failure?.error === "States.DataLimitExceeded";
  if (beginsAnew) frame.phase = { kind: "ready" };
  delete frame.failure;
  frame.event = event;
  frame.retries = [];
  if (frame.phase.kind === "task" || frame.phase.kind === "retry") frame.phase = { kind: "ready" };
  if (frame.phase.kind === "ready") delete frame.enteredAt;
  return { beginsAnew };
}
