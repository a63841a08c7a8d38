import { sql } from "kysely";
import { z } from "zod";
import { Access } from "../access/index.ts";
import { query } from "../database/index.ts";
import * as Paging from "../paging/index.ts";
import { fn } from "../util/index.ts";

const MOST = 500;

export const Folder = z.object({
  id: z.string(),
  /** Null where that is not among these. */
  parentId: z.string().nullable(),
  name: z.string(),
  /** What lies in it itself, and not in a folder inside it. */
  count: Paging.Total,
});
export type Folder = z.infer<typeof Folder>;

/** The projects that media lie in, by name: those inside one, or all that the actor sees. Folders of media are projects. */
export const folders = fn(z.object({ projectID: z.string().optional() }), async ({ projectID }): Promise<Folder[]> => {
  if (projectID !== undefined) await Access.require(projectID, "see");
  const { condition } = await Access.visibleEntities();
  const place =
    projectID === undefined
      ? sql`e.kind = 'project' and e.deleted_at is null and ${condition}`
      : sql`e.kind = 'project' and e.deleted_at is null
          and e.id in (select scope_id from scope_above where ancestor_id = ${projectID})`;
  const found = await query((db) =>
    sql<{ id: string; parent_id: string | null; name: string; count: number }>`
      with places as materialized (
        select e.id, e.parent_id, e.name, e.name_key from entity e where ${place} order by e.name_key, e.id limit ${MOST})
      select p.id, case when p.parent_id in (select id from places) then p.parent_id end as parent_id, p.name,
        (select count(*) from (
          select from entity m where m.scope_id = p.id and m.kind = 'media' and m.deleted_at is null limit ${Paging.countLimit}) c
        ) as count
      from places p order by p.name_key, p.id`.execute(db),
  );
  return found.rows.map(({ parent_id, count, ...row }) => ({
    ...row,
    parentId: parent_id,
    count: Paging.total(count),
  }));
});
