import { Ingest } from "@atrium/core/ingest";
import { closing } from "./step.ts";

/** May run again after its own commit, when the run has succeeded already. */
export const handler = closing(Ingest.register);
