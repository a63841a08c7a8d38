import { sql } from "kysely";
import { z } from "zod";
import { Access } from "../access/index.ts";
import * as Actor from "../actor/index.ts";
import { record } from "../audit/record.ts";
import { query, transaction } from "../database/index.ts";
import { around } from "../entity/around.ts";
import { AppError } from "../error/index.ts";
import { createID } from "../id/index.ts";
import { fn } from "../util/index.ts";
import { backfill, convert, refuseUnfit, rename, strip, unstrip } from "./convert.ts";
import { allowChange, validate } from "./definition.ts";
import { toColumns, toInfo, typesAround } from "./row.ts";
import { Definition, type Info } from "./schema.ts";

const MOST = 200;

/** What holds in a project: its own types and those of the projects around it. */
export const list = fn(z.string(), async (projectID): Promise<Info[]> => {
  await Access.require(projectID, "read");
  return typesAround(projectID);
});

/** A new attribute; everything that exists gets its default. */
export const create = fn(z.object({ projectID: z.string(), type: Definition }), ({ projectID, type }) =>
  transaction(async (tx): Promise<string> => {
    await Access.require(projectID, "manage");
    await lock(projectID);
    const definition = validate(type);
    await refuseTaken(projectID, definition.name);
    if ((await typesAround(projectID)).length >= MOST)
      throw new AppError("conflict", "attribute_type.too_many", `Delete one of the ${MOST} attributes first.`);
    const id = createID("attributeType");
    await tx
      .insertInto("attribute_type")
      .values({
        id,
        project_id: projectID,
        ...toColumns(definition),
        created_by: Actor.userID(),
        deleted_at: null,
      })
      .execute();
    await backfill(projectID, definition);
    await record({ type: "attribute_type.created", entityID: projectID, parameters: { typeId: id } });
    return id;
  }),
);

const Target = z.object({ projectID: z.string(), id: z.string(), revision: z.number().int().optional() });

export const get = fn(Target, async ({ projectID, id }): Promise<Info> => {
  await Access.require(projectID, "read");
  return find({ projectID, id });
});

/** Changes some of a type, or puts another definition in its place; the values that were written follow. */
export const update = fn(Target.extend({ patch: Definition.partial() }), ({ patch, ...target }) =>
  change(target, (before) => Definition.parse({ ...before, ...patch })),
);

export const replace = fn(Target.extend({ type: Definition }), ({ type, ...target }) => change(target, () => type));

const change = (
  { projectID, id, revision }: z.infer<typeof Target>,
  define: (before: Definition) => Definition,
): Promise<void> =>
  transaction(async (tx) => {
    await Access.require(projectID, "manage");
    await lock(projectID);
    const before = await find({ projectID, id });
    if (revision !== undefined && before.revision !== revision) throw stale();
    const { id: _, projectId: __, revision: ___, ...definition } = before;
    const after = validate(define(definition));
    allowChange(before.dtype, after.dtype);
    if (after.name !== before.name) await refuseTaken(projectID, after.name);
    await tx
      .updateTable("attribute_type")
      .set({ ...toColumns(after), revision: sql<number>`revision + 1`, updated_at: sql`now()` })
      .where("id", "=", id)
      .execute();
    await rename(before, after.name);
    await convert(before, after);
    await refuseUnfit(projectID, after);
    const dropped = before.kinds.filter((kind) => !after.kinds.includes(kind));
    await strip({ ...before, name: after.name }, dropped);
    const added = after.kinds.filter((kind) => !before.kinds.includes(kind));
    if (added.length > 0) await backfill(projectID, { ...after, kinds: added });
    await record({ type: "attribute_type.changed", entityID: projectID, parameters: { typeId: id } });
  });

/** Takes a type away, and its values with it. */
export const remove = fn(Target, ({ projectID, id, revision }) =>
  transaction(async (tx): Promise<void> => {
    await Access.require(projectID, "manage");
    await lock(projectID);
    const type = await find({ projectID, id });
    if (revision !== undefined && type.revision !== revision) throw stale();
    await strip(type, type.kinds);
    await tx
      .updateTable("attribute_type")
      .set({ deleted_at: sql<Date>`now()`, revision: sql<number>`revision + 1` })
      .where("id", "=", id)
      .execute();
    await record({ type: "attribute_type.deleted", entityID: projectID, parameters: { typeId: id } });
  }),
);

/** Takes a deletion back, with the values. */
export const restore = fn(Target.omit({ revision: true }), ({ projectID, id }) =>
  transaction(async (tx): Promise<void> => {
    await Access.require(projectID, "manage");
    await lock(projectID);
    const type = await find({ projectID, id }, { deleted: true });
    await refuseTaken(projectID, type.name);
    await tx
      .updateTable("attribute_type")
      .set({ deleted_at: null, revision: sql<number>`revision + 1` })
      .where("id", "=", id)
      .execute();
    await unstrip(type);
    await record({ type: "attribute_type.restored", entityID: projectID, parameters: { typeId: id } });
  }),
);

/** One change of types at a time: a second one is told so at once instead of waiting behind a large one. */
async function lock(projectID: string): Promise<void> {
  await query((db) => sql`select 1 from entity where id = ${projectID} for no key update nowait`.execute(db));
}

async function find({ projectID, id }: { projectID: string; id: string }, { deleted = false } = {}): Promise<Info> {
  const row = await query((db) =>
    db
      .selectFrom("attribute_type")
      .selectAll()
      .where("id", "=", id)
      .where("project_id", "=", projectID)
      .where("deleted_at", deleted ? "is not" : "is", null)
      .executeTakeFirst(),
  );
  if (row) return toInfo(row);
  throw new AppError("not_found", "attribute_type.not_found", "This project has no such attribute of its own.");
}

/** One name means one thing, from the outermost project down to the innermost. */
async function refuseTaken(projectID: string, name: string): Promise<void> {
  const found = await query((db) =>
    sql`
      with recursive ${around(projectID)}, projects as (
        select ${projectID}::text collate "C" as id
        union all select c.id from projects p join entity c on c.parent_id = p.id and c.kind = 'project'
      )
      select 1 from attribute_type t
      where t.name = ${name} and t.deleted_at is null
        and (t.project_id in (select id from around) or t.project_id in (select id from projects))`.execute(db),
  );
  if (found.rows.length === 0) return;
  throw new AppError(
    "conflict",
    "attribute_type.name_taken",
    "This project, one around it or one in it has an attribute of this name.",
    { fields: [{ path: "/name", message: "Is taken" }] },
  );
}

const stale = () =>
  new AppError("stale", "attribute_type.stale", "Somebody changed this attribute since you read it. Read it again.");
