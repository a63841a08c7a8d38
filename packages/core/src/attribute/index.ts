import { z } from "zod";
import { Access } from "../access/index.ts";
import { query } from "../database/index.ts";
import { fn } from "../util/index.ts";
import { typesAround } from "./row.ts";
import type { Info } from "./schema.ts";

export { changed } from "./apply.ts";
export { initial } from "./begin.ts";
export * as Attribute from "./index.ts";
export { welcome } from "./move.ts";
export { Definition, Given, Info, Value } from "./schema.ts";
export { create, get, list, remove, replace, restore, update } from "./type.ts";

/** The attributes an entity can have, with what it has. */
export const of = fn(z.string(), async (entityID): Promise<{ types: Info[]; values: Record<string, unknown> }> => {
  await Access.require(entityID, "read");
  const entity = await query((db) =>
    db.selectFrom("entity").select(["kind", "attributes"]).where("id", "=", entityID).executeTakeFirstOrThrow(),
  );
  return { types: await typesAround(entityID, entity.kind), values: entity.attributes };
});
