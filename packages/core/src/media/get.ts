import { sql } from "kysely";
import { z } from "zod";
import { Access } from "../access/index.ts";
import { query, type Row } from "../database/index.ts";
import { Entity } from "../entity/index.ts";
import { fn } from "../util/index.ts";
import type { Info, Rendition } from "./schema.ts";
import { mediaState } from "./state.ts";

type Found = Row<"media"> & { current_state: Info["state"] };

/** A video or picture with all that was made of it. */
export const get = fn(z.string(), async (id): Promise<Info> => {
  const entity = await Entity.get(id, "media");
  const row = await read(id);
  const reads = entity.privileges.includes("read");
  return {
    ...entity,
    dtype: row.dtype,
    typeId: row.type_id,
    state: row.current_state,
    problems: reads ? row.problems : [],
    fileId: row.file_id,
    sourceUrl: reads ? row.source_url : null,
    runId: row.run_id,
    video: videoOf(row),
    image: imageOf(row),
    multi: row.multi,
    live: reads ? row.live : null,
    renditions: (await renditionsOf(id)).map(toRendition),
  };
});

/** All rows of what was made of it, in a steady order. No policy. */
export const renditionsOf = (id: string): Promise<Row<"media_rendition">[]> =>
  query((db) =>
    db
      .selectFrom("media_rendition")
      .selectAll()
      .where("media_id", "=", id)
      .orderBy("role")
      .orderBy("height")
      .orderBy("name")
      .execute(),
  );

async function read(id: string): Promise<Found> {
  const found = await query((db) =>
    sql<Found>`
      select m.*, ${mediaState} as current_state from media m left join run r on r.id = m.run_id where m.id = ${id}`.execute(
      db,
    ),
  );
  const row = found.rows[0];
  if (!row) throw Access.missing(id);
  return row;
}

function videoOf(row: Row<"media">): Info["video"] {
  const { width, height, frames, fps_num, fps_den, duration, codec } = row;
  if (row.dtype !== "video" || width === null || height === null || frames === null) return null;
  if (fps_num === null || fps_den === null || duration === null || codec === null) return null;
  return {
    width,
    height,
    frames,
    fps: { num: fps_num, den: fps_den },
    duration,
    startTime: row.start_time ?? 0,
    variable: row.variable ?? false,
    codec,
    rotation: row.rotation ?? 0,
  };
}

const imageOf = ({ dtype, width, height }: Row<"media">): Info["image"] =>
  dtype === "image" && width !== null && height !== null ? { width, height } : null;

const toRendition = (row: Row<"media_rendition">): Rendition => ({
  name: row.name,
  role: row.role,
  width: row.width,
  height: row.height,
  frames: row.frames,
  codec: row.codec,
  mime: row.mime,
  bytes: row.bytes,
  bitRate: row.bit_rate,
  indexed: row.index_key !== null,
  details: row.details,
});
