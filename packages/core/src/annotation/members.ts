import { sql } from "kysely";
import * as Actor from "../actor/index.ts";
import { query } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import { Layer } from "../layer/index.ts";
import { allowEdit } from "./place.ts";

/** Localizations that join tracks: each track gets one new mark. */
export async function addMembers(
  joining: readonly { trackIds: readonly string[]; elementalID: string }[],
): Promise<void> {
  const pairs = joining.flatMap(({ trackIds, elementalID }) => trackIds.map((track) => ({ track, elementalID })));
  if (pairs.length === 0) return;
  const tracks = [...new Set(pairs.map(({ track }) => track))];
  const found = await query((db) =>
    sql<{ elemental_id: string; layer_id: string }>`
      select s.elemental_id, s.layer_id from state s join annotation_type t on t.id = s.type_id and t.shape = 'track'
      where s.elemental_id = any (${tracks}::uuid[]) and s.latest and not s.deleted`.execute(db),
  );
  const known = new Set(found.rows.map((row) => row.elemental_id));
  const fields = joining.flatMap(({ trackIds }, i) =>
    trackIds.flatMap((id, j) =>
      known.has(id.toLowerCase()) ? [] : [{ path: `/items/${i}/trackIds/${j}`, message: "There is no such track" }],
    ),
  );
  if (fields.length > 0)
    throw new AppError("input", "annotation.invalid", "Some annotations cannot be as described.", { fields });
  await allowEdit(
    [...new Set(found.rows.map(({ layer_id }) => layer_id))].map((id) => ({ id, path: "/items" })),
    "layer",
  );
  await query((db) =>
    sql`
      with joining as (
        select track::uuid, array_agg(member::uuid) as members
        from unnest(${pairs.map(({ track }) => track)}::text[], ${pairs.map(({ elementalID }) => elementalID)}::text[]) p(track, member)
        group by 1
      ), before as (
        update state s set latest = false from joining j
        where s.elemental_id = j.track and s.latest and not s.deleted
        returning s.*, j.members as joined
      )
      insert into state (elemental_id, layer_id, type_id, media_ids, frame, end_frame, color, attributes, localization_ids,
        segments, mark, latest, deleted, created_by, created_at, modified_by, modified_at)
      select elemental_id, layer_id, type_id, media_ids, frame, end_frame, color, attributes, localization_ids || joined,
        segments, mark + 1, true, false, created_by, created_at, ${Actor.userID()}, now()
      from before`.execute(db),
  );
  await computeSegments(tracks);
}

/** Works out anew where tracks are: the stretches of consecutive frames of their members. Says nothing new, so it is no mark. */
export async function computeSegments(tracks: readonly string[]): Promise<void> {
  if (tracks.length === 0) return;
  await query((db) =>
    sql`
      with here as (
        select distinct s.id, l.frame from state s cross join unnest(s.localization_ids) m(id)
        join localization l on l.elemental_id = m.id and l.latest and not l.deleted and l.media_id = any (s.media_ids)
        where s.elemental_id = any (${[...tracks]}::uuid[]) and s.latest and not s.deleted
      ), islands as (
        select id, frame, frame - row_number() over (partition by id order by frame) as island from here
      ), stretches as (
        select id, min(frame) as first, max(frame) as last from islands group by id, island
      ), known as (
        select id, jsonb_agg(jsonb_build_array(first, last) order by first) as segments from stretches group by id
      )
      update state s set segments = coalesce(k.segments, '[]') from state o left join known k on k.id = o.id
      where o.elemental_id = any (${[...tracks]}::uuid[]) and o.latest and s.id = o.id
        and s.segments is distinct from coalesce(k.segments, '[]')`.execute(db),
  );
}

/** The tracks that any of these localizations are members of. */
export async function tracksOf(localizations: readonly string[]): Promise<string[]> {
  const found = await query((db) =>
    sql<{ id: string }>`
      select distinct elemental_id as id from state
      where localization_ids && ${[...localizations]}::uuid[] and latest and not deleted`.execute(db),
  );
  return found.rows.map(({ id }) => id);
}

type Membership = { layerID: string; mediaIDs: string[]; members: readonly string[]; path: string };

/** Members of a track are localizations of its media, in its layer or one below. */
export async function refuseStrangers(tracks: readonly Membership[]): Promise<void> {
  const having = tracks.filter(({ members }) => members.length > 0);
  if (having.length === 0) return;
  const stacks = new Map<string, string[]>();
  for (const id of new Set(having.map(({ layerID }) => layerID))) stacks.set(id, (await Layer.stack([id])).layers);
  const asked = having.map(({ layerID, mediaIDs, members }, i) => ({
    i,
    m: members,
    d: mediaIDs,
    l: stacks.get(layerID),
  }));
  const found = await query((db) =>
    sql<{ i: number; at: number }>`
      select r.i, m.at::integer - 1 as at
      from json_to_recordset(${JSON.stringify(asked)}::json) r (i integer, m jsonb, d jsonb, l jsonb)
      cross join jsonb_array_elements_text(r.m) with ordinality m(id, at)
      where not exists (
        select from localization l where l.elemental_id = m.id::uuid and l.latest and not l.deleted
          and r.l ? l.layer_id and r.d ? l.media_id)
      limit 100`.execute(db),
  );
  if (found.rows.length === 0) return;
  throw new AppError("input", "annotation.invalid", "Some annotations cannot be as described.", {
    fields: found.rows.map(({ i, at }) => ({
      path: `${having[i]?.path ?? ""}/localizationIds/${at}`,
      message: "There is no such localization of its media and layer",
    })),
  });
}
