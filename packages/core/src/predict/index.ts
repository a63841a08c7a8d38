import type { Execution } from "./execute.ts";
import type { Job } from "./job.ts";

/** Applying a model: to a table, as the steps of a run, each of which may run again at any point. */
export * as Predict from "./index.ts";
export { Job } from "./job.ts";
export { prepare } from "./plan.ts";
export { register } from "./register.ts";

/** Loaded by the step that scores alone: it brings DuckDB and the runtime, of which the others need nothing. */
export const execute = async (job: Job, execution: Execution): Promise<{ rows: number }> =>
  (await import("./execute.ts")).execute(job, execution);
