import { type RawBuilder, sql } from "kysely";
import { type Selected, select } from "../annotation/select.ts";
import { toInfo } from "../annotation-type/read.ts";
import type { Info as Type } from "../annotation-type/schema.ts";
import { query, type Row } from "../database/index.ts";
import { Layer } from "../layer/index.ts";
import type { Drawn, Pictured, Source, Stated } from "./item.ts";
import type { Export } from "./schema.ts";

/** Rows held at once. */
const BATCH_ROWS = 8_192;
const MEDIA_AT_ONCE = 200;

type Asked = Pick<Export, "projectId" | "mediaIds" | "layers" | "types" | "filter">;
type Reading = {
  drawn: Selected;
  tracks: Selected;
  stated: Selected | undefined;
  scopes: string[];
  mediaIDs: string[] | undefined;
  types: Map<string, Type>;
  names: Map<string, string>;
};

/**
 * What is asked for, as far as whoever acts sees it, to be read once from beginning to end. Every batch is a query along an index, so
 * that what is in memory does not grow with what there is.
 */
export async function openSource(asked: Asked): Promise<Source> {
  const { projectId: projectID, mediaIds, layers, types, filter } = asked;
  const { scopes } = await Layer.inProject(projectID);
  const of = { projectID, ...(layers ? { layers } : {}) };
  const chosen = { ...of, ...(types ? { types } : {}) };
  const drawn = await select({ ...chosen, kind: "localization", ...(filter ? { filter } : {}) });
  const tracks = await select({ ...of, kind: "state" });
  const stated = filter ? undefined : await select({ ...chosen, kind: "state" });
  const known = await typesFor(projectID, scopes);
  const names = await namesOf([...new Set([...drawn.layers, ...tracks.layers])]);
  const reading = {
    ...{ drawn, tracks, stated, scopes, names },
    mediaIDs: mediaIds ?? undefined,
    types: new Map(known.map((type) => [type.id, type])),
  };
  return {
    types: types ? known.filter(({ id }) => types.includes(id)) : known,
    drawn: () => allDrawn(reading),
    stated: () => allStated(reading),
  };
}

/** Types of the project, of those around it and of those in it: all that anything in it is drawn with. */
async function typesFor(projectID: string, scopes: string[]): Promise<Type[]> {
  const found = await query((db) =>
    sql<Row<"annotation_type">>`
      select t.* from annotation_type t
      where t.deleted_at is null and t.project_id = any (
        ${scopes}::text[] || (select array_agg(a.ancestor_id) from scope_above a where a.scope_id = ${projectID}))
      order by t.position, lower(t.name), t.id`.execute(db),
  );
  return found.rows.map(toInfo);
}

async function namesOf(ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await query((db) => db.selectFrom("entity").select(["id", "name"]).where("id", "in", ids).execute());
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function* allDrawn(reading: Reading): AsyncGenerator<Drawn[]> {
  for await (const media of allMedia(reading)) {
    for (const group of grouped(media)) {
      const pictured = new Map(group.map((one) => [one.id, one]));
      const tracks = await tracksOf(reading, [...pictured.keys()]);
      let after: { frame: number; id: number } | undefined;
      for (;;) {
        const rows = await drawnOn(reading, [...pictured.keys()], after);
        const last = rows.at(-1);
        yield rows.flatMap((row) => toDrawn(row, reading, pictured, tracks));
        if (!last || rows.length < BATCH_ROWS) break;
        after = last;
      }
    }
  }
}

type Counted = Pictured & { n: number };

/** Media one after the other, with how many rows each has, up to one more than are held at once. */
async function* allMedia({ scopes, mediaIDs }: Reading): AsyncGenerator<Counted[]> {
  for (const scope of scopes) {
    let after: { id: string; place: string } | undefined;
    for (;;) {
      const beyond = after ? sql`(e.created_at, e.id) > (${after.place}::timestamptz, ${after.id})` : sql`true`;
      const found = await query((db) =>
        sql<Counted & { place: string }>`
          select e.id, e.name, e.created_at::text as place, m.dtype, m.width, m.height, m.frames,
            m.fps_num::double precision / nullif(m.fps_den, 0) as fps,
            (select count(*) from (select from localization l
              where l.media_id = e.id and l.latest and not l.deleted limit ${BATCH_ROWS + 1}) l) as n
          from (
            select e.id, e.name, e.created_at from entity e
            where e.scope_id = ${scope} and e.kind = 'media' and e.deleted_at is null and ${beyond}
              ${mediaIDs ? sql`and e.id = any (${mediaIDs}::text[])` : sql``}
            order by e.created_at, e.id limit ${MEDIA_AT_ONCE}) e join media m on m.id = e.id
          order by e.created_at, e.id`.execute(db),
      );
      after = found.rows.at(-1);
      yield found.rows.filter(({ n }) => n > 0);
      if (!after || found.rows.length < MEDIA_AT_ONCE) break;
    }
  }
}

/** Media that are read together: many with little, or one with much. */
function grouped(media: Counted[]): Counted[][] {
  const groups: Counted[][] = [];
  let rows = 0;
  for (const one of media) {
    const group = groups.at(-1);
    if (group && rows + one.n < BATCH_ROWS) group.push(one);
    else groups.push([one]);
    rows = group && rows + one.n < BATCH_ROWS ? rows + one.n : one.n;
  }
  return groups;
}

type DrawnRow = Row<"localization"> & { id: number };

/** Each layer is walked along its index; only one media alone is ever read in several batches. */
async function drawnOn(
  { drawn: { layers, condition } }: Reading,
  mediaIDs: string[],
  after: { frame: number; id: number } | undefined,
): Promise<DrawnRow[]> {
  const beyond: RawBuilder<unknown> = after ? sql`(l.frame, l.id) > (${after.frame}, ${after.id})` : sql`true`;
  const found = await query((db) =>
    sql<DrawnRow>`
      select l.* from unnest(${mediaIDs}::text[]) d(id) cross join unnest(${layers}::text[]) y(id) cross join lateral (
        select l.* from localization l
        where l.media_id = d.id and l.layer_id = y.id and ${condition} and ${beyond}
        order by l.frame, l.id limit ${BATCH_ROWS}) l
      order by l.media_id, l.frame, l.id limit ${BATCH_ROWS}`.execute(db),
  );
  return found.rows;
}

async function tracksOf(
  { tracks: { layers, condition } }: Reading,
  mediaIDs: string[],
): Promise<Map<string, string[]>> {
  const found = await query((db) =>
    sql<{ track: string; members: string[] }>`
      select l.elemental_id as track, to_json(l.localization_ids) as members from state l
      where l.media_ids && ${mediaIDs}::text[] and l.layer_id = any (${layers}::text[]) and ${condition}
        and l.localization_ids <> '{}'
      order by l.id`.execute(db),
  );
  const tracks = new Map<string, string[]>();
  for (const { track, members } of found.rows)
    for (const member of members) tracks.set(member, [...(tracks.get(member) ?? []), track]);
  return tracks;
}

const said = (row: Row<"localization"> | Row<"state">, { names }: Reading, type: Type) => ({
  elementalId: row.elemental_id,
  layer: names.get(row.layer_id) ?? "",
  type,
  attributes: row.attributes,
  createdBy: row.created_by,
  createdAt: row.created_at.toISOString(),
  modifiedBy: row.modified_by,
  modifiedAt: row.modified_at.toISOString(),
});

function toDrawn(
  row: DrawnRow,
  reading: Reading,
  media: Map<string, Pictured>,
  tracks: Map<string, string[]>,
): Drawn[] {
  const type = reading.types.get(row.type_id);
  const of = media.get(row.media_id);
  if (!type || !of) return [];
  const { frame, x, y, width, height, u, v, points, key } = row;
  const where = { frame, x, y, width, height, u, v, points, key };
  return [{ ...said(row, reading, type), media: of, ...where, tracks: tracks.get(row.elemental_id) ?? [] }];
}

type StatedRow = Row<"state"> & { id: number; media: { id: string; name: string }[] };

async function* allStated(reading: Reading): AsyncGenerator<Stated[]> {
  if (!reading.stated) return;
  const { layers, condition } = reading.stated;
  const of = reading.mediaIDs ? sql`l.media_ids && ${reading.mediaIDs}::text[]` : sql`true`;
  for (const layer of layers) {
    for (let after = 0; ; ) {
      const found = await query((db) =>
        sql<StatedRow>`
          select l.*, (select json_agg(json_build_object('id', m.id, 'name', m.name) order by o.at)
            from unnest(l.media_ids) with ordinality o(id, at) join entity m on m.id = o.id) as media
          from state l where l.layer_id = ${layer} and l.id > ${after} and ${condition} and ${of}
          order by l.id limit ${BATCH_ROWS}`.execute(db),
      );
      yield found.rows.flatMap((row) => {
        const type = reading.types.get(row.type_id);
        const { media, frame, color } = row;
        return type ? [{ ...said(row, reading, type), media, frame, endFrame: row.end_frame, color }] : [];
      });
      if (found.rows.length < BATCH_ROWS) break;
      after = found.rows.at(-1)?.id ?? after;
    }
  }
}
