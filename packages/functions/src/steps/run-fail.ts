import { Functions } from "@atrium/core/function";
import { Ingest } from "@atrium/core/ingest";
import { Outcome } from "@atrium/core/outcome";
import { Run } from "@atrium/core/run";
import { z } from "zod";
import { closing } from "./step.ts";

const Event = z.object({ error: Outcome.Failure.catch({}), redrives: z.number().int().nonnegative().optional() });

/** The catch of every state: ends the run with a reason. */
export const handler = closing(async (job, event) => {
  const { error, redrives } = Event.parse(event);
  const ofImport = (await Run.functionOf(job.runId)) === Functions.IMPORT_ID;
  return ofImport ? Ingest.fail(job, error, redrives) : Outcome.fail(job, error, redrives);
});
