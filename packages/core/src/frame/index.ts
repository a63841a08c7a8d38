/** Pictures and parts of media, made of no more bytes than they take. */

export type { Ask } from "./ask.ts";
export { Drawing, Margin, Part, StillFormat } from "./asked/index.ts";
export { type Clip, ClipQuery, clip, FrameRange } from "./clip.ts";
export { crops } from "./crops.ts";
export * as Frame from "./index.ts";
export { Several, several } from "./several.ts";
export { Drawn, drawn, Single, single } from "./single.ts";
export { Square, square } from "./tile.ts";
