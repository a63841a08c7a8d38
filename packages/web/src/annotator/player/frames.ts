/** Where the frames of a rendition are, in time and in its file: the object beside every streaming rendition. */
export type SegmentIndex = {
  version: 1;
  timescale: number;
  fps: { num: number; den: number };
  startTime: number;
  frames: number;
  init: { offset: number; size: number };
  segments: Segment[];
  /** Per frame, where the frame rate varies. */
  timestamps: number[] | null;
};

/** One run of frames that decodes by itself: its first is a key frame. */
export type Segment = { frame: number; frames: number; offset: number; size: number; time: number };

export type Frames = {
  readonly count: number;
  /** The mean, for rates and for words; times never come from it where the frame rate varies. */
  readonly fps: number;
  readonly duration: number;
  /** Seconds from the first frame. */
  timeOf(frame: number): number;
  /** The frame on screen this many seconds after the first. */
  frameAt(seconds: number): number;
  /** Where to send a <video>: the middle of the frame, away from edges that rounding could cross. */
  middleOf(frame: number): number;
  segmentOf(frame: number): number;
  readonly segments: readonly Segment[];
  clamp(frame: number): number;
};

export function createFrames(index: SegmentIndex): Frames {
  const { timescale, fps, frames: count, timestamps, segments } = index;
  const start = timestamps?.[0] ?? index.startTime;
  const clamp = (frame: number) => Math.max(0, Math.min(count - 1, Math.round(frame)));
  const timeOf = (frame: number) => {
    if (!timestamps) return (frame * fps.den) / fps.num;
    const at = timestamps[frame];
    if (at !== undefined) return (at - start) / timescale;
    // Behind the last frame nothing says how long that one stays: as long as one does on average.
    return ((timestamps.at(-1) ?? start) - start) / timescale + ((frame - count + 1) * fps.den) / fps.num;
  };
  // A timestamp is rounded to the timescale, so the frame that begins there is already on screen a tick before it.
  const tick = 0.5 / timescale;
  const frameAt = (seconds: number) => {
    if (!timestamps) return clamp(Math.floor((seconds * fps.num) / fps.den + 1e-6));
    return clamp(lastAtOrBefore(timestamps, (seconds + tick) * timescale + start, (at) => at));
  };
  return {
    count,
    fps: fps.num / fps.den,
    duration: timeOf(count),
    timeOf,
    frameAt,
    middleOf: (frame) => start / timescale + (timeOf(frame) + timeOf(frame + 1)) / 2,
    segmentOf: (frame) => lastAtOrBefore(segments, frame, (segment) => segment.frame),
    segments,
    clamp,
  };
}

/** The last item whose value is not above it; the first where all are. */
function lastAtOrBefore<T>(sorted: readonly T[], value: number, of: (item: T) => number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = sorted[middle];
    if (item !== undefined && of(item) <= value) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
