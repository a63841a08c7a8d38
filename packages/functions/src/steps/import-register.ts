import { Ingest } from "@atrium/core/ingest";
import { named } from "./step.ts";

/** May run again after its own commit, when the run has succeeded already. */
export const handler = (event: unknown) => named(event, (job) => Ingest.register(job));
