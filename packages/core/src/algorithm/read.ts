import { sql } from "kysely";
import { z } from "zod";
import { Access } from "../access/index.ts";
import { query, type Row } from "../database/index.ts";
import { around } from "../entity/around.ts";
import type { Interface } from "../function/schema.ts";
import type { Problem } from "../signature/schema.ts";
import { fn, must } from "../util/index.ts";
import { refusalOf } from "./image.ts";
import { parametersOf } from "./parameters-schema.ts";
import type { Info } from "./schema.ts";
import { takes } from "./takes.ts";

type Found = Row<"algorithm"> & {
  /** Of the script, where it is one. */
  script_name: string | null;
  signature: Interface | null;
  problems: Problem[] | null;
  /** On the script, or else on the project. */
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
      from algorithm a left join script s on s.id = a.script_id left join function f on f.id = a.script_id
      join entity e on e.id = coalesce(a.script_id, a.project_id)
      left join ${Access.privilegesOfEntity()} on e.deleted_at is null
      where ${which} order by lower(a.name), a.id`.execute(db),
  );
  return Promise.all(rows.rows.map(toInfo));
}

type Runs = Pick<Info, "script" | "image" | "parameters" | "problem">;

async function whatRuns({ script_id: id, script_name, image, privileges, ...row }: Found): Promise<Runs> {
  if (image)
    return { script: null, image, parameters: parametersOf(image.parameters), problem: await refusalOf(image) };
  const { parameters, problem } = takes({ ...must(row.signature, "signature"), problems: row.problems ?? [] });
  const gone = !Access.has(privileges ?? 0, "see");
  return {
    script: { id: must(id, "script"), name: gone ? "" : must(script_name, "script") },
    image: null,
    parameters,
    problem: gone ? "Its script is in the trash, or hidden from you." : problem,
  };
}

async function toInfo(row: Found): Promise<Info> {
  return {
    id: row.id,
    projectId: row.project_id,
    name: row.name,
    description: row.description,
    ...(await whatRuns(row)),
    categories: row.categories,
    batchSize: row.batch_size,
    limits: row.limits,
    layerIds: row.layer_ids,
    revision: row.revision,
    privileges: Access.names(row.privileges ?? 0),
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}
