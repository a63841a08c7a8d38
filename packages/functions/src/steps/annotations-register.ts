import { AnnotationFile } from "@atrium/core/annotation-file";
import { closing } from "./step.ts";

/** May run again after its own commit, when the run has succeeded already; what was read in has ended its run by itself. */
export const handler = closing((job) => AnnotationFile.register(job));
