import type { StepState } from "./schema.ts";

type Step = { name: string; state: StepState; stage: string | null };

const UNFINISHED: StepState[] = ["failed", "cancelled", "waiting"];

/** The stage an attempt ended in, by its steps in their order; undefined when none had begun. */
export const stageOf = (steps: Step[]): string | undefined =>
  steps.find(({ state }) => UNFINISHED.includes(state))?.stage ?? undefined;

/** The step that such an attempt would be continued from: the first of the stage it ended in. */
export function continuesFrom(steps: Step[]): string | null {
  const stage = stageOf(steps);
  if (stage === undefined) return null;
  return steps.find((step) => step.stage === stage)?.name ?? null;
}
