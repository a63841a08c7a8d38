import { ImportUrl } from "@atrium/core/import-url";
import { closing } from "./step.ts";

/** May run again after its own commit, when the run has succeeded already. */
export const handler = closing((job) => ImportUrl.register(job));
