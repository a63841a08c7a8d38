import { sql } from "kysely";
import * as Actor from "../../actor/index.ts";
import type { NewRow } from "../../annotation/create.ts";
import { query } from "../../database/index.ts";

export type Row = Omit<NewRow, "l"> & { m: string };
export type StateRow = {
  e: string;
  t: string;
  m: string[];
  s: string[];
  f: number | null;
  g: number | null;
  c: string | null;
  a: object;
};

/**
 * Rows of a layer by one statement. What stands there already stays as it is, so that the same file does not double anything; what was
 * deleted comes back as its next mark. Answers how many are new. No policy.
 */
export async function insertDrawn(layerID: string, rows: readonly Row[]): Promise<number> {
  const made = await query((db) =>
    sql<{ n: number }>`
      with r as materialized (
        select * from json_to_recordset(${JSON.stringify(rows)}::json) r (e uuid, m text, t text, f integer, x double precision,
          y double precision, w double precision, h double precision, u double precision, v double precision, p jsonb, a jsonb, k boolean)
      ), gone as (
        update localization b set latest = false from r
        where b.elemental_id = r.e and b.layer_id = ${layerID} and b.latest and b.deleted returning b.elemental_id, b.mark
      ), made as (
        insert into localization (elemental_id, layer_id, media_id, type_id, frame, x, y, width, height, u, v, points, attributes,
          key, mark, latest, deleted, created_by, created_at, modified_by, modified_at)
        select e, ${layerID}, m, t, f, x, y, w, h, u, v, p, a, k, coalesce(g.mark, 0) + 1, true, false,
          ${Actor.userID()}, now(), ${Actor.userID()}, now()
        from r left join gone g on g.elemental_id = r.e
        on conflict do nothing returning 1
      ) select count(*) as n from made`.execute(db),
  );
  return made.rows[0]?.n ?? 0;
}

/** The same of states. Answers those that are new. */
export async function insertStated(layerID: string, rows: readonly StateRow[]): Promise<string[]> {
  const made = await query((db) =>
    sql<{ id: string }>`
      with r as materialized (
        select * from json_to_recordset(${JSON.stringify(rows)}::json) r (e uuid, t text, m jsonb, s jsonb, f integer, g integer, c text, a jsonb)
      ), gone as (
        update state b set latest = false from r
        where b.elemental_id = r.e and b.layer_id = ${layerID} and b.latest and b.deleted returning b.elemental_id, b.mark
      )
      insert into state (elemental_id, layer_id, type_id, media_ids, frame, end_frame, color, attributes, localization_ids,
        mark, latest, deleted, created_by, created_at, modified_by, modified_at)
      select e, ${layerID}, t, array(select jsonb_array_elements_text(m)), f, g, c, a,
        array(select jsonb_array_elements_text(s)::uuid), coalesce(gone.mark, 0) + 1, true, false,
        ${Actor.userID()}, now(), ${Actor.userID()}, now()
      from r left join gone on gone.elemental_id = r.e
      on conflict do nothing returning elemental_id as id`.execute(db),
  );
  return made.rows.map(({ id }) => id);
}
