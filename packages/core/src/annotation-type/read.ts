import { sql } from "kysely";
import { Access } from "../access/index.ts";
import { query, type Row } from "../database/index.ts";
import { around } from "../entity/around.ts";
import { AppError } from "../error/index.ts";
import type { Info } from "./schema.ts";

export const toInfo = (row: Row<"annotation_type">): Info => ({
  id: row.id,
  projectId: row.project_id,
  name: row.name,
  shape: row.shape,
  color: row.color,
  hotkey: row.hotkey,
  attributes: row.attributes,
  interpolation: row.interpolation,
  position: row.position,
  revision: row.revision,
});

/** The types that hold in a project: its own and those of the projects around it. No policy. */
export async function typesAround(projectID: string): Promise<Info[]> {
  const found = await query((db) =>
    sql<Row<"annotation_type">>`
      with recursive ${around(projectID)}
      select t.* from around a join annotation_type t on t.project_id = a.id and t.deleted_at is null
      order by t.position, lower(t.name), t.id`.execute(db),
  );
  return found.rows.map(toInfo);
}

/** Types by id, also those that were deleted since something was drawn with them. No policy. */
export async function typesOf(ids: readonly string[]): Promise<Map<string, Info>> {
  if (ids.length === 0) return new Map();
  const rows = await query((db) =>
    db
      .selectFrom("annotation_type")
      .selectAll()
      .where("id", "in", [...ids])
      .execute(),
  );
  return new Map(rows.map((row) => [row.id, toInfo(row)]));
}

/** A type of a project that the actor reads. Both missing and hidden are `not_found`. */
export async function find(id: string): Promise<Info> {
  const row = await query((db) =>
    db
      .selectFrom("annotation_type")
      .selectAll()
      .where("id", "=", id)
      .where("deleted_at", "is", null)
      .executeTakeFirst(),
  );
  if (row && (await Access.effective(row.project_id)) !== 0) return toInfo(row);
  throw new AppError("not_found", "annotation_type.not_found", "There is no such annotation type that you can see.");
}
