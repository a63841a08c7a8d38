import * as Actor from "../actor/index.ts";
import { query } from "../database/index.ts";
import { Run } from "../run/index.ts";
import { fn } from "../util/index.ts";
import { Report } from "./schema.ts";

const STAGE = "Execute";
/** Steps are named by code that nobody has read; so many make a picture, more would fill the database. */
const MAX_STEPS = 20;

/** How far the job is, and what it wrote. The answer tells it to stop when nobody waits for it any more. */
export const report = fn(Report, async ({ progress, entries }): Promise<{ cancelled: boolean }> => {
  const { runID, attempt, part } = Actor.job();
  if (part > 0) return reportPart({ progress, entries });
  const step = progress ? await stepFor(progress.step) : await currentStep();
  const lines = entries.map(({ level, message }) => ({ level, step, message }));
  await Run.log({ runID, attempt, entries: lines });
  if (!progress) return { cancelled: false };
  const message =
    step === progress.step ? progress.message : [progress.step, progress.message].filter(Boolean).join(": ");
  return Run.report({
    ...{ runID, attempt, engine: "batch", stage: STAGE },
    // The end is for the step that registers what came of it.
    progress: { fraction: 0.05 + progress.fraction * 0.9, step, ...(message === undefined ? {} : { message }) },
  });
});

/** One of several jobs beside each other is one step, whatever its code calls what it does. */
async function reportPart({ progress, entries }: Report): Promise<{ cancelled: boolean }> {
  const { runID, attempt, part } = Actor.job();
  const step = Run.partName(part);
  await Run.log({ runID, attempt, entries: entries.map(({ level, message }) => ({ level, step, message })) });
  if (!progress) return { cancelled: false };
  const fractions = { [step]: progress.fraction * 0.95 };
  return Run.reportPart({ runID, attempt, engine: "batch", stage: Run.PARTS, weights: {}, fractions, ended: {} });
}

async function stepFor(name: string): Promise<string> {
  const steps = await stepNames();
  if (steps.includes(name) || steps.length < MAX_STEPS) return name;
  return steps.at(-1) ?? name;
}

const currentStep = async (): Promise<string> => (await stepNames()).at(-1) ?? STAGE;

async function stepNames(): Promise<string[]> {
  const { runID, attempt } = Actor.job();
  const rows = await query((db) =>
    db
      .selectFrom("run_step")
      .select("name")
      .where("run_id", "=", runID)
      .where("attempt", "=", attempt)
      .orderBy("first_at")
      .orderBy("name")
      .limit(MAX_STEPS)
      .execute(),
  );
  return rows.map(({ name }) => name);
}
