export * as Search from "./index.ts";
export { Query, SearchNode } from "./schema.ts";
export { Suggestion, suggest } from "./suggest.ts";
