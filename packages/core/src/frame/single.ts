import { z } from "zod";
import { Access } from "../access/index.ts";
import { fn } from "../util/index.ts";
import { type Ask, FrameNumber, Picture, refuseBeyond, shapeOf, widthAcross } from "./ask.ts";
import { pictures } from "./pictures.ts";
import { encode, type Shape } from "./shape.ts";
import { once, placeOf } from "./store.ts";
import { type Source, sourceOf } from "./track.ts";

export const StillFormat = z.enum(["jpeg", "png", "webp"]);
export type StillFormat = z.infer<typeof StillFormat>;

export const Single = Picture.extend({
  mediaID: z.string(),
  frame: FrameNumber,
  format: StillFormat.default("jpeg"),
});

/** One frame of a video, or an image, or a part of it. */
export const single = fn(Single, async ({ mediaID, frame, format, ...picture }): Promise<Ask> => {
  await Access.require(mediaID, "read");
  const shape = shapeOf(picture);
  const source = await sourceOf(mediaID, { rendition: picture.rendition, width: widthAcross(shape) });
  refuseBeyond(source, [frame], "frame");
  const place = placeOfFrame(source, frame, shape, format);
  return {
    etag: place.hash,
    contentType: place.contentType,
    isLasting: picture.rendition !== undefined,
    get: async ({ signal } = {}) => (await once(place, () => make(source, frame, shape, format, signal))).bytes,
  };
});

export const placeOfFrame = ({ key }: Source, frame: number, shape: Shape, format: StillFormat) =>
  placeOf({ key, frame, ...shape }, format);

async function make(source: Source, frame: number, shape: Shape, format: StillFormat, signal: AbortSignal | undefined) {
  for await (const picture of pictures(source, [frame], { signal })) return encode(await picture.shape(shape), format);
  throw new Error("There was no picture, and nothing said so");
}
