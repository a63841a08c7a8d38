/** Programs that read and make video, as processes with limits. The only place that starts them. */
export { encoders } from "./encoders.ts";
export * as FFmpeg from "./index.ts";
export { type Ended, FFmpegError, type Limits, run } from "./run.ts";
export { stream } from "./stream.ts";
export { passthrough } from "./version.ts";
