import { Ingest } from "@atrium/core/ingest";
import { step } from "./step.ts";

export const handler = step((job) => Ingest.prepare(job));
