import type { JsonObject } from "./json.ts";

/** What a failure leaves in the history, written together with what follows from it. */
export type FailureEvent = { type: string; details: JsonObject };

/** A failure that Retry and Catch may see, named as Step Functions names it. */
export class StatesError extends Error {
  override readonly name = "StatesError";
  readonly error: string;
  readonly reason: string;
  readonly event: FailureEvent | undefined;

  constructor(error: string, reason: string, event?: FailureEvent) {
    super(`${error}: ${reason}`);
    this.event = event;
    this.error = error;
    this.reason = reason;
  }
}

/** The work was called off: by StopExecution, a failed sibling, a time limit. No Retry or Catch sees it. */
export class Cancelled extends Error {
  override readonly name = "Cancelled";
}

/** This host stops or lost the journal to another; the execution goes on where it is next resumed. */
export class Halted extends Error {
  override readonly name = "Halted";
}

const TIMEOUTS = ["States.Timeout", "States.HeartbeatTimeout"];

/** Whether a Retrier or Catcher with these names takes the error. States.Runtime can be neither retried nor caught. */
export function matches(names: readonly string[], error: string): boolean {
  if (error === "States.Runtime") return false;
  return names.some((name) => {
    if (name === error) return true;
    if (name === "States.ALL") return error !== "States.DataLimitExceeded";
    if (name === "States.TaskFailed") return !TIMEOUTS.includes(error) && error !== "States.DataLimitExceeded";
    return name === "States.Timeout" && error === "States.HeartbeatTimeout";
  });
}
