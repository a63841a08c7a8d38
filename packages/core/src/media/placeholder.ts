import { z } from "zod";
import { Access } from "../access/index.ts";
import { Attribute } from "../attribute/index.ts";
import { query, transaction } from "../database/index.ts";
import { Entity } from "../entity/index.ts";
import { AppError } from "../error/index.ts";
import { createID } from "../id/index.ts";
import { MediaType } from "../media-type/index.ts";
import { fn } from "../util/index.ts";
import { EMPTY } from "./empty.ts";
import { Live, type Multi } from "./schema.ts";

// Media without an original: what there is to see comes from elsewhere.

const MOST_VIEWS = 16;
const Grid = z.number().int().min(1).max(MOST_VIEWS);
const common = {
  projectId: z.string().max(64),
  name: Entity.Name,
  typeId: z.string().max(64).nullish(),
  attributes: Attribute.Given.optional(),
};

export const Views = z.strictObject({
  /** Row by row. */
  ids: z.array(z.string().max(64)).min(1).max(MOST_VIEWS),
  rows: Grid,
  columns: Grid,
  /** In frames, by which each begins later than the first; all at once without. */
  offsets: z.array(z.number().int()).max(MOST_VIEWS).optional(),
});
export const NewMulti = Views.extend(common);

export const Streams = z.strictObject({
  layout: z.strictObject({ rows: Grid, columns: Grid }),
  streams: z
    .array(
      z.strictObject({
        url: z
          .string()
          .max(2_000)
          .regex(/^(https?|wss?|rtsps?|rtmps?|srt):\/\/[^\s/@]+(\/\S*)?$/, "A URL of a stream"),
        feeds: Live.shape.streams.element.shape.feeds.min(1).max(MOST_VIEWS),
      }),
    )
    .min(1)
    .max(MOST_VIEWS),
});
export const NewLive = Streams.extend(common);

/** Several videos or pictures side by side, as one. */
export const createMulti = fn(NewMulti, async ({ ids, rows, columns, offsets, ...input }): Promise<string> => {
  await Access.require(input.projectId, "create");
  const multi = await arranged({ ids, rows, columns, offsets });
  return create({ ...input, dtype: "multi", multi: JSON.stringify(multi), live: null });
});

/** Cameras that send as long as somebody looks. */
export const createLive = fn(NewLive, ({ layout, streams, ...input }): Promise<string> => {
  const live = laidOut({ layout, streams });
  return create({ ...input, dtype: "live", multi: null, live: JSON.stringify(live) });
});

type Where = {
  /** What is there already: who changes it need not be able to read what others put into it. */
  before?: readonly string[] | undefined;
  /** Where in the input this stands. */
  at?: string;
};

/** As they are kept. */
export async function arranged(
  { ids, rows, columns, offsets }: z.infer<typeof Views>,
  { before = [], at = "" }: Where = {},
): Promise<Multi> {
  if (rows * columns < ids.length) throw unfit(`${at}/rows`, `${rows} × ${columns} has no place for ${ids.length}`);
  if (offsets && offsets.length !== ids.length)
    throw unfit(`${at}/offsets`, `${offsets.length} for ${ids.length} media`);
  const bad = await notShown([...new Set(ids)].filter((id) => !before.includes(id)));
  if (bad !== undefined) throw unfit(`${at}/ids/${ids.indexOf(bad)}`, "Is neither a video nor a picture");
  return { ids, rows, columns, offsets: offsets ?? ids.map(() => 0) };
}

export function laidOut({ layout, streams }: z.infer<typeof Streams>, { at = "" }: Where = {}): Live {
  const { rows, columns } = layout;
  if (rows * columns < streams.length)
    throw unfit(`${at}/layout/rows`, `${rows} × ${columns} has no place for ${streams.length}`);
  return { layout, streams };
}

type Made = {
  projectId: string;
  name: string;
  typeId?: string | null | undefined;
  attributes?: Attribute.Given | undefined;
  dtype: "multi" | "live";
  multi: string | null;
  live: string | null;
};

const create = ({ projectId, name, typeId = null, attributes, ...what }: Made): Promise<string> =>
  transaction(async (tx) => {
    await Access.require(projectId, "create");
    await requireProject(projectId);
    if (typeId) await MediaType.requireFor(typeId, { projectID: projectId, dtype: what.dtype });
    const id = createID("media");
    await Entity.create({ id, kind: "media", parentID: projectId, name, attributes });
    await tx
      .insertInto("media")
      .values({
        ...EMPTY,
        id,
        type_id: typeId,
        file_id: null,
        fingerprint: null,
        run_id: null,
        state: "ready",
        ...what,
      })
      .execute();
    return id;
  });

async function requireProject(id: string): Promise<void> {
  const found = await query((db) => db.selectFrom("project").select("id").where("id", "=", id).executeTakeFirst());
  if (!found) throw Access.missing(id);
}

/** The first that cannot be shown by itself, of such as the actor may read. */
async function notShown(ids: string[]): Promise<string | undefined> {
  if (ids.length === 0) return undefined;
  for (const id of ids) {
    await Entity.get(id, "media");
    await Access.require(id, "read");
  }
  const rows = await query((db) => db.selectFrom("media").select(["id", "dtype"]).where("id", "in", ids).execute());
  return rows.find(({ dtype }) => dtype !== "video" && dtype !== "image")?.id;
}

const unfit = (path: string, message: string) =>
  new AppError("unprocessable", "media.bad_view", "These cannot be shown together so.", {
    fields: [{ path, message }],
  });
