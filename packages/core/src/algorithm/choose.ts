import { sql } from "kysely";
import { Access } from "../access/index.ts";
import { query } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import { Media } from "../media/index.ts";
import type { MediaQuery, Start } from "./schema.ts";

/** At once, by one run. */
const MOST = 10_000;

type Row = { id: string; ready: boolean; privileges: number };

/**
 * The media that a run is to work on. Whoever asks reads and edits all of them, or nothing begins. What is not ready yet, or has
 * no frames, is left out of what a query finds, and refused where it was named.
 */
export async function choose({ mediaIds, query: asked, count }: Start): Promise<string[]> {
  const ids = asked ? await Media.listIDs(toList(asked), MOST) : (mediaIds ?? []);
  if (ids.length > MOST) throw unfit("/query", `More than ${MOST} media: take fewer at once.`);
  if (count !== undefined && count !== ids.length) throw differs(ids.length);
  const rows = await read(ids);
  const chosen = ids.filter((id, at) => {
    const row = rows.get(id);
    if (!row || !Access.has(row.privileges, "see")) throw Access.missing(id);
    for (const right of ["read", "edit"] as const) Access.check(row.privileges, right);
    if (row.ready || asked) return row.ready;
    throw unfit(`/mediaIds/${at}`, "This is not ready yet, or is neither a video nor a picture.");
  });
  if (chosen.length === 0) throw unfit("/query", "None of these is a video or a picture that is ready.");
  return chosen;
}

const toList = ({ projectId, playlistId, typeId, ...rest }: MediaQuery) => ({
  ...rest,
  ...{ projectID: projectId, playlistID: playlistId, typeID: typeId },
});

async function read(ids: readonly string[]): Promise<Map<string, Row>> {
  const found = await query((db) =>
    sql<Row>`
      with chosen as materialized (
        select e.id, e.scope_id, m.state in ('ready', 'partial') and m.dtype in ('video', 'image') as ready
        from entity e join media m on m.id = e.id where e.id = any (${[...ids]}::text[]) and e.deleted_at is null),
      rights as (
        select e.scope_id, p.privileges from (select distinct scope_id from chosen) e
        cross join ${Access.privilegesOfEntity()})
      select c.id, c.ready, coalesce(r.privileges, 0) as privileges
      from chosen c left join rights r on r.scope_id = c.scope_id`.execute(db),
  );
  return new Map(found.rows.map((row) => [row.id, row]));
}

const unfit = (path: string, message: string) =>
  new AppError("unprocessable", "algorithm.unfit_media", message, { fields: [{ path, message }] });

const differs = (found: number) =>
  new AppError("conflict", "algorithm.count_differs", `These are ${found} media. Look at them again before it runs.`, {
    fields: [{ path: "/count", message: `Not ${found}` }],
  });
