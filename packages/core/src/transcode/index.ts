/** What is made of a video or a picture so that it can be played and shown, as the steps of a run, each of which may run again at any point. */
export { fail } from "./fail.ts";
export * as Transcode from "./index.ts";
export { Job, prepare } from "./job.ts";
export { register } from "./register.ts";
export { remaining } from "./remaining.ts";
