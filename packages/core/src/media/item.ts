import { sql } from "kysely";
import { z } from "zod";
import { query } from "../database/index.ts";
import { Entity } from "../entity/index.ts";
import { Objects } from "../object/index.ts";
import { MediaDtype, MediaState } from "./schema.ts";
import { mediaState } from "./state.ts";

/** Media in a list, with where its pictures are for five minutes. */
export const Item = Entity.Info.extend({
  dtype: MediaDtype,
  typeId: z.string().nullable(),
  state: MediaState,
  /** Of what is being made of it, from 0 to 1. */
  progress: z.number(),
  /** Seconds. */
  duration: z.number().nullable(),
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  frames: z.number().int().nullable(),
  fileId: z.string().nullable(),
  /** Of the original. */
  bytes: z.number().int().nullable(),
  thumbnailUrl: z.string().nullable(),
  previewUrl: z.string().nullable(),
});
export type Item = z.infer<typeof Item>;

type Details = Omit<Item, keyof Entity.Info | "thumbnailUrl" | "previewUrl"> & {
  id: string;
  thumbnail: string | null;
  preview: string | null;
  previewMime: string | null;
};

/** What lists show of media, by their ids. No policy. */
export async function detailsOf(ids: string[]): Promise<Map<string, Details>> {
  if (ids.length === 0) return new Map();
  const found = await query((db) =>
    sql<Details>`
      select m.id, m.dtype, m.type_id as "typeId", ${mediaState} as state, m.duration, m.width, m.height, m.frames,
        m.file_id as "fileId", f.bytes,
        case when r.state in ('queued', 'running') then coalesce((r.progress->>'fraction')::float8, 0) else 1 end as progress,
        t.key as thumbnail, p.key as preview, p.mime as "previewMime"
      from media m left join run r on r.id = m.run_id left join file f on f.id = m.file_id
      left join media_rendition t on t.media_id = m.id and t.name = 'thumbnail'
      left join media_rendition p on p.media_id = m.id and p.name = 'preview'
      where m.id = any (${ids}::text[])`.execute(db),
  );
  return new Map(found.rows.map((row) => [row.id, row]));
}

/** Looking at its pictures is reading it. */
export async function toItem(
  entity: Entity.Info,
  { thumbnail, preview, previewMime, ...rest }: Details,
): Promise<Item> {
  const reads = entity.privileges.includes("read");
  const thumbnailUrl = reads && thumbnail !== null ? await pictureURL(thumbnail, "image/jpeg") : null;
  const previewUrl = reads && preview !== null ? await pictureURL(preview, previewMime ?? "video/mp4") : null;
  return { ...Entity.Info.parse(entity), ...rest, thumbnailUrl, previewUrl };
}

async function pictureURL(key: string, mime: string): Promise<string> {
  const contentType = mime.split(";")[0] ?? mime;
  return (await Objects.presignGet(key, { name: key.split("/").at(-1) ?? key, contentType, inline: true })).url;
}
