import { Job } from "@atrium/core/job";
import { step } from "./step.ts";

export const handler = step((job) => Job.prepare(job));
