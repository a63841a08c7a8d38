export type { components, paths } from "./api.gen.ts";
export { type Atrium, type AtriumOptions, createAtrium, take } from "./client.ts";
export { AtriumError, type FieldError } from "./error.ts";
export { readRows } from "./rows.ts";
export { isEnded, waitForRun } from "./run.ts";
export type * from "./types.ts";
export { discardUpload, type UploadOptions, type UploadProgress, type UploadSource, upload } from "./upload.ts";
