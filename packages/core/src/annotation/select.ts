import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { Access } from "../access/index.ts";
import { Layer } from "../layer/index.ts";
import { fewOf } from "./few.ts";
import { compile } from "./filter/compile.ts";
import type { Known } from "./filter/fields.ts";
import { knownIn } from "./filter/known.ts";
import { Filter } from "./filter/schema.ts";
import { projectOf } from "./place.ts";
import { tableOf } from "./rows.ts";
import { Kind } from "./schema.ts";

const IDs = z.array(z.string().max(64)).max(200);

/** Which annotations are meant: those of a media or of a project, and what is asked of them. */
export const Selection = z.object({
  kind: Kind,
  mediaID: z.string().optional(),
  projectID: z.string().optional(),
  /** These layers, drawn over their bases; all where none is named. */
  layers: IDs.optional(),
  types: IDs.optional(),
  /** From one frame to another, both included. */
  frames: z.object({ from: z.number().int(), to: z.number().int() }).optional(),
  elementalIDs: z.array(z.uuid()).max(100_000).optional(),
  filter: Filter.optional(),
});
export type Selection = z.output<typeof Selection>;

export type Selected = {
  /** Layers that are read, of which the actor reads every one. */
  layers: string[];
  known: Known;
  /** Of a row `l`, besides that it lies on one of the layers. */
  condition: RawBuilder<boolean>;
  /** Ids among which all of them are, where a range of numbers leaves few. */
  few: RawBuilder<unknown> | undefined;
};

/** What a selection means for the actor: they see what lies on a layer and a media that they read, and nothing else. */
export async function select(selection: Selection): Promise<Selected> {
  const { kind, mediaID, projectID = "" } = selection;
  const place = mediaID === undefined ? projectID : await projectOf(mediaID);
  const { all, media } =
    mediaID === undefined ? await ofProject(kind, projectID) : await ofMedia(kind, mediaID, selection.layers);
  const wanted = selection.layers ? all.filter((id) => selection.layers?.includes(id)) : all;
  const { layers, pairs } = await Layer.stack(wanted);
  const known = await knownIn(place);
  const condition = sql<boolean>`${sql.join(
    [
      sql`l.latest and not l.deleted`,
      media,
      ...asked(selection),
      ...(selection.filter ? [compile(selection.filter, kind, "l", { known, layers: all })] : []),
      ...(pairs.length > 0 ? [notHidden(kind, pairs)] : []),
    ],
    sql` and `,
  )}`;
  return { layers, known, condition, few: await fewOf(selection, known, layers) };
}

async function ofMedia(kind: Kind, mediaID: string, named: string[] | undefined) {
  await Access.require(mediaID, "read");
  const media =
    kind === "localization"
      ? sql`l.media_id = ${mediaID}`
      : sql`l.media_ids @> array[${mediaID}]::text[] and ${othersRead(Layer.mediaReadable())}`;
  return { all: named ? await Layer.among(named) : await Layer.ofMedia(mediaID), media };
}

async function ofProject(kind: Kind, projectID: string) {
  const { layers, scopes } = await Layer.inProject(projectID);
  const read = sql`m.deleted_at is null and m.scope_id = any (${scopes}::text[])`;
  const media =
    kind === "localization"
      ? sql`exists (select from entity m where m.id = l.media_id and ${read})`
      : sql`exists (select from entity m where m.id = any (l.media_ids) and ${read}) and ${othersRead(Layer.mediaReadable())}`;
  return { all: layers, media };
}

/** What is said of several media is seen by who reads all of them. */
const othersRead = (readable: RawBuilder<unknown>) => sql`(cardinality(l.media_ids) = 1 or not exists (
  select from unnest(l.media_ids) o(id) left join entity m on m.id = o.id and m.deleted_at is null and ${readable} where m.id is null))`;

function asked({ kind, types, frames, elementalIDs }: Selection): RawBuilder<unknown>[] {
  return [
    ...(types ? [sql`l.type_id = any (${types}::text[])`] : []),
    ...(elementalIDs ? [sql`l.elemental_id = any (${elementalIDs}::uuid[])`] : []),
    ...(frames === undefined
      ? []
      : kind === "localization"
        ? [sql`l.frame between ${frames.from} and ${frames.to}`]
        : [sql`coalesce(l.frame <= ${frames.to} and coalesce(l.end_frame, l.frame) >= ${frames.from}, false)`]),
  ];
}

/** What a layer says of an annotation, also that it is deleted, stands for what the layers below it say. */
const notHidden = (kind: Kind, pairs: readonly { over: string; under: string }[]) => sql`not exists (
  select from ${tableOf(kind)} o
  join unnest(${pairs.map(({ over }) => over)}::text[], ${pairs.map(({ under }) => under)}::text[]) p("over", "under") on p."over" = o.layer_id
  where p."under" = l.layer_id and o.elemental_id = l.elemental_id and o.latest)`;

/** Rows `l` that are selected, to stand behind `from`: walked along their layers, or looked up one by one where they are known to be few. */
export const rowsOf = (kind: Kind, { layers, condition, few }: Selected, among = few): RawBuilder<unknown> => {
  const rows = sql`${tableOf(kind)} l where l.layer_id = any (${layers}::text[]) and ${condition}`;
  // Without the offset the lookup would be turned into a join, whose costs are guessed.
  return among ? sql`(${among}) n cross join lateral (select l.* from ${rows} and l.id = n.id offset 0) l` : rows;
};
