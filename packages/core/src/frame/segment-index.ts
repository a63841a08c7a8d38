import { z } from "zod";
import { Objects } from "../object/index.ts";
import { Recent } from "./recent.ts";

const Whole = z.number().int().nonnegative();

/** Where the pictures of a streaming rendition are: fragments that each begin with a key frame. Timestamps are not needed here. */
export const SegmentIndex = z.object({
  version: z.literal(1),
  timescale: z.number().int().positive(),
  fps: z.object({ num: z.number().int().positive(), den: z.number().int().positive() }),
  frames: Whole,
  init: z.object({ offset: Whole, size: Whole }),
  segments: z.array(
    z.object({ frame: Whole, frames: z.number().int().positive(), offset: Whole, size: Whole, time: z.number() }),
  ),
});
export type SegmentIndex = z.infer<typeof SegmentIndex>;

const KEPT = 32;
const kept = new Recent<Promise<SegmentIndex>>(KEPT);

/** Objects are never overwritten, so what was read once holds. */
export const readIndex = (key: string): Promise<SegmentIndex> =>
  kept.get(key, async () => SegmentIndex.parse(await Objects.getJSON(key)));
