import { sql } from "kysely";
import { z } from "zod";
import { Access } from "../access/index.ts";
import * as Actor from "../actor/index.ts";
import { changed as changedAttributes } from "../attribute/apply.ts";
import { initial as initialAttributes } from "../attribute/begin.ts";
import type { Given } from "../attribute/schema.ts";
import { record } from "../audit/record.ts";
import { query, transaction } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import { fn } from "../util/index.ts";
import { type EntityRow, entityColumns, toInfo } from "./item.ts";
import { Patch } from "./patch.ts";
import { type Info, Kind } from "./schema.ts";
import { slugOf } from "./slug.ts";

export { AccessFacet, countAccess } from "./access-facet.ts";
export { Facets } from "./facets.ts";
export * as Entity from "./index.ts";
export { Item } from "./item.ts";
export { ListQuery, list, type Results, SearchQuery, search } from "./list.ts";
export { Patch } from "./patch.ts";
export { Description, Info, Kind, listedKinds, Name, Person, Tags, Text } from "./schema.ts";

/** Adds an entity in the transaction of the verb that makes it. A project is always a scope; at the top its creator is the owner. */
export const create = (input: {
  id: string;
  kind: Kind;
  parentID: string | null;
  /** Whose address it gets, for what stands at the top. */
  namespaceID?: string | null;
  name: string;
  description?: string;
  tags?: string[] | undefined;
  attributes?: Given | undefined;
  /** What it has, where that was agreed to before. */
  agreed?: Record<string, unknown>;
  createdBy?: string;
}): Promise<void> =>
  transaction(async (tx) => {
    const parent = input.parentID
      ? await tx.selectFrom("entity").select("scope_id").where("id", "=", input.parentID).executeTakeFirstOrThrow()
      : undefined;
    const createdBy = input.createdBy ?? Actor.userID();
    await tx
      .insertInto("entity")
      .values({
        id: input.id,
        kind: input.kind,
        parent_id: input.parentID,
        scope_id: parent && input.kind !== "project" ? parent.scope_id : input.id,
        namespace_id: parent ? null : (input.namespaceID ?? Access.personalGroup(createdBy)),
        slug: slugOf(input.name),
        name: input.name,
        description: input.description ?? "",
        tags: input.tags ?? [],
        attributes: JSON.stringify(
          input.agreed ?? (await initialAttributes(input.parentID, input.kind, input.attributes)),
        ),
        created_by: createdBy,
        deleted_at: null,
      })
      .execute();
    if (!parent) await Access.createScope(tx, input.id);
    else if (input.kind === "project") await Access.nestScope(tx, input.id, parent.scope_id);
    await record({ type: `${input.kind}.created`, entityID: input.id });
  });

/** One entity of a kind with what the actor may do with it; `not_found` when they may not see it. */
export async function get(id: string, kind: Kind): Promise<Info> {
  const found = await query((db) =>
    sql<EntityRow>`
      select ${entityColumns()}
      from entity e
      join "user" u on u.id = e.created_by
      cross join ${Access.privilegesOfEntity()}
      where e.id = ${id} and e.kind = ${kind} and e.deleted_at is null`.execute(db),
  );
  const row = found.rows[0];
  if (!row || !Access.has(row.privileges, "see")) throw Access.missing(id);
  return toInfo(row);
}

const Target = z.object({ id: z.string(), kind: Kind, revision: z.number().int().optional() });

/** `also` names what changes with it that only its kind has. */
const Update = Target.extend({ patch: Patch, also: z.array(z.string()).optional() });

/** Changes what people may edit. `revision` is the one they saw; undefined overwrites whatever is there. */
export const update = fn(Update, ({ id, kind, revision, patch, also = [] }) =>
  transaction(async (tx): Promise<void> => {
    await allow(id, kind, "edit");
    const { attributes, resetAttributes, ...fields } = patch;
    const changed = await tx
      .updateTable("entity")
      .set({
        ...fields,
        ...(await attributesAfter(id, kind, { attributes, resetAttributes })),
        // A project's slug is its address, which its name does not change.
        ...(patch.name === undefined || kind === "project" ? {} : { slug: slugOf(patch.name) }),
        revision: sql<number>`revision + 1`,
        updated_at: sql`now()`,
      })
      .where("id", "=", id)
      .where("deleted_at", "is", null)
      .$if(revision !== undefined, (some) => some.where("revision", "=", revision ?? 0))
      .executeTakeFirst();
    if (changed.numUpdatedRows === 0n) throw stale();
    // A run shows what its function is called without asking who may see that.
    if (patch.name !== undefined || patch.description !== undefined)
      await tx
        .updateTable("function")
        .set({ name: patch.name, description: patch.description })
        .where("entity_id", "=", id)
        .execute();
    await record({ type: `${kind}.changed`, entityID: id, parameters: { fields: [...Object.keys(patch), ...also] } });
  }),
);

/** Only what is named changes: two people who set different attributes both get what they wanted. */
async function attributesAfter(
  id: string,
  kind: Kind,
  { attributes = {}, resetAttributes = [] }: Pick<Patch, "attributes" | "resetAttributes">,
): Promise<{ attributes?: string }> {
  if (Object.keys(attributes).length === 0 && resetAttributes.length === 0) return {};
  const row = await query((db) =>
    db.selectFrom("entity").select("attributes").where("id", "=", id).forUpdate().executeTakeFirstOrThrow(),
  );
  const before = { id, kind, attributes: row.attributes };
  return {
    attributes: JSON.stringify(await changedAttributes(before, { values: attributes, reset: resetAttributes })),
  };
}

/** Says that something about the entity moved, so that it comes first in lists by time. Not an edit: the revision stays. */
export const touch = (id: string): Promise<void> =>
  transaction(async (tx) => {
    await tx.updateTable("entity").set({ updated_at: sql`now()` }).where("id", "=", id).execute();
  });

/** To the trash, with everything below it. */
export const remove = fn(Target, ({ id, kind, revision }) =>
  transaction(async (tx): Promise<void> => {
    await allow(id, kind, "remove");
    const gone = await tx
      .updateTable("entity")
      .set({ deleted_at: sql<Date>`now()`, revision: sql<number>`revision + 1` })
      .where("id", "=", id)
      .where("deleted_at", "is", null)
      .$if(revision !== undefined, (some) => some.where("revision", "=", revision ?? 0))
      .executeTakeFirst();
    if (gone.numUpdatedRows === 0n) throw stale();
    await sql`update scope set deleted_at = now() where ancestors @> array[${id}] and deleted_at is null`.execute(tx);
    await record({ type: `${kind}.trashed`, entityID: id });
  }),
);

/** Back from the trash. What was put there before it, on its own, stays there. */
export const restore = fn(Target.omit({ revision: true }), ({ id, kind }) =>
  transaction(async (tx): Promise<void> => {
    const found = await tx.selectFrom("entity").select("kind").where("id", "=", id).executeTakeFirst();
    if (found?.kind !== kind) throw Access.missing(id);
    await Access.require(id, "remove", { trash: true });
    await tx
      .updateTable("entity")
      .set({ deleted_at: null, revision: sql<number>`revision + 1`, updated_at: sql`now()` })
      .where("id", "=", id)
      .where("deleted_at", "is not", null)
      .execute();
    await sql`
      update scope set deleted_at = null where ancestors @> array[${id}]
        and not exists (select from entity e where e.id = any (scope.ancestors) and e.deleted_at is not null)`.execute(
      tx,
    );
    await record({ type: `${kind}.restored`, entityID: id });
  }),
);

async function allow(id: string, kind: Kind, privilege: "edit" | "remove"): Promise<void> {
  const { privileges } = await get(id, kind);
  if (!privileges.includes(privilege)) throw Access.denied(privilege);
}

const stale = () =>
  new AppError(
    "stale",
    "entity.stale",
    "Somebody changed this since you read it. Read it again and repeat the change.",
  );
