import { Analysis } from "@atrium/core/analysis";
import { step } from "./step.ts";

export const handler = step((job) => Analysis.prepare(job));
