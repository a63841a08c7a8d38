import { Transcode } from "@atrium/core/transcode";
import { step } from "./step.ts";

export const handler = step((job) => Transcode.remaining(job));
