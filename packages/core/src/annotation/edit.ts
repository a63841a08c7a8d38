import { sql } from "kysely";
import { z } from "zod";
import { Access } from "../access/index.ts";
import { AnnotationType } from "../annotation-type/index.ts";
import { record } from "../audit/record.ts";
import { query, transaction } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import { fn } from "../util/index.ts";
import { restoreMark, stale, writeMarks } from "./change.ts";
import { checker } from "./create.ts";
import { computeSegments, refuseStrangers, tracksOf } from "./members.ts";
import { mediaOf, rowOf, Target } from "./one.ts";
import { columnsOf, type Patch } from "./patch.ts";
import { allowEdit } from "./place.ts";
import { type AnyRow, type StateRow, tableOf } from "./rows.ts";
import { type Changed, type Kind, LocalizationPatch, StatePatch } from "./schema.ts";
import { rowsOf, type Selected, Selection, select } from "./select.ts";

/** At once, by one request; each is a row that is written. */
const MOST = 100_000;

const One = Target.extend({ mark: z.number().int().optional() });

/** A change of one annotation. With a layer that only lies over the one it is on, that layer gets its own mark of it. */
export const update = fn(
  One.extend({ patch: z.unknown() }),
  ({ patch: given, mark, ...target }): Promise<Changed> =>
    transaction(async () => {
      const patch = readPatch(target.kind, given);
      const row = await editable(target, mark);
      if (target.kind === "state") await refuseForeign(row as StateRow, patch);
      const [changed] = await write(target.kind, [row], patch, target.layerID);
      if (!changed) throw stale();
      return changed;
    }),
);

export const remove = fn(
  One,
  ({ mark, ...target }): Promise<Changed> =>
    transaction(async () => {
      const row = await editable(target, mark);
      const [changed] = await erase(target.kind, [row], target.layerID);
      if (!changed) throw stale();
      await record({ type: `${target.kind}.deleted`, entityID: mediaOf(row)[0] ?? "", parameters: { count: 1 } });
      return changed;
    }),
);

/** Takes changes back: what an earlier mark had becomes the newest. */
export const restore = fn(
  One.extend({ to: z.number().int().min(1) }),
  ({ mark, to, ...target }): Promise<Changed> =>
    transaction(async () => {
      const row = await editable(target, mark, { deleted: true });
      const [changed] = await restoreMark(target.kind, row.elemental_id, row.layer_id, to);
      if (!changed) throw new AppError("not_found", "annotation.no_such_mark", "It has no such mark.");
      await refreshTracks(target.kind, [row]);
      await record({ type: `${target.kind}.restored`, entityID: mediaOf(row)[0] ?? "", parameters: { mark: to } });
      return changed;
    }),
);

async function editable(target: Target, mark: number | undefined, { deleted = false } = {}): Promise<AnyRow> {
  const row = await rowOf({ ...target, deleted });
  for (const id of mediaOf(row)) await Access.require(id, "edit");
  await Access.require(target.layerID ?? row.layer_id, "edit");
  if (mark !== undefined && row.mark !== mark) throw stale();
  return row;
}

export const Many = Selection.extend({
  /** How many it is to be; where it is another number, nothing happens. */
  count: z.number().int().min(0).optional(),
});

/** The same change of many annotations, all or none. `newLayer` leaves them as they are and writes on that one. */
export const updateMany = fn(
  Many.extend({ patch: z.unknown(), newLayer: z.string().max(64).optional() }),
  ({ patch: given, newLayer, count, ...selection }): Promise<{ count: number }> =>
    transaction(async () => {
      const patch = readPatch(selection.kind, given);
      const rows = await meant(selection, count, newLayer);
      return { count: (await write(selection.kind, rows, patch, newLayer)).length };
    }),
);

export const removeMany = fn(
  Many,
  ({ count, ...selection }): Promise<{ count: number }> =>
    transaction(async () => {
      const rows = await meant(selection, count);
      const { length } = await erase(selection.kind, rows);
      const entityID = selection.mediaID ?? selection.projectID ?? "";
      await record({ type: `${selection.kind}.deleted`, entityID, parameters: { count: length } });
      return { count: length };
    }),
);

function readPatch(kind: Kind, given: unknown): Patch {
  return (kind === "localization" ? LocalizationPatch : StatePatch).parse(given) as Patch;
}

/** Of the rows that are changed, what the change needs to know. */
type Changing = Pick<AnyRow, "id" | "type_id" | "layer_id" | "elemental_id">;

/** The rows a selection means, which the actor may edit every one of. */
async function meant(
  selection: z.output<typeof Selection>,
  count: number | undefined,
  newLayer?: string,
): Promise<Changing[]> {
  if (count === undefined && selection.elementalIDs === undefined)
    throw new AppError(
      "input",
      "annotation.count_wanted",
      "Say how many it is to be: it guards against changing more than is meant.",
      {
        fields: [{ path: "/count", message: "Is wanted with a filter" }],
      },
    );
  const selected = await select(selection);
  const rows = await read(selection.kind, selected);
  if (rows.length > MOST)
    throw new AppError(
      "conflict",
      "annotation.too_many",
      `At most ${MOST.toLocaleString("en")} at once. Narrow the filter.`,
    );
  if (count !== undefined && rows.length !== count)
    throw new AppError(
      "conflict",
      "annotation.count_differs",
      `It is ${rows.length}, not ${count}. Nothing was changed.`,
      {
        fields: [{ path: "/count", message: `It is ${rows.length}` }],
      },
    );
  const layers = newLayer === undefined ? [...new Set(rows.map((row) => row.layer_id))] : [newLayer];
  await allowEdit(
    layers.map((id) => ({ id, path: newLayer === undefined ? "/filter" : "/newLayer" })),
    "layer",
  );
  await refuseReadOnly(selection.kind, rows);
  return rows;
}

async function read(kind: Kind, selected: Selected): Promise<Changing[]> {
  const found = await query((db) =>
    sql<Changing>`
      select l.id, l.type_id, l.layer_id, l.elemental_id from ${rowsOf(kind, selected)} order by l.id limit ${MOST + 1}`.execute(
      db,
    ),
  );
  return found.rows;
}

/** Seeing is not editing: one media among them that is only read, and nothing happens. */
export async function refuseReadOnly(kind: Kind, rows: readonly Pick<Changing, "id">[]): Promise<void> {
  const ids = rows.map(({ id }) => id);
  const media = kind === "localization" ? sql`l.media_id` : sql`unnest(l.media_ids)`;
  const found = await query((db) =>
    sql`
      select from (
        select distinct e.scope_id from (select distinct ${media} as id from ${tableOf(kind)} l where l.id = any (${ids}::bigint[])) d
        join entity e on e.id = d.id
      ) e left join ${Access.privilegesOfEntity()} on true where coalesce(p.privileges, 0) & 4 = 0 limit 1`.execute(db),
  );
  if (found.rows.length > 0) throw Access.denied("edit");
}

/** Writes the change type by type, since what a value becomes depends on it. */
async function write(kind: Kind, rows: readonly Changing[], patch: Patch, layerID?: string): Promise<Changed[]> {
  const ids = [...new Set([...rows.map((row) => row.type_id), ...(patch.typeId ? [patch.typeId] : [])])];
  const types = await AnnotationType.typesOf(ids);
  const checking = checker({ types });
  const written: Changed[] = [];
  const to = patch.typeId === undefined ? undefined : checking.typeOf(patch.typeId, "")?.info;
  const each = [...new Set(rows.map((row) => row.type_id))].flatMap((id) => {
    const from = types.get(id);
    return from ? [{ id, columns: columnsOf(kind, patch, { from, to: to ?? from }, "", checking.fault) }] : [];
  });
  checking.done();
  for (const { id, columns } of each) {
    const some = rows.filter((row) => row.type_id === id).map((row) => row.id);
    written.push(...(await writeMarks(kind, sql`l.id = any (${some}::bigint[])`, columns, layerID)));
  }
  if (written.length !== rows.length) throw stale();
  await refreshTracks(kind, rows);
  const about = layerID ?? rows[0]?.layer_id;
  await record({
    type: `${kind}.changed`,
    ...(about === undefined ? {} : { entityID: about }),
    parameters: { count: written.length, fields: Object.keys(patch) },
  });
  return written;
}

async function erase(kind: Kind, rows: readonly Changing[], layerID?: string): Promise<Changed[]> {
  const ids = rows.map((row) => row.id);
  const written = await writeMarks(kind, sql`l.id = any (${ids}::bigint[])`, { deleted: sql`true` }, layerID);
  if (written.length !== rows.length) throw stale();
  await refreshTracks(kind, rows);
  return written;
}

/** Where tracks are follows from where their members are. */
async function refreshTracks(kind: Kind, rows: readonly Pick<Changing, "elemental_id">[]): Promise<void> {
  const ids = rows.map((row) => row.elemental_id);
  await computeSegments(kind === "state" ? ids : await tracksOf(ids));
}

async function refuseForeign(row: StateRow, patch: Patch): Promise<void> {
  const members = patch.localizationIds ?? patch.addLocalizationIds ?? [];
  const mediaIDs = patch.mediaIds ?? row.media_ids;
  const added = mediaIDs.filter((id) => !row.media_ids.includes(id));
  await allowEdit(
    added.map((id) => ({ id, path: "/mediaIds" })),
    "media",
  );
  await refuseStrangers([{ layerID: row.layer_id, mediaIDs, members, path: "" }]);
}
