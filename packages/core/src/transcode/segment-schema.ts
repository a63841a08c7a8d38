import { z } from "zod";

const Whole = z.number().int().nonnegative();
const Place = z.object({ offset: Whole, size: Whole });

/** Where in a file which frames are: what a player, and whoever wants a frame, reads before any of its bytes. */
export const SegmentIndex = z.object({
  version: z.literal(1),
  /** Ticks a second. */
  timescale: z.number().int().positive(),
  fps: z.object({ num: z.number().int().positive(), den: z.number().int().positive() }),
  /** Of the first frame, in ticks. */
  startTime: z.number(),
  frames: Whole,
  /** What every segment needs before it. */
  init: Place,
  /** Each begins with a key frame. `time` is that of its first frame, in ticks. */
  segments: z.array(Place.extend({ frame: Whole, frames: z.number().int().positive(), time: z.number() })),
  /** When each frame is shown, where frames do not come evenly. */
  timestamps: z.array(z.number()).nullable(),
});
export type SegmentIndex = z.infer<typeof SegmentIndex>;
