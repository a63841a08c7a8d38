import { z } from "zod";
import { Access } from "../access/index.ts";
import { AppError } from "../error/index.ts";
import { fn } from "../util/index.ts";
import { FrameNumber, refuseBeyond } from "./ask.ts";
import { collect } from "./collect.ts";
import { read } from "./decode.ts";
import { encodeClip } from "./encode-clip.ts";
import { readsOf, segmentsBetween } from "./plan.ts";
import { rebased } from "./rebase.ts";
import type { SegmentIndex } from "./segment-index.ts";
import { CONTENT_TYPES } from "./shape.ts";
import { once, placeOf } from "./store.ts";
import { sourceOf, type Track } from "./track.ts";

const MIB = 1024 * 1024;
const MAX_BYTES = 180 * MIB; // what a function streams is limited to 200 MB
const READ_BYTES = 8 * MIB;
const MAX_RANGES = 32;
const MAX_EXACT_FRAMES = 900;

/** First and last frame, both of them in it. */
export const FrameRange = z.tuple([FrameNumber, FrameNumber]);
export type FrameRange = z.infer<typeof FrameRange>;

export const ClipQuery = z.object({
  mediaID: z.string(),
  ranges: z.array(FrameRange).min(1).max(MAX_RANGES),
  rendition: z.string().min(1).max(100).optional(),
  /** Just these frames, encoded anew; otherwise whole fragments as they are. */
  exact: z.boolean().default(false),
});

export type Clip = {
  etag: string;
  contentType: string;
  isLasting: boolean;
  /** What is really in it. */
  ranges: FrameRange[];
  stream: (options: { signal?: AbortSignal | undefined }) => AsyncGenerator<Uint8Array>;
};

/** Parts of a video, one after the other, as one video without sound. */
export const clip = fn(ClipQuery, async ({ mediaID, ranges: asked, rendition, exact }): Promise<Clip> => {
  await Access.require(mediaID, "read");
  const ranges = joined(asked);
  const source = await sourceOf(mediaID, { rendition });
  if (source.dtype !== "video") throw noVideo();
  refuseBeyond(source, ranges.flat(), "range");
  return {
    isLasting: rendition !== undefined,
    contentType: CONTENT_TYPES.mp4,
    ...(exact ? exactly(source, ranges) : whole(source, ranges)),
  };
});

type Parts = Pick<Clip, "etag" | "ranges" | "stream">;

/** Whole fragments, each of which begins with a key frame: nothing is encoded, so nothing is lost, and it costs no more than reading. */
function whole(source: Track, ranges: FrameRange[]): Parts {
  const segments = [...new Set(ranges.flatMap(([first, last]) => segmentsBetween(source.index, first, last)))];
  refuseTooMuch(segments.reduce((sum, { size }) => sum + size, 0));
  const { hash: etag } = placeOf({ key: source.key, fragments: segments.map(({ frame }) => frame) }, "mp4");
  const reads = readsOf(segments, READ_BYTES);
  return { etag, ranges: spans(segments), stream: (options) => rebased(read(source, reads, options)) };
}

function exactly(source: Track, ranges: FrameRange[]): Parts {
  const frames = ranges.reduce((sum, [first, last]) => sum + last - first + 1, 0);
  if (frames > MAX_EXACT_FRAMES)
    throw tooLong(`At most ${MAX_EXACT_FRAMES} frames are encoded anew; these are ${frames}`);
  const place = placeOf({ key: source.key, ranges }, "mp4");
  return {
    etag: place.hash,
    ranges,
    async *stream(options) {
      yield (await once(place, async () => Buffer.concat(await collect(encodeClip(source, ranges, options))))).bytes;
    },
  };
}

/** Ascending, none touching the next. */
function joined(ranges: FrameRange[]): FrameRange[] {
  const all: FrameRange[] = [];
  for (const [first, last] of ranges.toSorted(([a], [b]) => a - b)) {
    if (last < first) throw fault("A range ends before it begins");
    const before = all.at(-1);
    if (before && first <= before[1] + 1) before[1] = Math.max(before[1], last);
    else all.push([first, last]);
  }
  return all;
}

function spans(segments: SegmentIndex["segments"]): FrameRange[] {
  return joined(segments.map(({ frame, frames }): FrameRange => [frame, frame + frames - 1]));
}

function refuseTooMuch(bytes: number): void {
  if (bytes > MAX_BYTES)
    throw tooLong(
      `This is ${Math.ceil(bytes / MIB)} MiB, and at most ${MAX_BYTES / MIB} are answered at once; name a lower rendition or shorter ranges`,
    );
}

const fault = (message: string, code = "input.invalid") =>
  new AppError(code === "input.invalid" ? "input" : "unprocessable", code, `/range: ${message}.`, {
    fields: [{ path: "/range", message }],
  });
const tooLong = (message: string) => fault(message, "clip.too_long");
const noVideo = () => new AppError("unprocessable", "clip.no_video", "Only a video has clips.");
