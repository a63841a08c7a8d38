import { sql } from "kysely";
import { z } from "zod";
import { Access } from "../access/index.ts";
import { query, type Row } from "../database/index.ts";
import { around } from "../entity/around.ts";
import type { Interface } from "../function/schema.ts";
import type { Problem } from "../signature/schema.ts";
import { fn } from "../util/index.ts";
import type { Info } from "./schema.ts";
import { takes } from "./takes.ts";

type Found = Row<"algorithm"> & {
  script_name: string;
  signature: Interface;
  problems: Problem[];
  privileges: number | null;
};

/** The algorithms of a project and of those around it, as annotation types are, by name. */
export const list = fn(z.string(), async (projectID): Promise<Info[]> => {
  await Access.require(projectID, "read");
  return found(sql`a.project_id in (with recursive ${around(projectID)} select id from around)`);
});

export const get = fn(z.string(), async (id): Promise<Info> => {
  const [info] = await found(sql`a.id = ${id}`);
  // Of a project that is hidden, nobody learns by what lies in it.
  if (!info || (await Access.effective(info.projectId)) === 0) throw Access.missing(id);
  await Access.require(info.projectId, "read");
  return info;
});

async function found(which: ReturnType<typeof sql>): Promise<Info[]> {
  const rows = await query((db) =>
    sql<Found>`
      select a.*, e.name as script_name, f.signature, s.problems, p.privileges
      from algorithm a join script s on s.id = a.script_id join function f on f.id = a.script_id
      join entity e on e.id = a.script_id left join ${Access.privilegesOfEntity()} on e.deleted_at is null
      where ${which} order by lower(a.name), a.id`.execute(db),
  );
  return rows.rows.map(toInfo);
}

function toInfo(row: Found): Info {
  const { parameters, problem } = takes({ ...row.signature, problems: row.problems });
  const gone = !Access.has(row.privileges ?? 0, "see");
  return {
    id: row.id,
    projectId: row.project_id,
    name: row.name,
    description: row.description,
    script: { id: row.script_id, name: gone ? "" : row.script_name },
    categories: row.categories,
    batchSize: row.batch_size,
    limits: row.limits,
    layerIds: row.layer_ids,
    parameters,
    problem: gone ? "Its script is in the trash, or hidden from you." : problem,
    revision: row.revision,
    privileges: Access.names(row.privileges ?? 0),
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}
