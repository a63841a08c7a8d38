import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { Access } from "../access/index.ts";
import { record } from "../audit/record.ts";
import { query, transaction } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import { Layer } from "../layer/index.ts";
import { fn } from "../util/index.ts";
import { writeMarks } from "./change.ts";
import { refuseReadOnly } from "./edit.ts";
import { computeSegments } from "./members.ts";
import { type AnyRow, keptColumns, tableOf, toInfo } from "./rows.ts";
import { Kind, Localization, State } from "./schema.ts";

const MOST = 1_000;
const MOST_MERGED = 100_000;

/** What a layer says otherwise than another: `theirs` is what the other has of it, null where it has nothing. */
export const Difference = z.object({
  kind: Kind,
  elementalId: z.string(),
  change: z.enum(["added", "changed", "deleted"]),
  ours: z.union([Localization, State]).nullable(),
  theirs: z.union([Localization, State]).nullable(),
});
export type Difference = z.infer<typeof Difference>;

const Between = z.object({ layerID: z.string(), otherID: z.string(), kind: Kind });

/** The differences of a layer from another, by elemental id; the first thousand after a place. */
export const compare = fn(
  Between.extend({ after: z.uuid().optional(), limit: z.number().int().min(1).max(MOST).default(MOST) }),
  async ({ layerID, otherID, kind, after, limit }) => {
    for (const id of [layerID, otherID]) await Access.require(id, "read");
    const scopes = await readableMedia(kind, [layerID, otherID]);
    const found = await query((db) =>
      sql<{ ours: number | null; theirs: number | null; elemental_id: string }>`
        select a.elemental_id, a.id as ours, b.id as theirs ${differing(kind, layerID, otherID)}
          and ${after === undefined ? sql`true` : sql`a.elemental_id > ${after}::uuid`} and ${scopes}
        order by a.elemental_id limit ${limit + 1}`.execute(db),
    );
    const shown = found.rows.slice(0, limit);
    const rows = await rowsOf(kind, shown);
    const items = shown.flatMap(({ ours, theirs, elemental_id }) => {
      const [own, other] = [rows.get(ours), rows.get(theirs)];
      return own ? [{ ...toDifference(kind, own, other), elementalId: elemental_id }] : [];
    });
    return { items, next: found.rows.length > limit ? (shown.at(-1)?.elemental_id ?? null) : null };
  },
);

/** Writes what a layer says otherwise onto another, as marks there that can be taken back. The layer itself stays as it is. */
export const mergeInto = fn(
  Between.omit({ kind: true }).extend({ elementalIDs: z.array(z.uuid()).min(1).max(MOST_MERGED).optional() }),
  ({ layerID, otherID, elementalIDs }): Promise<{ localizations: number; states: number }> =>
    transaction(async () => {
      await Access.require(layerID, "read");
      await Access.require(otherID, "edit");
      const localizations = await merge("localization", layerID, otherID, elementalIDs);
      const states = await merge("state", layerID, otherID, elementalIDs);
      await record({ type: "layer.merged", entityID: otherID, parameters: { from: layerID, localizations, states } });
      return { localizations, states };
    }),
);

async function merge(kind: Kind, layerID: string, otherID: string, only: string[] | undefined): Promise<number> {
  const chosen = only ? sql`a.elemental_id = any (${only}::uuid[])` : sql`true`;
  const found = await query((db) =>
    sql<{ id: number; type_id: string; layer_id: string; elemental_id: string; deleted: boolean }>`
      select a.id, a.type_id, a.layer_id, a.elemental_id, a.deleted ${differing(kind, layerID, otherID)} and ${chosen}
      limit ${MOST_MERGED + 1}`.execute(db),
  );
  if (found.rows.length > MOST_MERGED)
    throw new AppError(
      "conflict",
      "layer.too_many",
      `At most ${MOST_MERGED.toLocaleString("en")} at once. Choose some of them.`,
    );
  await refuseReadOnly(kind, found.rows);
  for (const deleted of [false, true]) {
    const ids = found.rows.filter((row) => row.deleted === deleted).map(({ id }) => id);
    if (ids.length > 0)
      await writeMarks(kind, sql`l.id = any (${ids}::bigint[])`, { deleted: sql`${deleted}` }, otherID);
  }
  if (kind === "state") await computeSegments(found.rows.map((row) => row.elemental_id));
  return found.rows.length;
}

/** Newest rows `a` of a layer that say something else than those `b` of the other, which may have none. */
function differing(kind: Kind, layerID: string, otherID: string): RawBuilder<unknown> {
  const table = tableOf(kind);
  const columns = ["type_id", "attributes", "deleted", ...keptColumns(kind).filter((name) => name !== "segments")];
  const parts = (alias: string) => sql.join(columns.map((name) => sql.ref(`${alias}.${name}`)));
  return sql`from ${table} a left join ${table} b on b.layer_id = ${otherID} and b.elemental_id = a.elemental_id and b.latest
    where a.layer_id = ${layerID} and a.latest and not (a.deleted and coalesce(b.deleted, true))
      and (b.id is null or (${parts("a")}) is distinct from (${parts("b")}))`;
}

async function readableMedia(kind: Kind, layers: readonly string[]): Promise<RawBuilder<unknown>> {
  const seen = await Layer.among(layers);
  const media = kind === "localization" ? sql`array[a.media_id]` : sql`a.media_ids`;
  return sql`a.layer_id = any (${seen}::text[]) and not exists (
    select from unnest(${media}) o(id) left join entity m on m.id = o.id and m.deleted_at is null and ${Layer.mediaReadable()} where m.id is null)`;
}

async function rowsOf(kind: Kind, pairs: readonly { ours: number | null; theirs: number | null }[]) {
  const ids = pairs.flatMap(({ ours, theirs }) => [ours, theirs]).filter((id) => id !== null);
  const found = await query((db) =>
    sql<AnyRow>`select * from ${tableOf(kind)} where id = any (${ids}::bigint[])`.execute(db),
  );
  return new Map<number | null, AnyRow>(found.rows.map((row) => [row.id, row]));
}

const toDifference = (kind: Kind, own: AnyRow, other: AnyRow | undefined): Omit<Difference, "elementalId"> => ({
  kind,
  change: own.deleted ? "deleted" : other === undefined || other.deleted ? "added" : "changed",
  ours: toInfo(kind, own),
  theirs: other ? toInfo(kind, other) : null,
});
