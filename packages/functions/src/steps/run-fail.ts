import { Ingest } from "@atrium/core/ingest";
import { z } from "zod";
import { named } from "./step.ts";

const Event = z.object({ error: Ingest.Failure.catch({}) });

/** The catch of every state: ends the run with a reason. */
export const handler = (event: unknown) => named(event, (job) => Ingest.fail(job, Event.parse(event).error));
