import { createBytes, type Signed } from "./bytes.ts";
import { createDecoder, type Target } from "./decoder.ts";
import { type Coded, demux } from "./demux.ts";
import { createFrames, type Frames, type SegmentIndex } from "./frames.ts";
import { createPictures, type Picture } from "./pictures.ts";
import { createSegments } from "./segments.ts";

export type Rendition = { name: string; width: number; height: number; bytes: number };
export type Addresses = Signed & { indexUrl: string | null };

/** One rendition that is being shown from: what decodes it is its own affair. */
export type Lane = {
  readonly rendition: Rendition;
  readonly frames: Frames;
  peek(frame: number): Picture | undefined;
  aim(target: Target): void;
  /** Fetches these frames' bytes, and does not decode them. */
  ahead(from: number, to: number): void;
  /** How much of the file is here, 0 to 1. */
  share(): number;
  close(): void;
};

export type LaneEvents = { onPicture: (frame: number) => void; onError: (error: unknown, frame: number) => void };

/** Parsed segments are small beside their pictures; a few spare parsing one again at every step. */
const PARSED = 24;

export const canDecode = () => typeof VideoDecoder === "function" && typeof EncodedVideoChunk === "function";

export async function readIndex(url: string): Promise<SegmentIndex> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The index of the video answered ${response.status}`);
  return (await response.json()) as SegmentIndex;
}

export function createCodecLane(
  rendition: Rendition,
  index: SegmentIndex,
  sign: () => Promise<Signed>,
  events: LaneEvents,
): Lane {
  const frames = createFrames(index);
  const bytes = createBytes(sign);
  const segments = createSegments(bytes, frames.segments);
  const pictures = createPictures();
  const parsed = new Map<number, Promise<Coded>>();
  let init: Promise<Uint8Array> | undefined;

  const readInit = () => {
    init ??= bytes.read(index.init.offset, index.init.size).catch((error: unknown) => {
      init = undefined;
      throw error;
    });
    return init;
  };

  async function load(segment: number): Promise<Coded> {
    const known = parsed.get(segment);
    if (known) return known;
    const coded = Promise.all([readInit(), segments.get(segment)]).then(([head, body]) =>
      demux(head, body, frames.segments[segment]?.frame ?? 0),
    );
    parsed.set(segment, coded);
    for (const old of parsed.keys()) if (parsed.size > PARSED) parsed.delete(old);
    coded.catch(() => parsed.delete(segment));
    return coded;
  }

  const decoder = createDecoder({ frames, load, pictures, ...events });
  return {
    rendition,
    frames,
    peek: pictures.get,
    aim(target) {
      pictures.focusOn(target.frame, target.keep);
      decoder.aim(target);
    },
    ahead: (from, to) => segments.ahead(frames.segmentOf(frames.clamp(from)), frames.segmentOf(frames.clamp(to))),
    share: segments.share,
    close: decoder.close,
  };
}
