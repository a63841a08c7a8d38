import { type RawBuilder, sql } from "kysely";
import { query, type Row } from "../database/index.ts";
import { type Definition, Fields, type Info, OPTIONS } from "./schema.ts";

/** What a definition is in columns. */
export const toColumns = (type: Definition) => ({
  name: type.name,
  dtype: type.dtype,
  description: type.description,
  required: type.required,
  visible: type.visible,
  position: type.order,
  section: type.section,
  style: type.style,
  kinds: type.kinds,
  options: JSON.stringify(Object.fromEntries(OPTIONS.map((option) => [option, type[option]]))),
});

export const toInfo = (row: Row<"attribute_type">): Info => ({
  id: row.id,
  projectId: row.project_id,
  name: row.name,
  dtype: Fields.dtype.parse(row.dtype),
  description: row.description,
  required: row.required,
  visible: row.visible,
  order: row.position,
  section: row.section,
  style: row.style,
  kinds: Fields.kinds.parse(row.kinds),
  ...row.options,
  revision: row.revision,
});

/** The types that hold for an entity: of itself and of the projects around it; of two with one name, the nearer. */
export const typesAround = async (entityID: string, kind?: string): Promise<Info[]> =>
  (await typesAroundEach([entityID], kind)).get(entityID) ?? [];

/** The same of several entities, by one question. */
export async function typesAroundEach(entityIDs: readonly string[], kind?: string): Promise<Map<string, Info[]>> {
  const found = await query((db) =>
    sql<Row<"attribute_type"> & { place: string }>`
      with recursive around as (
        select e.id as place, e.id, e.parent_id, 0 as far from entity e where e.id = any (${[...entityIDs]}::text[])
        union all select a.place, e.id, e.parent_id, a.far + 1 from around a join entity e on e.id = a.parent_id
      ), nearest as (
        select distinct on (a.place, t.name) a.place, t.* from around a
        join attribute_type t on t.project_id = a.id and t.deleted_at is null
        where ${kind ?? null}::text is null or ${kind ?? null}::text = any (t.kinds)
        order by a.place, t.name, a.far
      )
      select * from nearest order by section, position, lower(name), name`.execute(db),
  );
  const types = new Map<string, Info[]>(entityIDs.map((id) => [id, []]));
  for (const row of found.rows) types.get(row.place)?.push(toInfo(row));
  return types;
}

/** Everything that a project's types hold for, as rows `e`: the project, those below it, and what lies in them. */
export const below = (projectID: string, kinds: string[]): RawBuilder<unknown> => sql`
  select e.id from entity e where e.kind = any (${kinds}::text[]) and (e.id = ${projectID} or e.parent_id in (
    with recursive projects as (
      select ${projectID}::text collate "C" as id
      union all select c.id from projects p join entity c on c.parent_id = p.id and c.kind = 'project'
    ) select id from projects))`;
