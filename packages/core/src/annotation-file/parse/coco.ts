import { z } from "zod";
import { KEYPOINTS } from "../write/coco.ts";
import { broken } from "./broken.ts";
import { type Element, elementsOf } from "./json.ts";
import { type Drawing, type Parsed, type Parser, problem } from "./parsed.ts";

const Id = z.union([z.number(), z.string()]);
const Size = z.number().positive();
const Image = z.object({
  ...{ id: Id, file_name: z.string().max(4_000), width: Size, height: Size },
  ...{ video_id: Id.nullish(), frame_id: z.number().int().min(0).nullish(), media_id: z.string().nullish() },
});
const Video = z.object({ id: Id, name: z.string().nullish(), media_id: z.string().nullish() });
const Category = z.object({ id: Id, name: z.string().min(1).max(200), keypoints: z.array(z.string()).nullish() });
const Track = z.object({ id: Id, name: z.string().nullish() });
const Annotation = z.object({
  image_id: Id,
  category_id: Id,
  bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullish(),
  /** Outlines, or a mask of runs. */
  segmentation: z.union([z.array(z.array(z.number())), z.looseObject({})]).nullish(),
  keypoints: z.array(z.number()).nullish(),
  track_id: Id.nullish(),
  attributes: z.record(z.string(), z.unknown()).nullish(),
  elemental_id: z.uuid().nullish(),
  key: z.boolean().nullish(),
});
type Annotation = z.output<typeof Annotation>;

type Known = {
  images: Map<unknown, z.output<typeof Image>>;
  videos: Map<unknown, z.output<typeof Video>>;
  categories: Map<unknown, z.output<typeof Category>>;
  tracks: Map<unknown, z.output<typeof Track>>;
};

/** COCO, as large as it may be: what annotations name stands before or behind them, so the file is read twice. */
export const coco: Parser = async function* (open) {
  const known: Known = { images: new Map(), videos: new Map(), categories: new Map(), tracks: new Map() };
  const schemas = { images: Image, videos: Video, categories: Category, tracks: Track };
  let lists = 0;
  for await (const element of elementsOf(open())) {
    if (element.list === "annotations") lists++;
    if (!Object.hasOwn(schemas, element.list)) continue;
    const list = element.list as keyof Known;
    const read = readAs<{ id: unknown }>(schemas[list], element);
    if ("kind" in read) yield read;
    else (known[list] as Map<unknown, unknown>).set(read.value.id, read.value);
  }
  if (lists === 0 && known.categories.size === 0)
    throw broken("The file is not COCO: it has neither annotations nor categories.");
  for await (const element of elementsOf(open())) {
    if (element.list !== "annotations") continue;
    const read = readAs(Annotation, element);
    yield "kind" in read ? read : annotationOf(read.value, known, read.at);
  }
};

function readAs<T>(schema: z.ZodType<T>, { list, index, text }: Element) {
  const at = `${list}[${index}]`;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return problem(at, "Is no JSON");
  }
  const parsed = schema.safeParse(value);
  const [issue] = parsed.error?.issues ?? [];
  return parsed.success
    ? { at, value: parsed.data }
    : problem(at, `${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}`);
}

function annotationOf(one: Annotation, { images, videos, categories, tracks }: Known, at: string): Parsed {
  const [image, category] = [images.get(one.image_id), categories.get(one.category_id)];
  if (!image) return problem(at, `There is no image ${one.image_id}`);
  if (!category) return problem(at, `There is no category ${one.category_id}`);
  const video = image.video_id == null ? undefined : videos.get(image.video_id);
  const drawings = drawingsOf(one, category.keypoints ?? undefined);
  if (drawings.length === 0) return problem(at, "Has neither an outline nor a box");
  const track = one.track_id == null ? undefined : (tracks.get(one.track_id)?.name ?? `track ${one.track_id}`);
  return {
    ...{ kind: "drawn", at, className: category.name, drawings, unit: { width: image.width, height: image.height } },
    media: { id: image.media_id ?? video?.media_id ?? undefined, path: image.file_name },
    frame: image.frame_id ?? undefined,
    ...{ attributes: one.attributes ?? {}, elementalId: one.elemental_id ?? undefined, key: one.key ?? true },
    tracks: track === undefined ? [] : [track],
  };
}

/** Best first: what it says exactly, then the box around it. A mask of runs has no outline here. */
function drawingsOf({ bbox, segmentation, keypoints }: Annotation, names: string[] | undefined): Drawing[] {
  const drawings: Drawing[] = [];
  const shape = Object.keys(KEYPOINTS).find((name) => KEYPOINTS[name]?.join() === names?.join());
  const [x, y, , endX, endY] = keypoints ?? [];
  if (shape === "dot" && x !== undefined && y !== undefined) drawings.push({ shape, parts: [{ x, y }] });
  if (shape === "line" && x !== undefined && y !== undefined && endX !== undefined && endY !== undefined)
    drawings.push({ shape, parts: [{ x, y, u: endX - x, v: endY - y }] });
  if (Array.isArray(segmentation) && segmentation.length > 0)
    drawings.push({ shape: "polygon", parts: segmentation.map((flat) => ({ points: pairs(flat) })) });
  if (bbox) drawings.push({ shape: "box", parts: [{ x: bbox[0], y: bbox[1], width: bbox[2], height: bbox[3] }] });
  return drawings;
}

const pairs = (flat: number[]): [number, number][] =>
  Array.from({ length: Math.floor(flat.length / 2) }, (_, i) => [flat[2 * i] ?? 0, flat[2 * i + 1] ?? 0]);
