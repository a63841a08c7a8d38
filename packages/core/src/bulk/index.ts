/** One change of many things: all or nothing, and one event. */
export { Chosen } from "./chosen.ts";
export { edit } from "./edit.ts";
export * as Bulk from "./index.ts";
export { move } from "./move.ts";
export { remove, restore } from "./trash.ts";
