import type { Pace } from "./pace.ts";
import { decimalOf, type Rational } from "./rational.ts";

/** A key frame of the original: when it is shown, in ticks of its stream, and where in the file it is; NaN where nobody knows. */
export type Key = { time: number; position: number };

/** A stretch of a long video that is encoded by itself. Times are seconds by the original's own clock. */
export type Part = {
  /** Its first frame, and how many it has. */
  frame: number;
  frames: number;
  /** Halfway between the frame before and the first; null where there is none before. */
  from: number | null;
  /** Halfway between the last frame and the one after it; null where there is none after. */
  to: number | null;
  /** A key frame to decode from: one before the first frame's own, whose neighbours may need what was before it. */
  seek: number | null;
  /** When its first frame is shown, counted from the first of the whole. */
  offset: number;
  /** What of the file it takes to decode it, with head and end, which say where things are; null where it takes all of it. */
  bytes: [number, number][] | null;
};

/** Key frames are found by an index that need not name each of them, and what is shown last need not be stored last. */
const MARGIN_SECONDS = 10;
/** What a reader looks at when it opens a file, to know what is in it. */
const LOOKED_AT = 8 * 1024 * 1024;

type Asked = {
  times: readonly number[];
  keys: readonly Key[];
  timeBase: Rational;
  seconds: number;
  /** Bytes of the file, where it can be read with holes in it. */
  size: number | null;
};

/** Cuts at key frames into parts of about so many seconds; none where it can't be cut. */
export function partsOf({ times, keys, timeBase, seconds, size }: Asked): Part[] {
  const tick = decimalOf(timeBase);
  const cuts = cutsOf(times, keys, seconds / tick);
  if (cuts.length === 0) return [];
  const starts = [0, ...cuts];
  const margin = MARGIN_SECONDS / tick;
  const first = times[0] ?? 0;
  return starts.map((frame, n) => {
    const next = starts[n + 1] ?? times.length;
    const [start, end] = [times[frame] ?? 0, times[next]];
    const before = keys.findLast(({ time }) => time < start);
    return {
      ...{ frame, frames: next - frame },
      from: frame === 0 ? null : halfway(times, frame) * tick,
      to: end === undefined ? null : halfway(times, next) * tick,
      seek: frame === 0 || !before ? null : before.time * tick,
      offset: (start - first) * tick,
      bytes: size === null ? null : bytesOf(keys, size, (before?.time ?? start) - margin, (end ?? Infinity) + margin),
    };
  });
}

/** Frames that begin a part. A rest that is less than half a part goes with the one before it. */
function cutsOf(times: readonly number[], keys: readonly Key[], ticks: number): number[] {
  const cuts: number[] = [];
  const last = times.at(-1) ?? 0;
  let begun = times[0] ?? 0;
  let frame = 0;
  for (const { time } of keys) {
    if (time - begun < ticks || last - time < ticks / 2) continue;
    while (frame < times.length && (times[frame] ?? 0) < time) frame++;
    // Two frames at one time could not be told apart.
    if (times[frame] !== time || times[frame - 1] === time || times[frame + 1] === time) continue;
    cuts.push(frame);
    begun = time;
  }
  return cuts;
}

const halfway = (times: readonly number[], frame: number): number =>
  ((times[frame - 1] ?? 0) + (times[frame] ?? 0)) / 2;

function bytesOf(keys: readonly Key[], size: number, from: number, to: number): Part["bytes"] {
  const [head, tail] = [keys[0]?.position ?? Number.NaN, keys.at(-1)?.position ?? Number.NaN];
  const begin = keys.findLast(({ time }) => time <= from)?.position ?? head;
  const end = keys.find(({ time }) => time >= to)?.position ?? size;
  if (!(head <= begin && begin < end && end <= size && tail < size)) return null;
  return [
    [0, Math.min(begin, head + LOOKED_AT)],
    [begin, end],
    [Math.max(end, tail), size],
  ];
}

/** Ticks of a rendition's own clock from its first frame to the part's. */
export const startOf = (
  { frame, offset }: Part,
  { variable, fps }: Pick<Pace, "variable" | "fps">,
  timescale: number,
) => (variable ? Math.round(offset * timescale) : Math.round((frame * timescale * fps.den) / fps.num));
