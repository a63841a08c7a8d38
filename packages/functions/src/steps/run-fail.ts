import { Ingest } from "@atrium/core/ingest";
import { z } from "zod";
import { closing } from "./step.ts";

const Event = z.object({ error: Ingest.Failure.catch({}) });

/** The catch of every state: ends the run with a reason. */
export const handler = closing((job, event) => Ingest.fail(job, Event.parse(event).error));
