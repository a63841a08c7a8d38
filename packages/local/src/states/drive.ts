import type { Log } from "../router/log.ts";
import type { Clock } from "./clock.ts";
import { Cancelled, StatesError } from "./error.ts";
import type { Evaluator } from "./expression.ts";
import type { Frame } from "./frame.ts";
import { runThread } from "./interpret.ts";
import type { Ending, ExecutionRow, Journal } from "./journal.ts";
import type { JsonObject } from "./json.ts";
import type { Program } from "./language.ts";
import { createRecorder } from "./recorder.ts";
import type { Connectors } from "./task.ts";
import type { Run } from "./thread.ts";

/** What all executions of a host share. */
export type Host = {
  journal: Pick<Journal, "write">;
  clock: Clock;
  random: () => number;
  evaluator: Evaluator;
  connectors: Connectors;
  halt: AbortSignal;
  log: Log;
};

type Verdict = { status: "ABORTED" | "TIMED_OUT"; error: string; cause: string };

export type Execution = {
  /** Resolves when it has ended and that is durable, or when the host has let it go. */
  done: Promise<void>;
  callOff(verdict: Verdict): void;
};

/** Runs an execution from where its frames stand to its end. The program is the one it was started with. */
export function drive(host: Host, row: ExecutionRow, program: Program, frames: Frame[], lastEvent: number): Execution {
  const { journal, clock, random, evaluator, connectors, halt, log } = host;
  const byPath = new Map(frames.map((frame) => [frame.path, frame]));
  const recorder = createRecorder({ journal, arn: row.arn, clock, lastEvent, halt, log });
  const run: Run = {
    arn: row.arn,
    name: row.name,
    machine: { arn: row.machine, name: row.machine.split(":").at(-1) ?? "" },
    input: JSON.parse(row.input),
    startedAt: row.startedAt,
    redrives: row.redrives,
    redrivenAt: row.redrivenAt,
    frames: byPath,
    recorder,
    evaluator,
    clock,
    random,
    connectors,
  };
  const calledOff = new AbortController();
  let verdict: Verdict | undefined;

  function callOff(given: Verdict): void {
    verdict ??= given;
    calledOff.abort(new Cancelled(`The execution is ${given.status}`));
  }

  async function finish(): Promise<void> {
    const root = byPath.get("");
    if (!root) throw new Error(`Execution ${row.arn} has lost its root`);
    const over = new AbortController();
    if (program.TimeoutSeconds !== undefined) {
      void expire((row.redrivenAt ?? row.startedAt) + program.TimeoutSeconds * 1000, over.signal);
    }
    try {
      const signal = AbortSignal.any([halt, calledOff.signal]);
      const output = JSON.stringify(await runThread({ run, frame: root, program }, signal));
      conclude(root, "ExecutionSucceeded", { output }, { status: "SUCCEEDED", at: clock.now(), output });
    } catch (error) {
      if (error instanceof StatesError) {
        const details = { error: error.error, cause: error.reason };
        conclude(root, "ExecutionFailed", details, { status: "FAILED", at: clock.now(), ...details });
      } else if (error instanceof Cancelled && verdict) {
        const { status, ...details } = verdict;
        const type = status === "ABORTED" ? "ExecutionAborted" : "ExecutionTimedOut";
        conclude(root, type, details, { status, at: clock.now(), ...details });
      } else throw error;
    } finally {
      over.abort();
    }
    await recorder.flush();
  }

  async function expire(deadline: number, over: AbortSignal): Promise<void> {
    try {
      await clock.sleep(Math.max(0, deadline - clock.now()), over);
    } catch {
      return; // it was over in time
    }
    callOff({ status: "TIMED_OUT", error: "States.Timeout", cause: "" });
  }

  function conclude(root: Frame, type: string, details: JsonObject, ending: Ending): void {
    root.event = recorder.event(type, root.event, details);
    recorder.end(ending);
    recorder.keep(root);
  }

  const done = finish().catch((error: unknown) => {
    if (!halt.aborted) log("error", "execution is let go until the next start", { execution: row.arn, error });
  });
  return { done, callOff };
}
