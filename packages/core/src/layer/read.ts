import { sql } from "kysely";
import { Access } from "../access/index.ts";
import { query } from "../database/index.ts";
import { Entity } from "../entity/index.ts";
import { type EntityRow, entityColumns, toInfo as toEntity } from "../entity/item.ts";
import type { Info } from "./schema.ts";

type Row = EntityRow & { number: number; base_ids: string[]; show_empty: boolean };

const toInfo = (row: Row): Info => ({
  ...toEntity(row),
  number: row.number,
  baseIds: row.base_ids,
  showEmpty: row.show_empty,
});

export async function get(id: string): Promise<Info> {
  const entity = await Entity.get(id, "layer");
  const row = await query((db) => db.selectFrom("layer").selectAll().where("id", "=", id).executeTakeFirstOrThrow());
  return { ...entity, number: row.number, baseIds: row.base_ids, showEmpty: row.show_empty };
}

/** The layers one can draw on in a project: its own and those of the projects around it. */
export async function list(projectID: string): Promise<Info[]> {
  await Access.require(projectID, "read");
  const found = await query((db) =>
    sql<Row>`
      with recursive around as (
        select e.id, e.parent_id, 0 as far from entity e where e.id = ${projectID}
        union all select e.id, e.parent_id, a.far + 1 from around a join entity e on e.id = a.parent_id)
      select ${entityColumns()}, y.number, y.base_ids, y.show_empty
      from around a join entity e on e.parent_id = a.id and e.kind = 'layer' and e.deleted_at is null
      join layer y on y.id = e.id join "user" u on u.id = e.created_by
      cross join ${Access.privilegesOfEntity()}
      where p.privileges & 1 <> 0
      order by a.far, y.number, e.id`.execute(db),
  );
  return found.rows.map(toInfo);
}
