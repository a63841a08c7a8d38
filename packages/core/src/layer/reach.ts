import { type RawBuilder, sql } from "kysely";
import { Access } from "../access/index.ts";
import { query } from "../database/index.ts";

/**
 * That the actor reads what lies in the scope of row `alias`: the one policy of annotations. Asked for the few layers and folders there
 * are, one by one; a set of all scopes of the actor would cost more than the page that is read.
 */
const readable = (alias: string): RawBuilder<boolean> => sql<boolean>`exists (
  select from (select f.privileges from ${Access.effectivePrivileges()} f where f.scope_id = ${sql.ref(`${alias}.scope_id`)} offset 0) p
  where p.privileges & 2 <> 0)`;

/** That media `m` is one the actor reads. */
export const mediaReadable = (): RawBuilder<boolean> => readable("m");

export type Reach = {
  /** Layers that the actor reads. */
  layers: string[];
  /** Scopes that the actor reads: of media in them, what lies on these layers is seen. */
  scopes: string[];
};

/**
 * What of a project's annotations the actor sees: layers in it, below and around it, and media in it and below. Rights only add up, so
 * who reads a project reads what lies in it; what is around it is asked for.
 */
export async function inProject(projectID: string): Promise<Reach> {
  await Access.require(projectID, "read");
  const found = await query((db) =>
    sql<Reach>`
      with below as materialized (select a.scope_id from scope_above a where a.ancestor_id = ${projectID}),
      layers as (
        select e.id from below b join entity e on e.scope_id = b.scope_id and e.kind = 'layer' and e.deleted_at is null
        union
        select e.id from scope s join entity e on e.parent_id = any (s.ancestors) and e.kind = 'layer' and e.deleted_at is null
        where s.id = ${projectID} and ${readable("e")})
      select array(select id from layers order by id) as layers, array(select scope_id from below) as scopes`.execute(
      db,
    ),
  );
  return found.rows[0] ?? { layers: [], scopes: [] };
}

/** Layers that something lies on in one media, as far as the actor reads them: a few probes of an index, however much is drawn. */
export async function ofMedia(mediaID: string): Promise<string[]> {
  const next = (after: RawBuilder<unknown>) => sql`
    (select l.layer_id from localization l
      where l.media_id = ${mediaID} and l.latest and not l.deleted and l.layer_id > ${after} order by l.layer_id limit 1)`;
  const found = await query((db) =>
    sql<{ id: string }>`
      with recursive drawn as (
        select ${next(sql`''`)} as id
        union all select ${next(sql`d.id`)} from drawn d where d.id is not null
      ), used as (
        select id from drawn where id is not null
        union select s.layer_id from state s where s.media_ids @> array[${mediaID}::text] and s.latest and not s.deleted)
      select e.id from used join entity e on e.id = used.id and e.deleted_at is null
      where ${readable("e")} order by e.id`.execute(db),
  );
  return found.rows.map(({ id }) => id);
}

/** Which of these layers the actor reads. */
export async function among(ids: readonly string[]): Promise<string[]> {
  const found = await query((db) =>
    sql<{ id: string }>`
      select e.id from entity e join layer y on y.id = e.id
      where e.id = any (${[...ids]}::text[]) and e.deleted_at is null and ${readable("e")}`.execute(db),
  );
  const seen = new Set(found.rows.map(({ id }) => id));
  return ids.filter((id) => seen.has(id));
}
