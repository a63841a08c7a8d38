import { sql } from "kysely";
import { z } from "zod";
import { Access } from "../access/index.ts";
import * as Actor from "../actor/index.ts";
import { record } from "../audit/record.ts";
import { query, type Row, transaction } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import { createID } from "../id/index.ts";
import { fn } from "../util/index.ts";
import { Create, type Dtype, type Info, Patch, Transcode } from "./schema.ts";

export * as MediaType from "./index.ts";
export { Codec, Create, Info, Patch, Transcode } from "./schema.ts";

const MOST = 100;

/** What holds in a project: its own types and those of the projects around it. */
export const list = fn(z.string(), async (projectID): Promise<Info[]> => {
  await Access.require(projectID, "read");
  return (await around(projectID)).map(toInfo);
});

export const create = fn(Create.extend({ projectID: z.string() }), ({ projectID, order, transcode, ...type }) =>
  transaction(async (tx): Promise<Info> => {
    await Access.require(projectID, "manage");
    const rows = await around(projectID);
    refuseTaken(rows, type.name);
    if (rows.length >= MOST)
      throw new AppError("conflict", "media_type.too_many", `Delete one of the ${MOST} types of media first.`);
    const row = await tx
      .insertInto("media_type")
      .values({
        ...type,
        id: createID("mediaType"),
        project_id: projectID,
        position: order,
        transcode: JSON.stringify(transcode),
        created_by: Actor.userID(),
        deleted_at: null,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    await record({ type: "media_type.created", entityID: projectID, parameters: { typeId: row.id } });
    return toInfo(row);
  }),
);

/** One that the actor may read the project of. */
export const get = fn(z.string(), async (id): Promise<Info> => toInfo(await find(id, "read")));

const Target = z.object({ id: z.string(), revision: z.number().int().optional() });

/** What was made of media already stays as it is; what is made from now on is made so. */
export const update = fn(Target.extend({ patch: Patch }), ({ id, revision, patch }) =>
  transaction(async (tx): Promise<Info> => {
    const before = await find(id, "manage");
    if (revision !== undefined && before.revision !== revision) throw stale();
    const { order, transcode, ...fields } = patch;
    if (fields.name !== undefined) {
      const others = (await around(before.project_id)).filter((row) => row.id !== id);
      refuseTaken(others, fields.name);
    }
    const row = await tx
      .updateTable("media_type")
      .set({
        ...fields,
        ...(order === undefined ? {} : { position: order }),
        ...(transcode === undefined ? {} : { transcode: JSON.stringify(transcode) }),
        revision: sql<number>`revision + 1`,
        updated_at: sql<Date>`now()`,
      })
      .where("id", "=", id)
      .where("revision", "=", before.revision)
      .returningAll()
      .executeTakeFirst();
    if (!row) throw stale();
    const parameters = { typeId: id, fields: Object.keys(patch) };
    await record({ type: "media_type.changed", entityID: before.project_id, parameters });
    return toInfo(row);
  }),
);

/** Media of the type stay, as media without one. */
export const remove = fn(Target, ({ id, revision }) =>
  transaction(async (tx): Promise<void> => {
    const { project_id, ...before } = await find(id, "manage");
    if (revision !== undefined && before.revision !== revision) throw stale();
    await tx.updateTable("media").set({ type_id: null }).where("type_id", "=", id).execute();
    await tx.updateTable("media_type").set({ deleted_at: sql<Date>`now()` }).where("id", "=", id).execute();
    await record({ type: "media_type.deleted", entityID: project_id, parameters: { typeId: id } });
  }),
);

/** How media of a type are made playable; without a type as everywhere. No policy: for the steps of a run that was allowed. */
export async function settingsOf(typeID: string | null): Promise<Transcode> {
  if (typeID === null) return Transcode.parse({});
  const row = await query((db) =>
    db.selectFrom("media_type").select("transcode").where("id", "=", typeID).executeTakeFirst(),
  );
  return Transcode.parse(row?.transcode ?? {});
}

/** Refuses a type that does not hold in the project, or is of other media. */
export async function requireFor(typeID: string, { projectID, dtype }: { projectID: string; dtype: Dtype }) {
  const found = (await around(projectID)).find((row) => row.id === typeID);
  if (found?.dtype === dtype) return;
  const message = found ? `Is a type of ${found.dtype}, not of ${dtype}` : "There is no such type of media here";
  throw new AppError("unprocessable", "media.wrong_type", "The media cannot be of this type.", {
    fields: [{ path: "/typeId", message }],
  });
}

async function around(projectID: string): Promise<Row<"media_type">[]> {
  const found = await query((db) =>
    sql<Row<"media_type">>`
      select t.* from scope s join media_type t on t.project_id = any (s.ancestors) and t.deleted_at is null
      where s.id = ${projectID} order by t.position, lower(t.name), t.id`.execute(db),
  );
  return found.rows;
}

async function find(id: string, privilege: "read" | "manage"): Promise<Row<"media_type">> {
  const row = await query((db) =>
    db.selectFrom("media_type").selectAll().where("id", "=", id).where("deleted_at", "is", null).executeTakeFirst(),
  );
  if (!row || !Access.has(await Access.effective(row.project_id), "see")) throw Access.missing(id);
  await Access.require(row.project_id, privilege);
  return row;
}

function refuseTaken(rows: Row<"media_type">[], name: string): void {
  if (!rows.some((row) => row.name.toLowerCase() === name.toLowerCase())) return;
  throw new AppError("conflict", "media_type.name_taken", "There is a type of media of this name here.", {
    fields: [{ path: "/name", message: "Is taken" }],
  });
}

const stale = () =>
  new AppError("stale", "media_type.stale", "Somebody changed this type since you read it. Read it again.");

const toInfo = (row: Row<"media_type">): Info => ({
  id: row.id,
  projectId: row.project_id,
  name: row.name,
  dtype: row.dtype,
  description: row.description,
  transcode: row.transcode,
  volume: row.volume,
  overlay: row.overlay,
  visible: row.visible,
  order: row.position,
  revision: row.revision,
});
