import { sql } from "kysely";
import { z } from "zod";
import { Access } from "../access/index.ts";
import * as Actor from "../actor/index.ts";
import { validate } from "../attribute/definition.ts";
import { record } from "../audit/record.ts";
import { query, transaction } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import { createID } from "../id/index.ts";
import { fn } from "../util/index.ts";
import { follow } from "./convert.ts";
import { find, toInfo, typesAround } from "./read.ts";
import { Definition, type Info, Patch } from "./schema.ts";

export * as AnnotationType from "./index.ts";
export { typesAround, typesOf } from "./read.ts";
export { type AttributeDefinition, Definition, Drawn, Info, Interpolation, Patch, Shape } from "./schema.ts";

const MOST = 200;

/** What can be drawn in a project: its own types and those of the projects around it. */
export const list = fn(z.string(), async (projectID): Promise<Info[]> => {
  await Access.require(projectID, "read");
  return typesAround(projectID);
});

export const get = fn(z.string(), async (id): Promise<Info> => {
  const type = await find(id);
  await Access.require(type.projectId, "read");
  return type;
});

export const create = fn(z.object({ projectID: z.string(), type: Definition }), ({ projectID, type }) =>
  transaction(async (tx): Promise<string> => {
    await Access.require(projectID, "manage");
    await lock(projectID);
    const around = await typesAround(projectID);
    refuseTaken(around, type.name);
    if (around.length >= MOST)
      throw new AppError("conflict", "annotation_type.too_many", `Delete one of the ${MOST} types first.`);
    const id = createID("annotationType");
    const { attributes, ...columns } = type;
    await tx
      .insertInto("annotation_type")
      .values({
        ...{ id, project_id: projectID, ...columns, created_by: Actor.userID(), deleted_at: null },
        attributes: JSON.stringify(valid(attributes)),
      })
      .execute();
    await record({ type: "annotation_type.created", entityID: projectID, parameters: { typeId: id } });
    return id;
  }),
);

const Target = z.object({ id: z.string(), revision: z.number().int().optional() });

/** Changes a type; the values that were written follow, or what they could not follow is refused. */
export const update = fn(Target.extend({ patch: Patch }), ({ id, revision, patch: { renames, ...patch } }) =>
  transaction(async (tx): Promise<void> => {
    const before = await managed(id, revision);
    if (patch.name !== undefined && patch.name.toLowerCase() !== before.name.toLowerCase())
      refuseTaken(await typesAround(before.projectId), patch.name);
    const { attributes, ...columns } = patch;
    const after = attributes && valid(attributes);
    await tx
      .updateTable("annotation_type")
      .set({
        ...columns,
        ...(after ? { attributes: JSON.stringify(after) } : {}),
        revision: sql<number>`revision + 1`,
        updated_at: sql`now()`,
      })
      .where("id", "=", id)
      .execute();
    if (after) await follow(before, after, renames ?? {});
    await record({
      type: "annotation_type.changed",
      entityID: before.projectId,
      parameters: { typeId: id, fields: Object.keys(patch) },
    });
  }),
);

/** Takes a type away that nothing is drawn with. */
export const remove = fn(Target, ({ id, revision }) =>
  transaction(async (tx): Promise<void> => {
    const { projectId } = await managed(id, revision);
    await refuseUsed(id);
    await tx
      .updateTable("annotation_type")
      .set({ deleted_at: sql<Date>`now()`, revision: sql<number>`revision + 1` })
      .where("id", "=", id)
      .execute();
    await record({ type: "annotation_type.deleted", entityID: projectId, parameters: { typeId: id } });
  }),
);

async function managed(id: string, revision: number | undefined): Promise<Info> {
  const { projectId } = await find(id);
  await Access.require(projectId, "manage");
  await lock(projectId);
  const row = await query((db) =>
    db.selectFrom("annotation_type").selectAll().where("id", "=", id).forUpdate().executeTakeFirstOrThrow(),
  );
  if (revision === undefined || row.revision === revision) return toInfo(row);
  throw new AppError(
    "stale",
    "annotation_type.stale",
    "Somebody changed this type since you read it. Read it again and repeat the change.",
  );
}

/** One change of types at a time: a second one is told so at once instead of waiting behind a large one. */
async function lock(projectID: string): Promise<void> {
  await query((db) => sql`select 1 from entity where id = ${projectID} for no key update nowait`.execute(db));
}

function valid(attributes: Definition["attributes"]): Definition["attributes"] {
  return attributes.map((attribute, i) => {
    try {
      return validate(attribute);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const fields = error.fields.map(({ path, message }) => ({ path: `/attributes/${i}${path}`, message }));
      throw new AppError(error.kind, error.code, error.message, { cause: error, fields });
    }
  });
}

function refuseTaken(around: Info[], name: string): void {
  if (!around.some((type) => type.name.toLowerCase() === name.toLowerCase())) return;
  throw new AppError(
    "conflict",
    "annotation_type.name_taken",
    "This project or one around it has an annotation type of this name.",
    { fields: [{ path: "/name", message: "Is taken" }] },
  );
}

async function refuseUsed(id: string): Promise<void> {
  const found = await query((db) =>
    sql<{ used: boolean }>`select
      exists (select from localization where type_id = ${id} and latest and not deleted)
      or exists (select from state where type_id = ${id} and latest and not deleted) as used`.execute(db),
  );
  if (!found.rows[0]?.used) return;
  throw new AppError(
    "conflict",
    "annotation_type.in_use",
    "Something is annotated with this type. Give those annotations another type or delete them first.",
  );
}
