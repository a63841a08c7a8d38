import { Predict } from "@atrium/core/predict";
import { closing } from "./step.ts";

/** May run again after its own commit, when the run has succeeded already. */
export const handler = closing(Predict.register);
