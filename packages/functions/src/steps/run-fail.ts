import { Ingest } from "@atrium/core/ingest";
import { z } from "zod";
import { closing } from "./step.ts";

const Event = z.object({ error: Ingest.Failure.catch({}), redrives: z.number().int().nonnegative().optional() });

/** The catch of every state: ends the run with a reason. */
export const handler = closing((job, event) => {
  const { error, redrives } = Event.parse(event);
  return Ingest.fail(job, error, redrives);
});
