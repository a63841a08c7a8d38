import { Algorithm } from "@atrium/core/algorithm";
import { step } from "./step.ts";

export const handler = step((job) => Algorithm.prepare(job));
