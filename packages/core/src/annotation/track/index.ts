import { sql } from "kysely";
import { z } from "zod";
import { Access } from "../../access/index.ts";
import { record } from "../../audit/record.ts";
import { query, transaction } from "../../database/index.ts";
import { AppError } from "../../error/index.ts";
import { Layer } from "../../layer/index.ts";
import { fn } from "../../util/index.ts";
import { stale, writeMarks } from "../change.ts";
import { insertLocalizations, type NewRow } from "../create.ts";
import { createElementalID } from "../elemental.ts";
import { computeSegments, tracksOf } from "../members.ts";
import { missing, rowOf } from "../one.ts";
import type { LocalizationRow, StateRow } from "../rows.ts";
import { Changed } from "../schema.ts";
import { extended, gaps } from "./geometry.ts";

export * as Track from "./index.ts";

const MOST_FRAMES = 10_000;
const MOST_MEMBERS = 100_000;
const UNBOUNDED = Number.MAX_SAFE_INTEGER;

/** What was done to a track: its new mark, and localizations that came and went. */
export const Outcome = z.object({ track: Changed, created: z.array(Changed), deleted: z.array(z.string()) });
export type Outcome = z.infer<typeof Outcome>;

const Target = z.object({ elementalID: z.string(), layerID: z.string().optional() });
export const Merge = z.strictObject({ trackIds: z.array(z.uuid()).min(1).max(100) });
export const Trim = z.strictObject({
  frame: z.number().int().min(0),
  /** Which end goes: what is before the frame, or what is after it. */
  end: z.enum(["start", "end"]),
});
export const Extend = z.strictObject({
  direction: z.enum(["forward", "backward"]),
  frames: z.number().int().min(1).max(MOST_FRAMES),
});

/** Puts the members of other tracks into this one; the others are deleted. */
export const merge = fn(Target.extend(Merge.shape), ({ trackIds, ...target }) =>
  change(target, "merged", async (track) => {
    const others = await Promise.all(trackIds.map((elementalID) => editable({ ...target, elementalID })));
    if (others.some((other) => other.elemental_id === track.elemental_id))
      throw new AppError("input", "track.itself", "A track can't be merged into itself.", {
        fields: [{ path: "/trackIds", message: "Names the track itself" }],
      });
    const ids = others.map(({ id }) => id);
    const gone = await writeMarks("state", sql`l.id = any (${ids}::bigint[])`, { deleted: sql`true` });
    if (gone.length !== others.length) throw stale();
    return {
      added: others.flatMap((other) => other.localization_ids),
      media: others.flatMap((other) => other.media_ids),
    };
  }),
);

/** Takes away the members before or after a frame; those that no other track has are deleted. */
export const trim = fn(Target.extend(Trim.shape), ({ frame, end, ...target }) =>
  change(target, "trimmed", async (track) => {
    const outside = (await membersOf(track)).filter((one) => (end === "start" ? one.frame < frame : one.frame > frame));
    return { removed: outside };
  }),
);

/** Draws an end of the track again on the frames beyond it. */
export const extend = fn(Target.extend(Extend.shape), ({ direction, frames: count, ...target }) =>
  change(target, "extended", async (track) => {
    const { members, frames } = await onOneMedia(track);
    return { drawn: extended(members, direction, { count, frames }) };
  }),
);

/** Draws the track on the frames between its members where it has none. */
export const fill = fn(Target, (target) =>
  change(target, "filled", async (track) => ({ drawn: gaps((await onOneMedia(track)).members) })),
);

/** Draws it anew between the members that somebody drew: what was computed between them before goes. */
export const interpolate = fn(Target, (target) =>
  change(target, "interpolated", async (track) => {
    const { members } = await onOneMedia(track);
    const keys = members.filter(({ key }) => key);
    return { removed: members.filter(({ key }) => !key), drawn: gaps(keys) };
  }),
);

type Effect = { added?: string[]; media?: string[]; removed?: LocalizationRow[]; drawn?: LocalizationRow[] };

const change = (
  target: z.output<typeof Target>,
  what: string,
  work: (track: StateRow) => Promise<Effect>,
): Promise<Outcome> =>
  transaction(async () => {
    const track = await editable(target);
    const { added = [], media = [], removed = [], drawn = [] } = await work(track);
    if (drawn.length > MOST_MEMBERS)
      throw new AppError(
        "conflict",
        "track.too_long",
        `That would draw more than ${MOST_MEMBERS.toLocaleString("en")} localizations.`,
      );
    const created = await draw(track, drawn);
    const leaving = removed.map((one) => one.elemental_id);
    const joining = [...added, ...created.map(({ elementalId }) => elementalId)];
    const [changed] = await writeMarks("state", sql`l.id = ${track.id}`, {
      localization_ids: sql`array(select distinct m from unnest(s.localization_ids || ${joining}::uuid[]) m
        where m <> all (${leaving}::uuid[]))`,
      media_ids: sql`array(select distinct m from unnest(s.media_ids || ${media}::text[]) m)`,
    });
    if (!changed) throw stale();
    const deleted = await eraseLoose(removed);
    await computeSegments([track.elemental_id, ...(await tracksOf(leaving))]);
    const parameters = { elementalId: track.elemental_id, created: created.length, deleted: deleted.length };
    await record({ type: `track.${what}`, entityID: track.media_ids[0] ?? "", parameters });
    return { track: changed, created, deleted };
  });

async function editable(target: z.output<typeof Target>): Promise<StateRow> {
  const row = (await rowOf({ kind: "state", ...target })) as StateRow;
  const type = await query((db) =>
    db.selectFrom("annotation_type").select("shape").where("id", "=", row.type_id).executeTakeFirst(),
  );
  if (type?.shape !== "track") throw missing("state");
  for (const id of [...row.media_ids, row.layer_id]) await Access.require(id, "edit");
  return row;
}

/** Members by frame, as the track's layer has them or one it lies over. */
async function membersOf(track: StateRow): Promise<LocalizationRow[]> {
  const { layers } = await Layer.stack([track.layer_id]);
  const found = await query((db) =>
    sql<LocalizationRow>`
      select distinct on (l.elemental_id) l.* from localization l
      where l.elemental_id = any (${track.localization_ids}::uuid[]) and l.latest and not l.deleted
        and l.layer_id = any (${layers}::text[]) and l.media_id = any (${track.media_ids}::text[])
      order by l.elemental_id, array_position(${layers}::text[], l.layer_id)`.execute(db),
  );
  return found.rows.toSorted((a, b) => a.frame - b.frame);
}

/** Frames of several media can't be counted through. */
async function onOneMedia(track: StateRow): Promise<{ members: LocalizationRow[]; frames: number }> {
  if (track.media_ids.length > 1)
    throw new AppError("conflict", "track.of_several_media", "Only a track of one media can be drawn on.");
  const [id = ""] = track.media_ids;
  const media = await query((db) => db.selectFrom("media").select("frames").where("id", "=", id).executeTakeFirst());
  return { members: await membersOf(track), frames: media?.frames ?? UNBOUNDED };
}

async function draw(track: StateRow, drawn: readonly LocalizationRow[]): Promise<Changed[]> {
  const [mediaID] = track.media_ids;
  if (drawn.length === 0 || mediaID === undefined) return [];
  const rows = drawn.map(
    (one): NewRow => ({
      ...{ e: createElementalID(), l: track.layer_id, t: one.type_id, f: one.frame, k: false, a: one.attributes },
      ...{ x: one.x, y: one.y, w: one.width, h: one.height, u: one.u, v: one.v, p: one.points },
    }),
  );
  return insertLocalizations(mediaID, rows);
}

/** Deletes those that no track has any more. Their layers are ones the actor edits, or they stay. */
async function eraseLoose(removed: readonly LocalizationRow[]): Promise<string[]> {
  const editableLayers = new Set<string>();
  for (const id of new Set(removed.map((one) => one.layer_id)))
    if (Access.has(await Access.effective(id), "edit")) editableLayers.add(id);
  const ids = removed.filter((one) => editableLayers.has(one.layer_id)).map(({ id }) => id);
  const gone = await writeMarks(
    "localization",
    sql`l.id = any (${ids}::bigint[]) and not exists (
      select from state t where t.localization_ids @> array[l.elemental_id] and t.latest and not t.deleted)`,
    { deleted: sql`true` },
  );
  return gone.map(({ elementalId }) => elementalId);
}
