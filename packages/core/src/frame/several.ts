import { z } from "zod";
import { Access } from "../access/index.ts";
import { AppError } from "../error/index.ts";
import { fn, must } from "../util/index.ts";
import { type Ask, bad, FrameNumber, MAX_FRAMES, Picture, refuseBeyond, shapeOf, Width, widthAcross } from "./ask.ts";
import { pictures } from "./pictures.ts";
import { animate, type Format, fitted, gridFor, type Shape, type Shaped, shaped, tile } from "./shape.ts";
import { once, placeOf } from "./store.ts";
import { type Source, sourceOf } from "./track.ts";

const MAX_FPS = 15;
/** Of one picture among several, unless said otherwise; and at most, because all of them are held at once. */
const USUAL_WIDTH = 480;
const MAX_WIDTH = 960;
const MAX_CELLS = 64;

const Side = z.number().int().min(1).max(MAX_FRAMES);

export const Several = Picture.extend({
  mediaID: z.string(),
  frames: z.array(FrameNumber).min(1),
  /** One for all of them, or with commas one for each. */
  roi: z.string().max(6_000).optional(),
  width: Width.max(MAX_WIDTH).default(USUAL_WIDTH),
  tile: z.object({ columns: Side, rows: Side }).optional(),
  /** Pictures a second: they move instead of standing side by side. */
  animate: z.number().min(1).max(MAX_FPS).optional(),
  format: z.enum(["jpeg", "png", "webp", "gif"]).optional(),
});
type Several = z.output<typeof Several>;

/** Several frames as one picture, or as one that moves, in the order they were named. */
export const several = fn(Several, async ({ mediaID, frames, ...asked }): Promise<Ask> => {
  await Access.require(mediaID, "read");
  if (frames.length > MAX_FRAMES) throw tooMany(frames.length);
  const layout = layoutOf(frames.length, asked);
  const shapes = shapesOf(frames.length, asked);
  const width = Math.max(...shapes.map((shape) => widthAcross(shape) ?? 0));
  const source = await sourceOf(mediaID, { rendition: asked.rendition, width });
  refuseBeyond(source, frames, "frames");
  const wanted = frames.map((frame, at) => ({ frame, shape: must(shapes[at], `part ${at}`) }));
  const place = placeOf({ key: source.key, wanted, ...layout.as }, layout.format);
  return {
    etag: place.hash,
    contentType: place.contentType,
    isLasting: asked.rendition !== undefined,
    get: async ({ signal } = {}) =>
      (await once(place, async () => layout.join(await take(source, wanted, signal)))).bytes,
  };
});

type Layout = { format: Format; as: Record<string, unknown>; join: (pictures: Shaped[]) => Promise<Uint8Array> };

function layoutOf(
  count: number,
  { tile: grid, animate: fps, format }: Pick<Several, "tile" | "animate" | "format">,
): Layout {
  if (fps !== undefined) {
    if (grid) throw bad("tile", "Frames either move or stand side by side");
    if (format === "jpeg" || format === "png") throw bad("format", "What moves is webp or gif");
    const moving = format ?? "webp";
    return { format: moving, as: { fps }, join: (all) => animate(all, fps, moving) };
  }
  if (format === "gif") throw bad("format", "A gif moves: say how fast by animate");
  const cells = grid ?? gridFor(count);
  if (cells.columns * cells.rows < count) throw bad("tile", `There are ${count} frames, and fewer places`);
  if (cells.columns * cells.rows > MAX_CELLS) throw bad("tile", `At most ${MAX_CELLS} places`);
  const standing = format ?? "jpeg";
  return { format: standing, as: { cells }, join: (all) => tile(all, cells, standing) };
}

function shapesOf(count: number, { roi, width }: Pick<Several, "roi" | "width">): Shape[] {
  const parts = roi?.split(",") ?? [];
  if (parts.length > 1 && parts.length !== count)
    throw bad("roi", `There are ${count} frames, and ${parts.length} parts; say one for all, or one for each`);
  return Array.from({ length: count }, (_, at) => shapeOf({ roi: parts[parts.length > 1 ? at : 0], width }));
}

type Wanted = { frame: number; shape: Shape };

/** All of them are made small as they come, so that no two are held whole. */
async function take(source: Source, wanted: Wanted[], signal: AbortSignal | undefined): Promise<Shaped[]> {
  const made = new Map<Wanted, Shaped>();
  let size: Shaped | undefined;
  const frames = wanted.map(({ frame }) => frame);
  for await (const picture of pictures(source, frames, { signal }))
    for (const one of wanted.filter(({ frame }) => frame === picture.frame)) {
      signal?.throwIfAborted();
      const shown = await fitted(await shaped(await picture.shape(one.shape)), size);
      size ??= shown;
      made.set(one, shown);
    }
  return wanted.map((one) => must(made.get(one), `frame ${one.frame}`));
}

const tooMany = (count: number) => {
  const message = `At most ${MAX_FRAMES} frames at once; these are ${count}`;
  return new AppError("unprocessable", "frame.too_many", `/frames: ${message}.`, {
    fields: [{ path: "/frames", message }],
  });
};
