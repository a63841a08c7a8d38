import { sql } from "kysely";
import { z } from "zod";
import { Access } from "../access/index.ts";
import type { Geometry } from "../annotation/shape.ts";
import { query } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import { Layer } from "../layer/index.ts";
import { partOf } from "./drawn.ts";
import type { Roi } from "./roi.ts";

export type Asked = { localizationId: string; layer?: string | undefined; margin?: number | undefined };
/** Where something is drawn. */
export type Spot = { mediaId: string; frame: number; roi: Roi };

type Row = Geometry & {
  id: string;
  layer: string;
  mediaId: string;
  frame: number;
  pictureWidth: number | null;
  pictureHeight: number | null;
};

const UUID = z.uuid();

/**
 * Where each of these is drawn, in their order and by a few queries however many there are; for what the actor may not see, that there
 * is no such thing. One is seen by who reads its layer and its media.
 */
export async function spotsOf(asked: readonly Asked[]): Promise<(Spot | AppError)[]> {
  const rows = await rowsOf(asked.map(({ localizationId }) => localizationId));
  const stacks = new Map<string, readonly string[]>();
  for (const { layer } of asked)
    if (layer !== undefined && !stacks.has(layer)) stacks.set(layer, (await Layer.stack([layer])).layers);
  return asked.map(({ localizationId, layer, margin }) => {
    const own = rows.filter(({ id }) => id === localizationId.toLowerCase());
    const row = layer === undefined ? own[0] : nearest(own, layer, stacks.get(layer) ?? []);
    if (!row) return missing();
    const picture = { width: row.pictureWidth ?? 1, height: row.pictureHeight ?? 1 };
    return { mediaId: row.mediaId, frame: row.frame, roi: partOf(row, picture, margin) };
  });
}

const nearest = (rows: Row[], layer: string, stack: readonly string[]): Row | undefined =>
  rows.find((row) => row.layer === layer) ?? rows.find((row) => stack.includes(row.layer));

/** Newest first. */
async function rowsOf(ids: string[]): Promise<Row[]> {
  const known = ids.filter((id) => UUID.safeParse(id).success);
  const found = await query((db) =>
    sql<Row>`
      select l.elemental_id::text as id, l.layer_id as layer, l.media_id as "mediaId", l.frame, l.x, l.y, l.width, l.height, l.u, l.v,
        l.points, m.width as "pictureWidth", m.height as "pictureHeight"
      from localization l join media m on m.id = l.media_id
      where l.elemental_id = any (${known}::uuid[]) and l.latest and not l.deleted order by l.modified_at desc, l.id desc`.execute(
      db,
    ),
  );
  const layers = new Set(await Layer.among([...new Set(found.rows.map(({ layer }) => layer))]));
  const rights = await Access.effectiveOf(found.rows.map(({ mediaId }) => mediaId));
  return found.rows.filter(({ layer, mediaId }) => layers.has(layer) && Access.has(rights.get(mediaId) ?? 0, "read"));
}

const missing = () =>
  new AppError("not_found", "localization.not_found", "There is no such localization that you can see.");
