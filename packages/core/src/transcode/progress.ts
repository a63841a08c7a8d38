import { AppError } from "../error/index.ts";
import { log } from "../log/index.ts";
import { Run } from "../run/index.ts";
import type { Job } from "./job.ts";

const EVERY_MS = 1_000;

export type Progress = {
  /** Aborts when nobody waits for the run any more. */
  signal: AbortSignal;
  /** The share of the whole that each part is. */
  weigh(weights: Record<string, number>): void;
  tell(part: string, fraction: number): void;
  end(part: string, state: "succeeded" | "failed"): void;
  close(): Promise<void>;
};

/** Writes the newest of all parts at most once a second. A report that fails is not worth the work it reports on. */
export function startProgress({ runId: runID, attempt }: Job, outer: AbortSignal): Progress {
  const superseded = new AbortController();
  let weights: Record<string, number> = {};
  let fractions: Record<string, number> = {};
  let ended: Record<string, "succeeded" | "failed"> = {};
  let writing: Promise<void> = Promise.resolve();
  const write = async () => {
    if (Object.keys(fractions).length === 0 && Object.keys(weights).length === 0) return;
    const news = { weights, fractions, ended };
    [weights, fractions, ended] = [{}, {}, {}];
    try {
      const { cancelled } = await Run.reportPart({ runID, attempt, engine: "batch", stage: "Encode", ...news });
      if (cancelled)
        superseded.abort(new AppError("conflict", "run.superseded", "The run was cancelled or started again."));
    } catch (error) {
      log.warn("progress was not written", { error });
    }
  };
  const timer = setInterval(() => {
    writing = writing.then(write);
  }, EVERY_MS);
  return {
    signal: AbortSignal.any([outer, superseded.signal]),
    weigh: (given) => {
      weights = { ...weights, ...given };
    },
    tell: (part, fraction) => {
      fractions[part] = fraction;
    },
    end: (part, state) => {
      fractions[part] = 1;
      ended[part] = state;
    },
    close: async () => {
      clearInterval(timer);
      writing = writing.then(write);
      await writing;
    },
  };
}
