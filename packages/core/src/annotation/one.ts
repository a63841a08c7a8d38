import { sql } from "kysely";
import { z } from "zod";
import { Access } from "../access/index.ts";
import { query } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import { Layer } from "../layer/index.ts";
import { fn } from "../util/index.ts";
import { type AnyRow, tableOf, toInfo, withTracks } from "./rows.ts";
import { Kind, type Localization, type State } from "./schema.ts";

export const Target = z.object({
  kind: Kind,
  elementalID: z.string(),
  /** Of several the one that was changed last, where none is named. */
  layerID: z.string().optional(),
});
export type Target = z.output<typeof Target>;

const UUID = z.uuid();
const MOST_MARKS = 1_000;

/** The newest mark of an annotation, as a layer has it or one it is drawn over. A deleted one is told only to who undoes that. */
export const get = fn(
  Target.extend({ deleted: z.boolean().default(false) }),
  async (target): Promise<Localization | State> => toInfo(target.kind, await rowOf(target)),
);

export async function rowOf({
  kind,
  elementalID,
  layerID,
  deleted = false,
}: Target & { deleted?: boolean }): Promise<AnyRow> {
  if (!UUID.safeParse(elementalID).success) throw missing(kind);
  const rows = await marksOf(kind, elementalID, sql`l.latest`);
  const stack = await Layer.stack(
    layerID === undefined ? [...new Set(rows.map((row) => row.layer_id))] : await Layer.among([layerID]),
  );
  const near = (row: AnyRow) =>
    row.layer_id === layerID ? 0 : stack.pairs.findIndex(({ under }) => under === row.layer_id) + 1;
  const seen = rows.filter((row) => stack.layers.includes(row.layer_id));
  const [first] =
    layerID === undefined
      ? seen.toSorted((a, b) => Number(b.modified_at) - Number(a.modified_at))
      : seen.toSorted((a, b) => near(a) - near(b));
  if (!first || (first.deleted && !deleted)) throw missing(kind);
  await readMedia(first, kind);
  return first;
}

/** All that an annotation was in a layer, newest first. */
export const marks = fn(Target, async (target): Promise<(Localization | State)[]> => {
  const row = await rowOf({ ...target, deleted: true });
  const rows = await marksOf(target.kind, target.elementalID, sql`l.layer_id = ${row.layer_id}`);
  return rows.map((one) => toInfo(target.kind, one));
});

async function marksOf(kind: Kind, elementalID: string, where: ReturnType<typeof sql>): Promise<AnyRow[]> {
  const layers = await query((db) =>
    sql<{
      id: string;
    }>`select distinct layer_id as id from ${tableOf(kind)} where elemental_id = ${elementalID}::uuid`.execute(db),
  );
  const seen = await Layer.among(layers.rows.map(({ id }) => id));
  const found = await query((db) =>
    sql<AnyRow>`
      select l.* from ${tableOf(kind)} l
      where l.elemental_id = ${elementalID}::uuid and ${where} and l.layer_id = any (${seen}::text[])
      order by l.mark desc limit ${MOST_MARKS}`.execute(db),
  );
  return withTracks(kind, found.rows, seen);
}

/** It is seen by who reads all media it is of. */
async function readMedia(row: AnyRow, kind: Kind): Promise<void> {
  for (const id of mediaOf(row)) if (!Access.has(await Access.effective(id), "read")) throw missing(kind);
}

export const mediaOf = (row: AnyRow): string[] => ("media_id" in row ? [row.media_id] : row.media_ids);

export const missing = (kind: Kind): AppError =>
  new AppError("not_found", `${kind}.not_found`, `There is no such ${kind} that you can see.`);
