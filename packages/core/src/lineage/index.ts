import { sql } from "kysely";
import { z } from "zod";
import { Access } from "../access/index.ts";
import { query } from "../database/index.ts";
import { fn } from "../util/index.ts";
import type { Edge, Lineage as Info, Node } from "./schema.ts";

export * as Lineage from "./index.ts";
export { Edge, Lineage as Info, Node } from "./schema.ts";

const MAX_STEPS = 20;
const MAX_NODES = 200;
/** Of a table that is made anew every hour, the latest runs say enough. */
const MAX_EACH = 20;

/**
 * Where a thing comes from: the runs that made it, what they used, and what made that. Followed only through what the one who asks
 * sees, one step at a time, so that it costs what it shows.
 */
export const lineage = fn(z.string(), async (id): Promise<Info> => {
  await Access.require(id, "read");
  const nodes = new Map((await seen([id])).map((node) => [node.id, node]));
  const edges: Edge[] = [];
  let complete = true;
  let outer = [id];
  for (let step = 0; step < MAX_STEPS && outer.length > 0; step++) {
    const found = await sources(outer);
    const fresh = [...new Set(found.map(({ to }) => to))].filter((one) => !nodes.has(one));
    const room = fresh.slice(0, MAX_NODES - nodes.size);
    const shown = await seen(room);
    for (const node of shown) nodes.set(node.id, node);
    edges.push(...found.filter(({ to }) => nodes.has(to)));
    if (shown.length < fresh.length) complete = false;
    outer = shown.map((node) => node.id);
  }
  return { nodes: [...nodes.values()], edges, complete: complete && outer.length === 0 };
});

/** What each was made by or used. A copied table was made by the run of the table it is a copy of. */
async function sources(ids: string[]): Promise<Edge[]> {
  const found = await query((db) =>
    sql<Edge>`
      select i.id as "from", r.* from unnest(${ids}::text[]) i (id) cross join lateral (
        select object_id as "to", predicate, role, version, content_hash as "contentHash" from relation
        where subject_id = i.id and predicate in ('prov:wasGeneratedBy', 'prov:used') order by id desc limit ${MAX_EACH}) r
      union all
      select i.id, v.* from unnest(${ids}::text[]) i (id) cross join lateral (
        select v.run_id, 'prov:wasGeneratedBy', 'table', v.version, null from table_version v
        where v.table_id = i.id and not exists (
          select from relation r where r.subject_id = i.id and r.predicate = 'prov:wasGeneratedBy' and r.object_id = v.run_id)
        order by v.version desc limit ${MAX_EACH}) v`.execute(db),
  );
  return found.rows;
}

type Row = {
  id: string;
  type: Node["type"];
  name: string;
  kind: string;
  function_id: string | null;
  ended_at: string | null;
};

/** Those of them that whoever asks sees: things they may read, and runs that work for such. */
async function seen(ids: string[]): Promise<Node[]> {
  if (ids.length === 0) return [];
  const found = await query((db) =>
    sql<Row>`
      select e.id, 'entity' as type, e.name, e.kind, null as function_id, null as ended_at
      from entity e cross join ${Access.privilegesOfEntity()}
      where e.id = any (${ids}::text[]) and e.deleted_at is null and p.privileges & 2 <> 0
      union all
      select r.id, 'run', f.name, f.kind, f.id, to_json(r.ended_at)#>>'{}'
      from run r join function f on f.id = r.function_id
      join entity e on e.id = r.subject_id and e.deleted_at is null cross join ${Access.privilegesOfEntity()}
      where r.id = any (${ids}::text[]) and p.privileges & 2 <> 0`.execute(db),
  );
  return found.rows.map(toNode);
}

const toNode = ({ id, type, name, kind, function_id, ended_at }: Row): Node =>
  type === "entity"
    ? { type, id, name, kind: kind as Extract<Node, { type: "entity" }>["kind"] }
    : {
        ...{ type, id, name },
        function: { id: function_id ?? "", kind: kind as Extract<Node, { type: "run" }>["function"]["kind"] },
        endedAt: ended_at === null ? null : new Date(ended_at).toISOString(),
      };
