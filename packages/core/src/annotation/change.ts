import { type RawBuilder, sql } from "kysely";
import * as Actor from "../actor/index.ts";
import { query } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import { keptColumns, tableOf } from "./rows.ts";
import type { Changed, Kind } from "./schema.ts";

/** What a new mark has that the one before it had not, as expressions over the row `s` before it. */
export type Columns = Record<string, RawBuilder<unknown>>;

/**
 * Writes the next marks of the newest rows `l` that fulfil a condition, in one statement: those that were the newest are so no longer.
 * With a layer the marks are written there, whatever layer they come from.
 */
export async function writeMarks(
  kind: Kind,
  condition: RawBuilder<unknown>,
  columns: Columns,
  layerID?: string,
): Promise<Changed[]> {
  const table = tableOf(kind);
  const names = [...keptColumns(kind), "type_id", "attributes"];
  const values = names.map((name) => columns[name] ?? sql.ref(`s.${name}`));
  const layer = layerID === undefined ? sql`s.layer_id` : sql`${layerID}`;
  const found = await query((db) =>
    sql<Changed>`
      with s as materialized (select l.* from ${table} l where l.latest and ${condition}),
      before as (
        update ${table} b set latest = false from s
        where b.elemental_id = s.elemental_id and b.layer_id = ${layer} and b.latest returning b.elemental_id, b.mark
      )
      insert into ${table} (elemental_id, layer_id, ${sql.join(names.map((name) => sql.ref(name)))},
        mark, latest, deleted, created_by, created_at, modified_by, modified_at)
      select s.elemental_id, ${layer}, ${sql.join(values)}, coalesce(b.mark, 0) + 1, true, ${columns.deleted ?? sql`false`},
        s.created_by, s.created_at, ${Actor.userID()}, now()
      from s left join before b on b.elemental_id = s.elemental_id
      returning id::text, elemental_id as "elementalId", mark`.execute(db),
  );
  return found.rows;
}

/** Puts back what an earlier mark had, as a new one. */
export const restoreMark = (kind: Kind, elementalID: string, layerID: string, mark: number): Promise<Changed[]> =>
  query(async (db) => {
    const table = tableOf(kind);
    const names = [...keptColumns(kind), "type_id", "attributes", "deleted", "created_by", "created_at"];
    const found = await sql<Changed>`
      with o as (
        select * from ${table} where elemental_id = ${elementalID}::uuid and layer_id = ${layerID} and mark = ${mark}
      ), before as (
        update ${table} b set latest = false from o
        where b.elemental_id = o.elemental_id and b.layer_id = o.layer_id and b.latest returning b.mark
      )
      insert into ${table} (elemental_id, layer_id, ${sql.join(names.map((name) => sql.ref(name)))}, mark, latest, modified_by, modified_at)
      select o.elemental_id, o.layer_id, ${sql.join(names.map((name) => sql.ref(`o.${name}`)))}, before.mark + 1, true,
        ${Actor.userID()}, now()
      from o cross join before
      returning id::text, elemental_id as "elementalId", mark`.execute(db);
    return found.rows;
  });

export const stale = () =>
  new AppError(
    "stale",
    "annotation.stale",
    "Somebody changed this since you read it. Read it again and repeat the change.",
  );

export const json = (value: unknown): RawBuilder<unknown> => sql`${JSON.stringify(value)}::jsonb`;
