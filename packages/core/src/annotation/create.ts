import { sql } from "kysely";
import { z } from "zod";
import * as Actor from "../actor/index.ts";
import type { AnnotationType } from "../annotation-type/index.ts";
import { record } from "../audit/record.ts";
import { query, transaction } from "../database/index.ts";
import { AppError, type FieldError } from "../error/index.ts";
import { fn } from "../util/index.ts";
import { Attributes } from "./attributes.ts";
import { createElementalID } from "./elemental.ts";
import { addMembers, computeSegments, refuseStrangers } from "./members.ts";
import { allowEdit, type Place, placeOf } from "./place.ts";
import { type Changed, MOST, NewLocalization, NewState } from "./schema.ts";
import { faultsOf, stateFaults } from "./shape.ts";

const MOST_FAULTS = 100;

/** A new localization, by the short names of the columns it is sent in. */
export type NewRow = { e: string; l: string; t: string; f: number; k: boolean; a: object; p?: unknown } & Partial<
  Record<"x" | "y" | "w" | "h" | "u" | "v", number | null>
>;

export const createLocalizations = fn(
  z.object({ mediaID: z.string(), items: z.array(NewLocalization).min(1).max(MOST) }),
  ({ mediaID, items }) => transaction(() => draw(mediaID, items)),
);

/** All of them or none, in one statement and one event, however many. */
async function draw(mediaID: string, items: NewLocalization[]): Promise<Changed[]> {
  const place = await placeOf(mediaID);
  const checking = checker(place);
  const rows: NewRow[] = [];
  for (const [i, item] of items.entries()) {
    const path = `/items/${i}`;
    const type = checking.typeOf(item.typeId, path);
    if (!type) continue;
    checking.fault(...faultsOf(type.info.shape, item, path), ...pastEnd(item, place, path));
    rows.push({
      e: item.elementalId ?? createElementalID(),
      l: item.layerId ?? (await place.baseline()),
      t: item.typeId,
      f: item.frame,
      x: item.x,
      y: item.y,
      w: item.width,
      h: item.height,
      u: item.u,
      v: item.v,
      p: item.points,
      a: type.attributes.initial(item.attributes, path, checking.fault),
      k: item.key,
    });
  }
  checking.done();
  await allowLayers(items);
  const made = await insertLocalizations(mediaID, rows);
  await addMembers(items.map(({ trackIds }, i) => ({ trackIds, elementalID: made[i]?.elementalId ?? "" })));
  await record({ type: "localization.created", entityID: mediaID, parameters: { count: made.length } });
  return made;
}

/** Rows as they stand in the database, by one statement. No policy. */
export async function insertLocalizations(mediaID: string, rows: readonly NewRow[]): Promise<Changed[]> {
  const made = await query((db) =>
    sql<Changed>`
      insert into localization (elemental_id, layer_id, media_id, type_id, frame, x, y, width, height, u, v, points, attributes,
        key, mark, latest, deleted, created_by, created_at, modified_by, modified_at)
      select e, l, ${mediaID}, t, f, x, y, w, h, u, v, p, a, k, 1, true, false, ${Actor.userID()}, now(), ${Actor.userID()}, now()
      from json_to_recordset(${JSON.stringify(rows)}::json) r (e uuid, l text, t text, f integer, x double precision,
        y double precision, w double precision, h double precision, u double precision, v double precision, p jsonb, a jsonb, k boolean)
      returning id::text, elemental_id as "elementalId", mark`.execute(db),
  );
  return made.rows;
}

export const createStates = fn(
  z.object({ mediaID: z.string(), items: z.array(NewState).min(1).max(MOST) }),
  ({ mediaID, items }) => transaction(() => say(mediaID, items)),
);

async function say(mediaID: string, items: NewState[]): Promise<Changed[]> {
  const place = await placeOf(mediaID);
  const checking = checker(place);
  const rows: { e: string; l: string; m: string[]; s: string[] }[] = [];
  for (const [i, item] of items.entries()) {
    const path = `/items/${i}`;
    const type = checking.typeOf(item.typeId, path);
    if (!type) continue;
    checking.fault(...stateFaults(type.info.shape, item, path), ...pastEnd(item, place, path));
    rows.push({
      e: item.elementalId ?? createElementalID(),
      l: item.layerId ?? (await place.baseline()),
      m: item.mediaIds ?? [mediaID],
      s: item.localizationIds,
      ...{ t: item.typeId, f: item.frame, g: item.endFrame, c: item.color },
      ...{ a: type.attributes.initial(item.attributes, path, checking.fault) },
    });
  }
  checking.done();
  await allowLayers(items);
  await allowEdit(
    items.flatMap(({ mediaIds = [] }, i) => mediaIds.map((id, j) => ({ id, path: `/items/${i}/mediaIds/${j}` }))),
    "media",
  );
  await refuseStrangers(rows.map(({ l, m, s }, i) => ({ layerID: l, mediaIDs: m, members: s, path: `/items/${i}` })));
  const made = await query((db) =>
    sql<Changed>`
      insert into state (elemental_id, layer_id, type_id, media_ids, frame, end_frame, color, attributes, localization_ids,
        mark, latest, deleted, created_by, created_at, modified_by, modified_at)
      select e, l, t, array(select jsonb_array_elements_text(m)), f, g, c, a, array(select jsonb_array_elements_text(s)::uuid),
        1, true, false, ${Actor.userID()}, now(), ${Actor.userID()}, now()
      from json_to_recordset(${JSON.stringify(rows)}::json) r (e uuid, l text, t text, m jsonb, f integer, g integer, c text,
        a jsonb, s jsonb)
      returning id::text, elemental_id as "elementalId", mark`.execute(db),
  );
  await computeSegments(rows.filter(({ s }) => s.length > 0).map(({ e }) => e));
  await record({ type: "state.created", entityID: mediaID, parameters: { count: made.rows.length } });
  return made.rows;
}

const pastEnd = (
  { frame, endFrame }: { frame: number | null; endFrame?: number | null },
  { frames }: Place,
  path: string,
): FieldError[] =>
  Object.entries({ frame, endFrame })
    .filter(([, value]) => typeof value === "number" && value >= frames)
    .map(([field]) => ({ path: `${path}/${field}`, message: `The media has ${frames} frames, from 0` }));

/** Collects what is wrong, and has the checks of each type made once. */
export function checker(place: Pick<Place, "types">) {
  const faults: FieldError[] = [];
  const known = new Map<string, { info: AnnotationType.Info; attributes: Attributes }>();
  const fault = (...fields: FieldError[]) => {
    if (faults.length < MOST_FAULTS) faults.push(...fields);
  };
  return {
    fault,
    typeOf(id: string, path: string) {
      const seen = known.get(id);
      if (seen) return seen;
      const info = place.types.get(id);
      if (!info) {
        fault({ path: `${path}/typeId`, message: "There is no such annotation type here" });
        return undefined;
      }
      const made = { info, attributes: new Attributes(info.attributes) };
      known.set(id, made);
      return made;
    },
    done() {
      if (faults.length === 0) return;
      throw new AppError("input", "annotation.invalid", "Some annotations cannot be as described.", { fields: faults });
    },
  };
}

const allowLayers = (items: readonly { layerId?: string | undefined }[]) => {
  const first = new Map<string, number>();
  for (const [i, { layerId }] of items.entries())
    if (layerId !== undefined && !first.has(layerId)) first.set(layerId, i);
  return allowEdit(
    [...first].map(([id, i]) => ({ id, path: `/items/${i}/layerId` })),
    "layer",
  );
};
