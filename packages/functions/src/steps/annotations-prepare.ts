import { AnnotationFile } from "@atrium/core/annotation-file";
import { step } from "./step.ts";

export const handler = step((job) => AnnotationFile.prepare(job));
