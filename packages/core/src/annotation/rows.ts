import { type RawBuilder, sql } from "kysely";
import type { Row } from "../database/index.ts";
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

/** The tracks of localization `l` that lie on these layers. */
const tracks = (layers: readonly string[]) => sql`
  (select array_agg(s.elemental_id) from state s
    where s.localization_ids @> array[l.elemental_id] and s.latest and not s.deleted and s.layer_id = any (${[...layers]}::text[])) as track_ids`;

/** What is read of a row `l`. */
export const columnsOf = (kind: Kind, layers: readonly string[]): RawBuilder<unknown> =>
  kind === "localization" ? sql`l.*, ${tracks(layers)}` : sql`l.*`;

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
