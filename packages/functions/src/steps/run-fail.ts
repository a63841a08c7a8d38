import { Functions } from "@atrium/core/function";
import { Ingest } from "@atrium/core/ingest";
import { Outcome } from "@atrium/core/outcome";
import { Run } from "@atrium/core/run";
import { Transcode } from "@atrium/core/transcode";
import { z } from "zod";
import { closing } from "./step.ts";

const Event = z.object({ error: Outcome.Failure.catch({}), redrives: z.number().int().nonnegative().optional() });

/** The catch of every state: ends the run with a reason. */
export const handler = closing(async (job, event) => {
  const { error, redrives } = Event.parse(event);
  const functionID = await Run.functionOf(job.runId);
  if (functionID === Functions.IMPORT_ID) return Ingest.fail(job, error, redrives);
  if (functionID === Functions.TRANSCODE_ID) return Transcode.fail(job, error, redrives);
  return Outcome.fail(job, error, redrives);
});
