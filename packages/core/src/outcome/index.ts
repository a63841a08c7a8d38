/** What becomes of that which a job leaves. Apart from `Job`, because the importer needs DuckDB. */
export { Failure, fail } from "./fail.ts";
export * as Outcome from "./index.ts";
export type { Registered, RegisterFile, Work } from "./outcome.ts";
export { register } from "./register.ts";
