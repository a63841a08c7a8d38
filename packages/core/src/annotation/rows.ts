import { type RawBuilder, sql } from "kysely";
import { query, type Row } from "../database/index.ts";
import type { Kind, Localization, State } from "./schema.ts";

type Tracks = { track_ids: string[] | null };
export type LocalizationRow = Row<"localization"> & Tracks;
export type StateRow = Row<"state">;
export type AnyRow = LocalizationRow | StateRow;

/** Columns that a new mark takes from the one before it, unless the change names them. */
const KEPT = {
  localization: ["media_id", "frame", "x", "y", "width", "height", "u", "v", "points", "key"],
  state: ["media_ids", "frame", "end_frame", "color", "localization_ids", "segments"],
} as const;

export const keptColumns = (kind: Kind): readonly string[] => KEPT[kind];

export const tableOf = (kind: Kind): RawBuilder<unknown> => sql.table(kind);

/** The tracks of localizations, among those that lie on these layers: one question for all of a page. */
export async function withTracks<R extends AnyRow>(kind: Kind, rows: R[], layers: readonly string[]): Promise<R[]> {
  const ids = rows.map((row) => row.elemental_id);
  if (kind === "state" || ids.length === 0) return rows;
  const found = await query((db) =>
    sql<{ id: string; tracks: string[] }>`
      select m.id, array_agg(s.elemental_id) as tracks from state s cross join unnest(s.localization_ids) m(id)
      where s.localization_ids && ${ids}::uuid[] and s.latest and not s.deleted and s.layer_id = any (${[...layers]}::text[])
        and m.id = any (${ids}::uuid[])
      group by m.id`.execute(db),
  );
  const tracks = new Map(found.rows.map((row) => [row.id, row.tracks]));
  return rows.map((row) => ({ ...row, track_ids: tracks.get(row.elemental_id) ?? null }));
}

const marked = (row: AnyRow) => ({
  id: String(row.id),
  elementalId: row.elemental_id,
  layerId: row.layer_id,
  typeId: row.type_id,
  attributes: row.attributes,
  mark: row.mark,
  deleted: row.deleted,
  createdBy: row.created_by,
  createdAt: row.created_at.toISOString(),
  modifiedBy: row.modified_by,
  modifiedAt: row.modified_at.toISOString(),
});

export const toLocalization = (row: LocalizationRow): Localization => ({
  ...marked(row),
  mediaId: row.media_id,
  frame: row.frame,
  x: row.x,
  y: row.y,
  width: row.width,
  height: row.height,
  u: row.u,
  v: row.v,
  points: row.points,
  key: row.key,
  trackIds: row.track_ids ?? [],
});

export const toState = (row: StateRow): State => ({
  ...marked(row),
  mediaIds: row.media_ids,
  frame: row.frame,
  endFrame: row.end_frame,
  color: row.color,
  localizationIds: row.localization_ids,
  segments: row.segments,
});

export const toInfo = (kind: Kind, row: AnyRow): Localization | State =>
  kind === "localization" ? toLocalization(row as LocalizationRow) : toState(row as StateRow);
