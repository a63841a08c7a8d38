export { create, remove, update } from "./change.ts";
export { copy } from "./copy.ts";
export * as Project from "./index.ts";
export { get, list, readme } from "./info.ts";
export { move, moveAny } from "./move.ts";
export { namespaces, renameNamespace } from "./namespace.ts";
export { resolve } from "./path.ts";
export { Copy, Create, Info, Move, Namespace, Patch, Readme, Slug } from "./schema.ts";
