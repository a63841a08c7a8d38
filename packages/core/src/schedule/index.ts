export { create, remove, restore, runNow, update } from "./change.ts";
export * as Schedule from "./index.ts";
export { get, list } from "./read.ts";
export { Create, Info, Overlap, Patch, Query } from "./schema.ts";
export { sweep } from "./sweep.ts";
