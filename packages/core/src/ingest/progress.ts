import type { Session } from "../duckdb/index.ts";
import type { Progress } from "./convert.ts";

const EVERY_MS = 250;

export type Watch = {
  /** A step that takes the progress from one fraction to another. */
  step(name: string, from: number, to: number, rows?: number): void;
  /** How far the step is, where the database cannot tell. */
  fraction(done: number): void;
  end(): void;
};

/** Asks the database regularly how far its statement is. Never goes back. */
export function watchProgress(session: Session, report: (progress: Progress) => void): Watch {
  let step = { name: "", from: 0, to: 0, rows: undefined as number | undefined };
  let reached = 0;
  const tell = (within: number) => {
    reached = Math.max(reached, step.from + (step.to - step.from) * Math.min(1, within));
    report({ fraction: reached, step: step.name, ...(step.rows === undefined ? {} : { rows: step.rows }) });
  };
  const timer = setInterval(() => {
    const within = session.progress;
    if (within !== undefined) tell(within * 0.99);
  }, EVERY_MS).unref();
  return {
    step(name, from, to, rows) {
      step = { name, from, to, rows };
      tell(0);
    },
    fraction: tell,
    end: () => clearInterval(timer),
  };
}
