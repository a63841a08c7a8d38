import { sql, type Transaction } from "kysely";
import { z } from "zod";
import { Access } from "../access/index.ts";
import { Attribute } from "../attribute/index.ts";
import { record } from "../audit/record.ts";
import { type Schema, transaction } from "../database/index.ts";
import { Entity } from "../entity/index.ts";
import { AppError } from "../error/index.ts";
import { kindOf } from "../id/index.ts";
import { fn, must } from "../util/index.ts";
import { settle } from "./change.ts";
import { checkDepth, heightOf, requirePlace } from "./place.ts";
import { Move } from "./schema.ts";

/** Two moves that only together make a circle must not both pass the check for one. */
const MOVE_LOCK = 72621;

/**
 * Puts a project elsewhere, with everything in it. Costs one row a scope inside it (each project, and what was shared by itself),
 * however much lies in them: what is inside points to its scope, and only scopes know what is around them.
 */
export const move = fn(z.object({ id: z.string(), to: Move }), ({ id, to: { attributes, ...to } }) =>
  transaction(async (tx): Promise<void> => {
    const { name, projectId } = await Entity.get(id, "project");
    await Access.require(id, "remove");
    const place = await requirePlace(to);
    // At the top it inherits nothing any more, which ends the rights of everybody around it.
    if (!place.parentID) await Access.require(id, "manage");
    await sql`select pg_advisory_xact_lock(${MOVE_LOCK})`.execute(tx);
    if (place.parentID) await checkDepth(tx, { parentID: place.parentID, moved: id, height: await heightOf(tx, id) });
    await tx
      .updateTable("entity")
      .set({
        parent_id: place.parentID,
        namespace_id: place.parentID ? null : place.id,
        revision: sql<number>`revision + 1`,
        updated_at: sql`now()`,
      })
      .where("id", "=", id)
      .execute();
    await Access.moveScope(tx, id, place.parentID);
    await settle(id, { placeID: place.id, name });
    await Attribute.welcome({ id, kind: "project", from: projectId, to: place.parentID, given: attributes });
    if (place.team) await Access.openToTeam(tx, id, place.team);
    await record({ type: "project.moved", entityID: id, parameters: { from: projectId, to: place.id } });
  }),
);

/** Puts anything into another project. */
export const moveAny = fn(
  z.object({ id: z.string(), projectID: z.string(), attributes: Attribute.Given.optional() }),
  async ({ id, projectID, attributes }): Promise<void> => {
    const kind = kindOf(id);
    if (kind === "project") return move({ id, to: { parentId: projectID, attributes } });
    const item = Item.safeParse(kind);
    if (item.success) return moveItem({ id, kind: item.data, projectID, attributes });
    throw Access.missing(id);
  },
);

/** Whatever lies in a project and is none. */
const Item = Entity.Kind.exclude(["project"]);
type MovedItem = {
  id: string;
  kind: z.infer<typeof Item>;
  projectID: string;
  attributes?: Attribute.Given | undefined;
};

/** What was given to it by itself stays; what it inherits changes. */
const moveItem = ({ id, kind, projectID, attributes }: MovedItem): Promise<void> =>
  transaction(async (tx): Promise<void> => {
    const { projectId: from } = await Entity.get(id, kind);
    await Access.require(id, "remove");
    const { parentID } = await requirePlace({ parentId: projectID });
    if (from === projectID) throw new AppError("conflict", "entity.already_there", "It lies in this project already.");
    const to = must(parentID, "project to move to");
    await tx
      .updateTable("entity")
      .set({ parent_id: to, revision: sql<number>`revision + 1`, updated_at: sql`now()` })
      .where("id", "=", id)
      .execute();
    await takeScope(tx, id, to);
    await Attribute.welcome({ id, kind, from, to, given: attributes });
    await tx.updateTable("run").set({ project_id: to }).where("subject_id", "=", id).execute();
    await record({ type: `${kind}.moved`, entityID: id, parameters: { from, to } });
  });

/** What has grants of its own keeps them; anything else has the rights of its new project. */
async function takeScope(tx: Transaction<Schema>, id: string, projectID: string): Promise<void> {
  const { scope_id } = await tx.selectFrom("entity").select("scope_id").where("id", "=", id).executeTakeFirstOrThrow();
  if (scope_id === id) return Access.moveScope(tx, id, projectID);
  await tx.updateTable("entity").set({ scope_id: projectID }).where("id", "=", id).execute();
}
