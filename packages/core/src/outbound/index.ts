/** Requests to addresses that users name: only to the public internet, and to where the name led when it was looked at. */
export { pinned } from "./connect.ts";
export * as Outbound from "./index.ts";
export { type Opened, open } from "./open.ts";
export { checked, type Rule, resolve, type Target } from "./target.ts";
