import { sql } from "kysely";
import { Access } from "../access/index.ts";
import { AnnotationType } from "../annotation-type/index.ts";
import { query } from "../database/index.ts";
import { AppError, type FieldError } from "../error/index.ts";
import { Layer } from "../layer/index.ts";

/** Where one annotates: what can be drawn there, and on what. */
export type Place = {
  types: Map<string, AnnotationType.Info>;
  /** How many the media has, where that is known. */
  frames: number;
  /** The layer where none is named; made when it is first asked for. */
  baseline: () => Promise<string>;
};

/** The project of a media that the actor may annotate. */
export async function placeOf(mediaID: string): Promise<Place> {
  const projectID = await projectOf(mediaID);
  await Access.require(mediaID, "edit");
  const types = new Map((await AnnotationType.typesAround(projectID)).map((type) => [type.id, type]));
  const media = await query((db) =>
    db.selectFrom("media").select("frames").where("id", "=", mediaID).executeTakeFirst(),
  );
  let known: Promise<string> | undefined;
  return {
    types,
    frames: media?.frames ?? Number.POSITIVE_INFINITY,
    baseline: () => {
      known ??= Layer.baseline(projectID);
      return known;
    },
  };
}

/** Where a media lies; what is no media, or hidden, is `not_found`. */
export async function projectOf(mediaID: string): Promise<string> {
  const row = await query((db) =>
    db.selectFrom("entity").select(["kind", "parent_id"]).where("id", "=", mediaID).executeTakeFirst(),
  );
  if (
    (row?.kind as string | undefined) !== "media" ||
    row?.parent_id == null ||
    (await Access.effective(mediaID)) === 0
  )
    throw Access.missing(mediaID);
  return row.parent_id;
}

type Target = { id: string; path: string };

/** Layers and media must be ones the actor may edit; throws naming each that is not. A layer they don't see does not exist. */
export async function allowEdit(targets: readonly Target[], kind: "layer" | "media"): Promise<void> {
  const ids = [...new Set(targets.map(({ id }) => id))];
  const found = await query((db) =>
    sql<{ id: string; privileges: number }>`
      select e.id, p.privileges from entity e cross join ${Access.privilegesOfEntity()}
      where e.id = any (${ids}::text[]) and e.kind = ${kind} and e.deleted_at is null`.execute(db),
  );
  const privileges = new Map(found.rows.map((row) => [row.id, row.privileges]));
  const hidden = targets.filter(({ id }) => !Access.has(privileges.get(id) ?? 0, "see"));
  if (hidden.length > 0)
    throw unknown(hidden.map(({ path }) => ({ path, message: `There is no such ${kind} that you can see` })));
  for (const id of ids) Access.check(privileges.get(id) ?? 0, "edit");
}

const unknown = (fields: FieldError[]) =>
  new AppError("input", "annotation.invalid", "Some annotations cannot be as described.", {
    fields: fields.slice(0, 100),
  });
