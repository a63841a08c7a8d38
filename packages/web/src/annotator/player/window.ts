import type { Target } from "./decoder.ts";
import type { Frames } from "./frames.ts";

/** Steps back from a paused frame come out of these. */
const BEHIND = 8;
const AHEAD = 2;
const PLAYED_AHEAD = 8;

export const pausedAt = (frame: number, frames: Frames): Target => ({
  frame,
  until: frame,
  keep: [frame - BEHIND, Math.min(frames.count - 1, frame + AHEAD)],
});

export const keyAt = (frame: number): Target => ({ frame, until: frame, keep: [frame, frame] });

export const forwardFrom = (frame: number, frames: Frames): Target => {
  const until = Math.min(frames.count - 1, frame + PLAYED_AHEAD);
  return { frame, until, keep: [frame, until + 2] };
};

/**
 * Backwards a segment is decoded whole, since each frame needs the ones before it; and the one before while this one is shown,
 * so that there is no pause between them.
 */
export function backwardFrom(frame: number, frames: Frames, has: (frame: number) => boolean): Target {
  const segment = frames.segmentOf(frame);
  const first = frames.segments[segment]?.frame ?? 0;
  const before = frames.segments[segment - 1];
  for (let at = first; at <= frame; at++)
    if (!has(at)) return { frame: first, until: frame, keep: [before?.frame ?? first, frame] };
  if (!before) return { frame, until: frame, keep: [first, frame] };
  return { frame: before.frame, until: first - 1, keep: [before.frame, frame] };
}
