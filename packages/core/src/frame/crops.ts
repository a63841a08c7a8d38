import { z } from "zod";
import { Access } from "../access/index.ts";
import { AppError } from "../error/index.ts";
import { Objects } from "../object/index.ts";
import { fn, must } from "../util/index.ts";
import { refuseBeyond, shapeOf, widthAcross } from "./ask.ts";
import { type Crop, Drawing, Part, type StillFormat } from "./asked/index.ts";
import { inTurns } from "./in-turns.ts";
import { spotsOf } from "./localizations.ts";
import { pictures } from "./pictures.ts";
import { encode, type Shape } from "./shape.ts";
import { placeOfFrame } from "./single.ts";
import type { Stored } from "./store.ts";
import { type Source, sourceOf } from "./track.ts";

const MAX_ITEMS = 100;
/** So many frames are decoded by one process: more of them take turns beside other requests'. */
const FRAMES_AT_ONCE = 16;
const CALLS_AT_ONCE = 16;
const DECODERS = 4;

type Wanted = { source: Source; frame: number; shape: Shape; format: StillFormat; place: Stored };
type Options = { signal?: AbortSignal | undefined };

/** Many parts of many media in one call, in the order they were asked for. What cannot be had says why, and the others come. */
export const crops = fn(
  z.object({
    items: z
      .array(z.union([Part, Drawing]))
      .min(1)
      .max(MAX_ITEMS),
    signal: z.instanceof(AbortSignal).optional(),
  }),
  async ({ items, signal }): Promise<Crop[]> => {
    const targets = await targetsOf(items);
    const found = await inTurns(targets, CALLS_AT_ONCE, async (target) =>
      target instanceof AppError ? target : attempt(() => find(target)),
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

type Target = Pick<Part, "rendition" | "format"> & { mediaID: string; frame: number; shape: Shape };

/** What each is about, or why the actor may not have it. */
async function targetsOf(items: readonly (Part | Drawing)[]): Promise<(Target | AppError)[]> {
  const parts = items.filter((item) => "mediaId" in item);
  const rights = await Access.effectiveOf(parts.map(({ mediaId }) => mediaId));
  const drawings = items.filter((item) => "localizationId" in item);
  const spots = new Map((await spotsOf(drawings)).map((spot, at) => [drawings[at], spot]));
  return Promise.all(
    items.map((item) =>
      attempt(async (): Promise<Target | AppError> => {
        const { rendition, width, format } = item;
        if ("mediaId" in item) {
          Access.admit(item.mediaId, rights.get(item.mediaId) ?? 0, "read");
          return { rendition, format, mediaID: item.mediaId, frame: item.frame, shape: shapeOf(item) };
        }
        const spot = must(spots.get(item), "place of a localization");
        if (spot instanceof AppError) return spot;
        return { rendition, format, mediaID: spot.mediaId, frame: spot.frame, shape: { roi: spot.roi, width } };
      }),
    ),
  );
}

async function find({ mediaID, rendition, frame, format, shape }: Target): Promise<Wanted & { isThere: boolean }> {
  const source = await sourceOf(mediaID, { rendition, width: widthAcross(shape) });
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
    for (const { shape, format, place } of byFrame.get(picture.frame) ?? []) {
      options.signal?.throwIfAborted();
      await Objects.put(place.key, await encode(await picture.shape(shape), format), place.contentType);
    }
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
