/** What becomes of that which a job leaves. */
export { Failure, fail } from "./fail.ts";
export * as Outcome from "./index.ts";
export type { Registered, RegisterFile, Work } from "./outcome.ts";
export { register } from "./register.ts";
