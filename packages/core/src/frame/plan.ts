import type { SegmentIndex } from "./segment-index.ts";

type Segment = SegmentIndex["segments"][number];
/** Bytes `start` up to but without `end`. */
export type ByteRange = { start: number; end: number };
export type Plan = {
  /** The fragments that hold the frames, in their order; what lies side by side is one read. */
  reads: ByteRange[];
  /** Which pictures of the stream that the reads make are those asked for, ascending: counted, because counting is exact where times are not. */
  offsets: number[];
};

/** What to read and which pictures of it to keep. The frames ascend, none is there twice, and the index has them all. */
export function plan(index: SegmentIndex, frames: readonly number[]): Plan {
  const reads: ByteRange[] = [];
  const offsets: number[] = [];
  let last: Segment | undefined;
  let before = 0;
  for (const frame of frames) {
    const segment = segmentOf(index, frame);
    if (segment !== last) {
      before += last?.frames ?? 0;
      add(reads, segment);
      last = segment;
    }
    offsets.push(before + frame - segment.frame);
  }
  return { reads, offsets };
}

/** The fragments that hold any of the frames `first` to `last`. */
export const segmentsBetween = (index: SegmentIndex, first: number, last: number): Segment[] => {
  const from = positionOf(index, first);
  return index.segments.slice(from, positionOf(index, last) + 1);
};

/** The fragments' bytes, those side by side together but for what would be more than `most` at once. */
export function readsOf(segments: readonly Segment[], most = Number.POSITIVE_INFINITY): ByteRange[] {
  const reads: ByteRange[] = [];
  for (const segment of segments) add(reads, segment, most);
  return reads;
}

function add(reads: ByteRange[], { offset, size }: Segment, most = Number.POSITIVE_INFINITY): void {
  const read = reads.at(-1);
  const end = offset + size;
  if (read?.end === offset && end - read.start <= most) read.end = end;
  else reads.push({ start: offset, end });
}

function segmentOf(index: SegmentIndex, frame: number): Segment {
  const segment = index.segments[positionOf(index, frame)];
  if (!segment || frame < segment.frame || frame >= segment.frame + segment.frames)
    throw new Error(`The index has no frame ${frame}`);
  return segment;
}

/** The last fragment that begins at the frame or before it. */
function positionOf({ segments }: SegmentIndex, frame: number): number {
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((segments[middle]?.frame ?? 0) <= frame) low = middle;
    else high = middle - 1;
  }
  return low;
}
