import { Access } from "../access/index.ts";
import { Entity } from "../entity/index.ts";
import { AppError } from "../error/index.ts";
import { File } from "../file/index.ts";
import { Media } from "../media/index.ts";
import { safeName } from "./file-name.ts";
import type { PinnedMedia, Stored } from "./schema.ts";

/** High enough for what is to be found in most videos, and a tenth of the bytes of many originals. */
const HEIGHT = 720;

type Chosen = Stored & { rendition: string; width: number | null; height: number | null };

/** What is read of each media: by `wanted` the original, or the largest rendition of at most that height. All have the same frames. */
export async function pinMedia(ids: readonly string[], wanted = `${HEIGHT}`): Promise<PinnedMedia["files"]> {
  const files: PinnedMedia["files"] = [];
  for (const entityID of ids) {
    const { name } = await Entity.get(entityID, "media");
    await Access.require(entityID, "read");
    const media = await Media.find(entityID);
    const { dtype, frames, duration, fps_num, fps_den } = media;
    const chosen =
      wanted === Media.ORIGINAL ? await original(entityID, media) : await rendition(entityID, name, wanted);
    const fps = fps_num && fps_den ? fps_num / fps_den : null;
    files.push({ entityID, name, dtype, frames, fps, duration, ...chosen });
  }
  return files;
}

async function original(
  id: string,
  { file_id, width, height }: Awaited<ReturnType<typeof Media.find>>,
): Promise<Chosen> {
  await Access.require(id, "transfer");
  if (file_id === null) throw unreadable(id, "its original is gone");
  const { key, bytes, name, contentType } = await File.location(file_id);
  return { key, bytes, contentType, fileName: safeName(name), rendition: Media.ORIGINAL, width, height };
}

async function rendition(id: string, name: string, wanted: string): Promise<Chosen> {
  const most = Number(wanted);
  const shown = (await Media.renditionsOf(id))
    .filter(({ role }) => role === "streaming" || role === "image")
    .sort((a, b) => (a.height ?? 0) - (b.height ?? 0));
  const row = shown.findLast(({ height }) => (height ?? 0) <= most) ?? shown[0];
  if (!row) throw unreadable(name, "no rendition of it is ready yet");
  const ending = /\.[a-z0-9]+$/.exec(row.key)?.[0] ?? "";
  const { key, bytes, width, height } = row;
  const contentType = row.mime.split(";")[0] ?? row.mime;
  return { key, bytes, contentType, fileName: `${row.name}${ending}`, rendition: row.name, width, height };
}

const unreadable = (name: string, why: string) =>
  new AppError(
    "unprocessable",
    "job.unreadable_media",
    `${JSON.stringify(name.slice(0, 100))} cannot be read: ${why}.`,
  );
