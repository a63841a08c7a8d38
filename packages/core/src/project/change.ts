import { sql } from "kysely";
import { z } from "zod";
import { Access } from "../access/index.ts";
import { record } from "../audit/record.ts";
import { query, transaction } from "../database/index.ts";
import { Entity } from "../entity/index.ts";
import { createID } from "../id/index.ts";
import { Run } from "../run/index.ts";
import { fn, must } from "../util/index.ts";
import { claim } from "./path.ts";
import { checkDepth, requirePlace } from "./place.ts";
import { Create, Patch } from "./schema.ts";

/** At the top a project has its maker as owner, and a team's is open to the team; inside another it inherits from it. */
export const create = fn(Create, ({ parentId, namespace, slug, visibility, ...input }) =>
  transaction(async (tx): Promise<string> => {
    const place = await requirePlace({ parentId, namespace });
    if (place.parentID) await checkDepth(tx, { parentID: place.parentID, height: 1 });
    const id = createID("project");
    const namespaceID = place.parentID ? null : place.id;
    await Entity.create({ id, kind: "project", parentID: place.parentID, namespaceID, ...input });
    await tx.insertInto("project").values({ id, copied_from: null }).execute();
    await settle(id, { placeID: place.id, name: input.name, slug });
    if (place.team) await Access.openToTeam(tx, id, place.team);
    if (visibility !== undefined && visibility !== "private") {
      await Access.require(id, "share");
      await Access.setVisibility(id, visibility);
    }
    return id;
  }),
);

/** Gives a project its address in a place, as the entity says it. */
export const settle = (id: string, at: { placeID: string; name: string; slug?: string | undefined }): Promise<void> =>
  transaction(async (tx) => {
    const slug = await claim(tx, { ...at, projectID: id });
    await tx.updateTable("entity").set({ slug }).where("id", "=", id).execute();
  });

export const update = fn(
  z.object({ id: z.string(), revision: z.number().int().optional(), patch: Patch }),
  ({ id, revision, patch: { visibility, slug, readme, ...patch } }) =>
    transaction(async (tx): Promise<void> => {
      await Entity.update({ id, kind: "project", revision, patch });
      if (readme !== undefined) await tx.updateTable("project").set({ readme }).where("id", "=", id).execute();
      if (slug !== undefined) await changeSlug(id, slug);
      if (visibility === undefined) return;
      await Access.require(id, "share");
      await Access.setVisibility(id, visibility);
      await record({ type: "access.visibility_changed", entityID: id, parameters: { visibility } });
    }),
);

/** The address is for links that others keep, so whoever edits does not change it: whoever manages does. */
async function changeSlug(id: string, slug: string): Promise<void> {
  await Access.require(id, "manage");
  const { parent_id, namespace_id, name } = await query((db) =>
    db
      .selectFrom("entity")
      .select(["parent_id", "namespace_id", "name"])
      .where("id", "=", id)
      .executeTakeFirstOrThrow(),
  );
  await settle(id, { placeID: must(parent_id ?? namespace_id, "place of the project"), name, slug });
  await record({ type: "project.address_changed", entityID: id, parameters: { slug } });
}

/** To the trash, with everything in it; what still works for it is stopped. */
export const remove = (input: { id: string; revision?: number }): Promise<void> =>
  transaction(async (tx) => {
    await Entity.remove({ ...input, kind: "project" });
    const inside = await tx
      .selectFrom("scope as s")
      .innerJoin("project as p", "p.id", "s.id")
      .select("s.id")
      .where(sql<boolean>`s.ancestors @> array[${input.id}]`)
      .execute();
    for (const { id } of inside) await Run.cancelIn(id);
  });
