import { z } from "zod";
import { Access } from "../access/index.ts";
import { AppError } from "../error/index.ts";
import { Objects } from "../object/index.ts";
import { fn } from "../util/index.ts";
import { FrameNumber, Picture, refuseBeyond, shapeOf, widthAcross } from "./ask.ts";
import { inTurns } from "./in-turns.ts";
import { pictures } from "./pictures.ts";
import { encode, type Shape } from "./shape.ts";
import { placeOfFrame, StillFormat } from "./single.ts";
import type { Stored } from "./store.ts";
import { type Source, sourceOf } from "./track.ts";

const MAX_ITEMS = 100;
/** So many frames are decoded by one process: more of them take turns beside other requests'. */
const FRAMES_AT_ONCE = 16;
const CALLS_AT_ONCE = 16;
const DECODERS = 4;

/** A part of a frame. */
export const Part = Picture.extend({
  mediaId: z.string().max(64),
  frame: FrameNumber,
  format: StillFormat.default("jpeg"),
}).strict();
export type Part = z.output<typeof Part>;

export const Crop = z.object({
  /** Where the picture is, for five minutes. */
  url: z.string().nullable(),
  expiresAt: z.iso.datetime().nullable(),
  /** Why there is none. */
  problem: z.object({ code: z.string(), message: z.string() }).nullable(),
});
export type Crop = z.infer<typeof Crop>;

type Wanted = { source: Source; frame: number; shape: Shape; format: StillFormat; place: Stored };
type Options = { signal?: AbortSignal | undefined };

/** Many parts of many media in one call, in the order they were asked for. What cannot be had says why, and the others come. */
export const crops = fn(
  z.object({ items: z.array(Part).min(1).max(MAX_ITEMS), signal: z.instanceof(AbortSignal).optional() }),
  async ({ items, signal }): Promise<Crop[]> => {
    const rights = await Access.effectiveOf(items.map(({ mediaId }) => mediaId));
    const found = await inTurns(items, CALLS_AT_ONCE, (item) =>
      attempt(async () => {
        Access.admit(item.mediaId, rights.get(item.mediaId) ?? 0, "read");
        return find(item);
      }),
    );
    const missing = found.filter(
      (one): one is Wanted & { isThere: boolean } => !(one instanceof AppError) && !one.isThere,
    );
    const failures = await make(missing, { signal });
    return Promise.all(
      found.map((one) => (one instanceof AppError ? failed(one) : answer(one.place, failures.get(one.place.key)))),
    );
  },
);

async function find({ mediaId, frame, format, ...picture }: Part): Promise<Wanted & { isThere: boolean }> {
  const shape = shapeOf(picture);
  const source = await sourceOf(mediaId, { rendition: picture.rendition, width: widthAcross(shape) });
  refuseBeyond(source, [frame], "frame");
  const place = placeOfFrame(source, frame, shape, format);
  return { source, frame, shape, format, place, isThere: (await Objects.head(place.key)) !== undefined };
}

/** Those of one rendition together, so that a frame is decoded once however many parts of it are wanted. Answers what went wrong, by key. */
async function make(wanted: Wanted[], options: Options): Promise<Map<string, AppError>> {
  const failures = new Map<string, AppError>();
  const bundles = [...Map.groupBy(wanted, ({ source }) => source.key).values()].flatMap(bundlesOf);
  await inTurns(bundles, DECODERS, async (bundle) => {
    const failure = await attempt(() => makeBundle(bundle, options));
    if (failure instanceof AppError) for (const { place } of bundle) failures.set(place.key, failure);
  });
  return failures;
}

function bundlesOf(wanted: Wanted[]): Wanted[][] {
  const frames = [...new Set(wanted.map(({ frame }) => frame))].sort((a, b) => a - b);
  const bundles = new Map(frames.map((frame, at) => [frame, Math.floor(at / FRAMES_AT_ONCE)]));
  return [...Map.groupBy(wanted, ({ frame }) => bundles.get(frame)).values()];
}

async function makeBundle(bundle: Wanted[], options: Options): Promise<void> {
  const [first] = bundle;
  if (!first) return;
  const byFrame = Map.groupBy(bundle, ({ frame }) => frame);
  for await (const picture of pictures(first.source, [...byFrame.keys()], options))
    for (const { shape, format, place } of byFrame.get(picture.frame) ?? [])
      await Objects.put(place.key, await encode(await picture.shape(shape), format), place.contentType);
}

/** What the domain refuses is an answer for one of many; anything else ends them all. */
async function attempt<T>(run: () => Promise<T>): Promise<T | AppError> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}

async function answer({ key, contentType, hash }: Stored, failure: AppError | undefined): Promise<Crop> {
  if (failure) return failed(failure);
  const { url, expiresAt } = await Objects.presignGet(key, {
    name: `${hash.slice(0, 12)}.${key.split(".").at(-1)}`,
    contentType,
  });
  return { url, expiresAt: expiresAt.toISOString(), problem: null };
}

const failed = ({ code, message }: AppError): Crop => ({ url: null, expiresAt: null, problem: { code, message } });
