import { Predict } from "@atrium/core/predict";
import { step } from "./step.ts";

export const handler = step((job) => Predict.prepare(job));
