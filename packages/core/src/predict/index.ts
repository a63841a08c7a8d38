/** Applying a model: to a table, as the steps of a run, each of which may run again at any point. */
export { execute } from "./execute.ts";
export * as Predict from "./index.ts";
export { Job } from "./job.ts";
export { prepare } from "./plan.ts";
export { register } from "./register.ts";
export { type Options, scoreTable } from "./table.ts";
