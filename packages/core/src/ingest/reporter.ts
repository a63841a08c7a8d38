import { AppError } from "../error/index.ts";
import { log } from "../log/index.ts";
import { Run } from "../run/index.ts";

const EVERY_MS = 1_000;

type Progress = { fraction: number; step: string; stage?: string; rows?: number; bytes?: number; totalBytes?: number };
export type Reporter = {
  signal: AbortSignal;
  tell(progress: Progress): void;
  end(): Promise<void>;
};

/**
 * Writes the newest progress at most once a second, and hears in the answer whether anybody still waits: `signal` then
 * aborts. A report that fails is not worth the work it reports on.
 */
export function startReporter(
  run: { runID: string; attempt: number; engine: string; stage: string },
  outer?: AbortSignal,
): Reporter {
  const superseded = new AbortController();
  let newest: Progress | undefined;
  let writing: Promise<void> = Promise.resolve();
  const write = async () => {
    const progress = newest;
    newest = undefined;
    if (!progress) return;
    try {
      const { stage = run.stage, ...reported } = progress;
      const { cancelled } = await Run.report({ ...run, stage, progress: reported });
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
    signal: outer ? AbortSignal.any([outer, superseded.signal]) : superseded.signal,
    tell: (progress) => {
      const before = newest;
      newest = { ...before, ...progress };
      if (before === undefined && progress.fraction === 0) writing = writing.then(write);
    },
    end: async () => {
      clearInterval(timer);
      writing = writing.then(write);
      await writing;
    },
  };
}
