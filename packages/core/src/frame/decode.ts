import { AppError } from "../error/index.ts";
import { Objects } from "../object/index.ts";
import { type ByteRange, plan } from "./plan.ts";
import { convert } from "./process.ts";
import type { Track } from "./track.ts";

export const CHANNELS = 3;

/** One picture, three bytes a pixel. */
export type Picture = { frame: number; width: number; height: number; pixels: Buffer };

type Options = { signal?: AbortSignal | undefined };

/**
 * Exactly these frames of a rendition, ascending, each once; one picture is held at a time. A picture is found by counting from the key
 * frame that its fragment begins with, so neither rounded times nor a variable rate lead to another one.
 */
export async function* decode(track: Track, frames: readonly number[], options: Options = {}): AsyncGenerator<Picture> {
  const { width, height, index } = track;
  const { reads, offsets } = plan(index, frames);
  const picked = offsets.map((offset) => `eq(n\\,${offset})`).join("+");
  const args = [
    ...["-vf", `select='${picked}'`, "-frames:v", `${frames.length}`, "-f", "rawvideo", "-pix_fmt", "rgb24"],
  ];
  const bytes = width * height * CHANNELS;
  let at = 0;
  for await (const pixels of pieces(convert(read(track, reads, options), args, options), bytes)) {
    const frame = frames[at++];
    if (frame !== undefined) yield { frame, width, height, pixels };
  }
  if (at !== frames.length)
    throw new AppError(
      "unavailable",
      "frame.not_decoded",
      "The rendition holds fewer pictures than its index says. Repair the media.",
    );
}

/** The beginning of the rendition, which says how it is coded, and the parts of it. The next part comes while one is decoded. */
export async function* read(
  { key, index }: Pick<Track, "key" | "index">,
  reads: ByteRange[],
  { signal }: Options = {},
) {
  const { offset, size } = index.init;
  const all = [{ start: offset, end: offset + size }, ...reads];
  const fetch = (at: number) => {
    const range = all[at];
    if (!range) return undefined;
    const bytes = Objects.range(key, range.start, range.end, { ...(signal ? { signal } : {}) });
    bytes.catch(() => undefined); // thrown where it is awaited, unless nobody wants it any more
    return bytes;
  };
  let next = fetch(0);
  for (let at = 1; next; at++) {
    const current = next;
    next = fetch(at);
    yield await current;
  }
}

/** A stream cut into pieces of one size. */
async function* pieces(stream: AsyncIterable<Buffer>, size: number): AsyncGenerator<Buffer> {
  let piece = Buffer.allocUnsafe(size);
  let filled = 0;
  for await (const chunk of stream) {
    for (let at = 0; at < chunk.length; ) {
      const taken = chunk.copy(piece, filled, at);
      at += taken;
      filled += taken;
      if (filled < size) continue;
      yield piece;
      piece = Buffer.allocUnsafe(size);
      filled = 0;
    }
  }
}
