import { z } from "zod";
import { Access } from "../access/index.ts";
import * as Actor from "../actor/index.ts";
import { query } from "../database/index.ts";
import { fn } from "../util/index.ts";
import { typesAround } from "./row.ts";
import type { Info } from "./schema.ts";

export { changed } from "./apply.ts";
export { initial } from "./begin.ts";
export * as Attribute from "./index.ts";
export { welcome } from "./move.ts";
export { AttributeName, Definition, Given, Info, Value } from "./schema.ts";
export { create, get, list, remove, replace, restore, update } from "./type.ts";

/** The attributes an entity can have, with what it has. */
export const of = fn(z.string(), async (entityID): Promise<{ types: Info[]; values: Record<string, unknown> }> => {
  await Access.require(entityID, "read");
  const entity = await query((db) =>
    db.selectFrom("entity").select(["kind", "attributes"]).where("id", "=", entityID).executeTakeFirstOrThrow(),
  );
  return { types: await told(await typesAround(entityID, entity.kind)), values: entity.attributes };
});

/** Who has no account and was let in to one thing is not told of the projects around it. */
async function told(types: Info[]): Promise<Info[]> {
  if (Actor.current().type !== "public") return types;
  const shown = new Set<string>();
  for (const id of new Set(types.map(({ projectId }) => projectId)))
    if ((await Access.effective(id)) !== 0) shown.add(id);
  return types.filter(({ projectId }) => shown.has(projectId));
}
