import { sql, type Transaction } from "kysely";
import * as Actor from "../actor/index.ts";
import type { Schema } from "../database/index.ts";
import { createID } from "../id/index.ts";

/** What each original became. */
export type Ids = Map<string, string>;
const pairs = (ids: Ids) => sql`unnest(${[...ids.keys()]}::text[], ${[...ids.values()]}::text[]) as m (old_id, new_id)`;

export async function copyEntities(
  tx: Transaction<Schema>,
  { ids, rootID, place }: { ids: Ids; rootID: string; place: { id: string; parentID: string | null } },
): Promise<void> {
  await sql`
    insert into entity (id, kind, parent_id, scope_id, namespace_id, slug, name, description, attributes, tags, created_by)
    select m.new_id, e.kind,
      case when e.id = ${rootID} then ${place.parentID} else p.new_id end,
      case when e.kind = 'project' then m.new_id else p.new_id end,
      case when e.id = ${rootID} and ${place.parentID}::text is null then ${place.id} end,
      e.slug, e.name, e.description, e.attributes, e.tags, ${Actor.userID()}
    from ${pairs(ids)} join entity e on e.id = m.old_id
    left join (select * from ${pairs(ids)}) p on p.old_id = e.parent_id`.execute(tx);
}

export async function copyKinds(tx: Transaction<Schema>, ids: Ids): Promise<void> {
  await sql`insert into project (id, readme, copied_from)
    select m.new_id, p.readme, p.id from ${pairs(ids)} join project p on p.id = m.old_id`.execute(tx);
  await sql`insert into file (id, bytes, content_type, key, etag, sha256, sha256_verified_at)
    select m.new_id, f.bytes, f.content_type, f.key, f.etag, f.sha256, f.sha256_verified_at
    from ${pairs(ids)} join file f on f.id = m.old_id`.execute(tx);
  // A table whose file is not among what was copied still names its source, which only who may see it is shown.
  await sql`insert into table_ (id, file_id, run_id, options, current_version)
    select m.new_id, coalesce(s.new_id, t.file_id), t.run_id, t.options, t.current_version
    from ${pairs(ids)} join table_ t on t.id = m.old_id left join (select * from ${pairs(ids)}) s on s.old_id = t.file_id`.execute(
    tx,
  );
  await sql`insert into table_version (table_id, version, run_id, key, bytes, etag, rows, columns, report, created_at)
    select m.new_id, v.version, v.run_id, v.key, v.bytes, v.etag, v.rows, v.columns, v.report, v.created_at
    from ${pairs(ids)} join table_version v on v.table_id = m.old_id`.execute(tx);
  await sql`insert into function (id, kind, entity_id, name, description, revision, signature)
    select m.new_id, f.kind, m.new_id, f.name, f.description, f.revision, f.signature
    from ${pairs(ids)} join function f on f.entity_id = m.old_id`.execute(tx);
  await sql`insert into script (id, language, version, header, problems)
    select m.new_id, s.language, s.version, s.header, s.problems from ${pairs(ids)} join script s on s.id = m.old_id`.execute(
    tx,
  );
  await sql`insert into script_version (script_id, version, language, source, sha256, restored_from, created_by, created_at)
    select m.new_id, v.version, v.language, v.source, v.sha256, v.restored_from, v.created_by, v.created_at
    from ${pairs(ids)} join script_version v on v.script_id = m.old_id`.execute(tx);
  // A copied model learned from the copy of its table, which holds the same rows; where that was not copied, from the table itself.
  await sql`insert into model (id, table_id, table_version, run_id, task, method, outcome, features, outcome_key, feature_keys,
      parameters, settings, seed, rows, metrics, plots, tries, difference, seconds, key, sha256, bytes)
    select m.new_id, coalesce(s.new_id, o.table_id), o.table_version, o.run_id, o.task, o.method, o.outcome, o.features,
      o.outcome_key, o.feature_keys, o.parameters, o.settings, o.seed, o.rows, o.metrics, o.plots, o.tries, o.difference,
      o.seconds, o.key, o.sha256, o.bytes
    from ${pairs(ids)} join model o on o.id = m.old_id left join (select * from ${pairs(ids)}) s on s.old_id = o.table_id`.execute(
    tx,
  );
  await sql`insert into notebook (id, version, problems)
    select m.new_id, n.version, n.problems from ${pairs(ids)} join notebook n on n.id = m.old_id`.execute(tx);
  // What was made of a video is shared like its original, the file, which has its copy where it was copied as well.
  await sql`insert into media (id, dtype, type_id, file_id, fingerprint, state, width, height, frames, fps_num, fps_den, duration,
      start_time, variable, codec, rotation, probe, problems, run_id, source_url, multi, live)
    select m.new_id, o.dtype, o.type_id, coalesce(s.new_id, o.file_id), o.fingerprint, o.state, o.width, o.height, o.frames,
      o.fps_num, o.fps_den, o.duration, o.start_time, o.variable, o.codec, o.rotation, o.probe, o.problems, o.run_id, o.source_url,
      o.multi, o.live
    from ${pairs(ids)} join media o on o.id = m.old_id left join (select * from ${pairs(ids)}) s on s.old_id = o.file_id`.execute(
    tx,
  );
  await sql`insert into media_rendition (media_id, name, role, key, index_key, bytes, width, height, frames, codec, mime, bit_rate,
      sha256, details, created_at)
    select m.new_id, r.name, r.role, r.key, r.index_key, r.bytes, r.width, r.height, r.frames, r.codec, r.mime, r.bit_rate,
      r.sha256, r.details, r.created_at
    from ${pairs(ids)} join media_rendition r on r.media_id = m.old_id`.execute(tx);
  await sql`insert into notebook_version
      (notebook_id, version, key, bytes, sha256, kernel, language, cells, restored_from, created_by, created_at)
    select m.new_id, v.version, v.key, v.bytes, v.sha256, v.kernel, v.language, v.cells, v.restored_from, v.created_by, v.created_at
    from ${pairs(ids)} join notebook_version v on v.notebook_id = m.old_id`.execute(tx);
}

/**
 * Values of attributes are valid by the types of the projects around them: those of what is copied come along, and those from
 * further out come to the copy itself, the nearest of one name. A name that has a meaning where the copy goes keeps that one.
 */
export async function copyTypes(
  tx: Transaction<Schema>,
  { ids, rootID, parentID }: { ids: Ids; rootID: string; parentID: string | null },
): Promise<void> {
  const found = await sql<{ id: string; project_id: string }>`
    with taken as (
      select t.name from scope s join attribute_type t on t.project_id = any (s.ancestors) and t.deleted_at is null
      where s.id = ${parentID})
    select t.id, m.new_id as project_id from ${pairs(ids)} join attribute_type t on t.project_id = m.old_id
    where t.deleted_at is null and m.old_id <> ${rootID} and t.name not in (select name from taken)
    union all
    (select distinct on (t.name) t.id, ${ids.get(rootID)}::text from scope s
      cross join lateral unnest(s.ancestors) with ordinality a (id, at)
      join attribute_type t on t.project_id = a.id and t.deleted_at is null
      where s.id = ${rootID} and t.name not in (select name from taken) order by t.name, a.at desc)`.execute(tx);
  const types = found.rows.map(({ id }) => id);
  const made = types.map(() => createID("attributeType"));
  const projects = found.rows.map(({ project_id }) => project_id);
  await sql`
    insert into attribute_type (id, project_id, name, dtype, description, required, visible, position, section, style, kinds,
      options, created_by)
    select m.new_id, m.project_id, t.name, t.dtype, t.description, t.required, t.visible, t.position, t.section, t.style, t.kinds,
      t.options, ${Actor.userID()}
    from unnest(${types}::text[], ${made}::text[], ${projects}::text[]) m (old_id, new_id, project_id)
    join attribute_type t on t.id = m.old_id`.execute(tx);
}
