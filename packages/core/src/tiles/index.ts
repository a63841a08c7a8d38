/** Very large pictures in squares: how they are packed, and which bytes are which. */
export * as Tiles from "./index.ts";
export { Level, placeIn, scales, Tiling } from "./tiling.ts";
