/** A run of an algorithm, as its steps, each of which may run again at any point. What only they need stays out of the API. */
export { finish } from "./finish.ts";
export { give } from "./give.ts";
export * as Analysis from "./index.ts";
export { prepare } from "./prepare.ts";
export { take } from "./take.ts";
