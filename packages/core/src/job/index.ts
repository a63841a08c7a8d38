/** What runs of somebody's code are given, and what they hand in. What becomes of that is made by `Outcome`. */
export * as Job from "./index.ts";
export { keepPiece, piecesOf } from "./piece.ts";
export { issue, prepare, specOf } from "./prepare.ts";
export { own, read } from "./read.ts";
export { report } from "./report.ts";
export { asRequester } from "./requester.ts";
export { handIn } from "./result.ts";
export { rowsGiven } from "./rows.ts";
export type { Spec } from "./schema.ts";
export { Output, OutputFile, OutputValue, Report, Result, Task, Upload } from "./schema.ts";
export { imageSource } from "./source-image.ts";
export { scriptSource } from "./source-script.ts";
export { authenticate, close } from "./token.ts";
export { outputKey, upload } from "./upload.ts";
