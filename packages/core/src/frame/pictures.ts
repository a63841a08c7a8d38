import type { Sharp } from "sharp";
import { AppError } from "../error/index.ts";
import { Objects } from "../object/index.ts";
import { decode } from "./decode.ts";
import { ofPicture, ofStill, type Shape } from "./shape.ts";
import type { Source } from "./track.ts";

const MAX_STILL_BYTES = 256 * 1024 * 1024;

type Options = { signal?: AbortSignal | undefined };
/** Cuts and sizes one frame, as often as it is wanted. */
export type Frame = { frame: number; shape: (shape: Shape) => Promise<Sharp> };

/** These frames, ascending and each once; of an image, the image. */
export async function* pictures(source: Source, frames: readonly number[], options: Options): AsyncGenerator<Frame> {
  const once = [...new Set(frames)].sort((a, b) => a - b);
  if (source.dtype === "video")
    for await (const picture of decode(source, once, options))
      yield { frame: picture.frame, shape: (shape) => ofPicture(picture, shape) };
  else {
    if (source.bytes > MAX_STILL_BYTES)
      throw new AppError(
        "unprocessable",
        "frame.too_large",
        "This picture is too large to be cut here. Use its tiles.",
      );
    const bytes = await Objects.range(source.key, 0, source.bytes, options.signal ? { signal: options.signal } : {});
    options.signal?.throwIfAborted();
    yield { frame: 0, shape: (shape) => ofStill(bytes, source, shape) };
  }
}
