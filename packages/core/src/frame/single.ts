import { z } from "zod";
import { Access } from "../access/index.ts";
import { AppError } from "../error/index.ts";
import { fn } from "../util/index.ts";
import { type Ask, FrameNumber, Picture, refuseBeyond, shapeOf, widthAcross } from "./ask.ts";
import { StillFormat } from "./asked/index.ts";
import { spotsOf } from "./localizations.ts";
import { pictures } from "./pictures.ts";
import { encode, type Shape } from "./shape.ts";
import { once, placeOf } from "./store.ts";
import { type Source, sourceOf } from "./track.ts";

export const Single = Picture.extend({
  mediaID: z.string(),
  frame: FrameNumber,
  format: StillFormat.default("jpeg"),
});

/** One frame of a video, or an image, or a part of it. */
export const single = fn(Single, async ({ mediaID, frame, format, ...picture }): Promise<Ask> => {
  await Access.require(mediaID, "read");
  return ask({ mediaID, frame, shape: shapeOf(picture), rendition: picture.rendition, format });
});

export const Drawn = Picture.omit({ roi: true }).extend({
  elementalID: z.string(),
  layerID: z.string().optional(),
  margin: z.number().optional(),
  format: StillFormat.default("jpeg"),
});

/** What is drawn somewhere. Moved there, it is another picture at the same address. */
export const drawn = fn(Drawn, async ({ elementalID, layerID, margin, format, rendition, width }): Promise<Ask> => {
  const [spot] = await spotsOf([{ localizationId: elementalID, layer: layerID, margin }]);
  if (!spot || spot instanceof AppError) throw spot ?? new Error("Nothing was found, and nothing said so");
  const { mediaId: mediaID, frame, roi } = spot;
  return { ...(await ask({ mediaID, frame, shape: { roi, width }, rendition, format })), isLasting: false };
});

type Target = { mediaID: string; frame: number; shape: Shape; rendition: string | undefined; format: StillFormat };

async function ask({ mediaID, frame, shape, rendition, format }: Target): Promise<Ask> {
  const source = await sourceOf(mediaID, { rendition, width: widthAcross(shape) });
  refuseBeyond(source, [frame], "frame");
  const place = placeOfFrame(source, frame, shape, format);
  return {
    etag: place.hash,
    contentType: place.contentType,
    isLasting: rendition !== undefined,
    get: async ({ signal } = {}) => (await once(place, () => make(source, frame, shape, format, signal))).bytes,
  };
}

export const placeOfFrame = ({ key }: Source, frame: number, shape: Shape, format: StillFormat) =>
  placeOf({ key, frame, ...shape }, format);

async function make(source: Source, frame: number, shape: Shape, format: StillFormat, signal: AbortSignal | undefined) {
  for await (const picture of pictures(source, [frame], { signal })) return encode(await picture.shape(shape), format);
  throw new Error("There was no picture, and nothing said so");
}
