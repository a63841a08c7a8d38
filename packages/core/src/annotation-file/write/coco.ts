import { join } from "node:path";
import type { Drawn, Pictured, Writer } from "../item.ts";
import { NO_SIZE } from "../item.ts";
import { spool } from "./spool.ts";

/** Points of a category without an outline, by shape. */
export const KEYPOINTS: Record<string, string[]> = { dot: ["point"], line: ["start", "end"] };

/**
 * COCO: an image for every picture and every frame that is drawn on, pixels from the picture's left and top. What COCO has no word for
 * stands beside its own fields, as others write it: `attributes`, and as in COCO-VID `videos`, `frame_id` and `track_id`.
 */
export const coco: Writer = async function* ({ types, drawn }, { scratch, wrote, left }) {
  const kept = (name: string) => spool(join(scratch, `${name}.json`));
  const [images, videos, tracks] = [kept("images"), kept("videos"), kept("tracks")];
  const categories = new Map(
    types
      .filter(({ shape }) => shape !== "frame" && shape !== "media" && shape !== "track")
      .map(({ id }, i) => [id, i + 1]),
  );
  const trackIDs = new Map<string, number>();
  let [image, video, annotation] = [0, 0, 0];
  let here = { media: "", frame: -1 };
  yield Buffer.from('{"info":{"description":"Annotations","version":"1.0"},"licenses":[],"annotations":[');
  for await (const batch of drawn()) {
    const texts: string[] = [];
    for (const item of batch) {
      const { media, frame } = item;
      const { width, height } = media;
      if (width === null || height === null) {
        left(NO_SIZE);
        continue;
      }
      if (media.id !== here.media && media.dtype !== "image")
        await videos.add(separated(video++, { id: video, ...videoOf(media), width, height }));
      if (media.id !== here.media || frame !== here.frame)
        await images.add(separated(image++, { id: image, ...imageOf(media, frame, video), width, height }));
      here = { media: media.id, frame };
      const [track] = item.tracks;
      if (track !== undefined && !trackIDs.has(track)) {
        trackIDs.set(track, trackIDs.size + 1);
        await tracks.add(separated(trackIDs.size - 1, { id: trackIDs.size, name: track }));
      }
      texts.push(
        separated(annotation++, {
          ...{ id: annotation, image_id: image, category_id: categories.get(item.type.id) },
          ...shapeOf(item, width, height),
          iscrowd: 0,
          ...(track === undefined ? {} : { track_id: trackIDs.get(track) }),
          ...{ attributes: item.attributes, elemental_id: item.elementalId, key: item.key },
        }),
      );
      wrote();
    }
    yield Buffer.from(texts.join(""));
  }
  for (const [name, texts] of Object.entries({ images, videos, tracks })) {
    yield Buffer.from(`],"${name}":[`);
    yield* texts.read();
  }
  const known = types.flatMap(({ id, name, shape }) => {
    const number = categories.get(id);
    const keypoints = KEYPOINTS[shape];
    const points = keypoints ? { keypoints, skeleton: keypoints.length === 2 ? [[1, 2]] : [] } : {};
    return number === undefined ? [] : [{ id: number, name, supercategory: "", ...points }];
  });
  yield Buffer.from(`],"categories":${JSON.stringify(known)}}`);
};

const separated = (before: number, value: object) => `${before === 0 ? "\n" : ",\n"}${JSON.stringify(value)}`;

const videoOf = ({ id, name, fps, frames }: Pictured) => ({ name, media_id: id, fps, frames });

const imageOf = ({ id, name, dtype }: Pictured, frame: number, video: number) =>
  dtype === "image"
    ? { file_name: name, media_id: id }
    : { file_name: `${name}/${String(frame).padStart(6, "0")}.jpg`, video_id: video, frame_id: frame, media_id: id };

function shapeOf({ type: { shape }, x, y, width, height, u, v, points }: Drawn, w: number, h: number) {
  const [left, top] = [(x ?? 0) * w, (y ?? 0) * h];
  if (shape === "polygon" && points) {
    const outline = points.map(([px, py]) => [px * w, py * h] as const);
    const [xs, ys] = [outline.map(([px]) => px), outline.map(([, py]) => py)];
    const [x0, y0] = [Math.min(...xs), Math.min(...ys)];
    const bbox = [x0, y0, Math.max(...xs) - x0, Math.max(...ys) - y0];
    return { bbox, area: areaOf(outline), segmentation: [outline.flat()] };
  }
  if (shape === "box") {
    const [bw, bh] = [(width ?? 0) * w, (height ?? 0) * h];
    return { bbox: [left, top, bw, bh], area: bw * bh, segmentation: [] };
  }
  const [dx, dy] = [(u ?? 0) * w, (v ?? 0) * h];
  const bbox = [Math.min(left, left + dx), Math.min(top, top + dy), Math.abs(dx), Math.abs(dy)];
  const keypoints = shape === "line" ? [left, top, 2, left + dx, top + dy, 2] : [left, top, 2];
  return { bbox, area: 0, segmentation: [], keypoints, num_keypoints: keypoints.length / 3 };
}

/** Shoelace. */
function areaOf(points: readonly (readonly [number, number])[]): number {
  const doubled = points.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = points[(i + 1) % points.length] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(doubled) / 2;
}
