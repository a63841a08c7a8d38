/** The work of a transcoding job. Apart from the steps of its run, which have no use for what reads pictures. */
export { type Execution, execute } from "../transcode/execute.ts";
export { Share } from "../transcode/share.ts";
export * as Encode from "./index.ts";
