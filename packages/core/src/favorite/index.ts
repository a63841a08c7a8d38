import { sql } from "kysely";
import { z } from "zod";
import { Access } from "../access/index.ts";
import * as Actor from "../actor/index.ts";
import { query } from "../database/index.ts";
import type { Item } from "../entity/item.ts";
import { itemsOf } from "../entity/page.ts";
import * as Paging from "../paging/index.ts";
import { fn } from "../util/index.ts";

export * as Favorite from "./index.ts";

/** Stars an entity, which nobody else sees. Starring it again changes nothing. */
export const add = fn(z.string(), async (entityID): Promise<void> => {
  await Access.require(entityID, "see");
  const values = { user_id: Actor.userID(), entity_id: entityID };
  await query((db) =>
    db
      .insertInto("favorite")
      .values(values)
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );
});

/** Also of what the actor does not see any more, where they once starred it. */
export const remove = fn(z.string(), async (entityID): Promise<void> => {
  const gone = await query((db) =>
    db
      .deleteFrom("favorite")
      .where("user_id", "=", Actor.userID())
      .where("entity_id", "=", entityID)
      .executeTakeFirst(),
  );
  if (gone.numDeletedRows === 0n) await Access.require(entityID, "see");
});

export const has = fn(z.string(), async (entityID): Promise<boolean> => {
  await Access.require(entityID, "see");
  const found = await query((db) =>
    db
      .selectFrom("favorite")
      .select("entity_id")
      .where("user_id", "=", Actor.userID())
      .where("entity_id", "=", entityID)
      .executeTakeFirst(),
  );
  return found !== undefined;
});

const Query = z.object({ limit: Paging.Limit, cursor: z.string().optional() });
const newestFirst = Paging.parseSort({ createdAt: { by: sql`f.created_at`, type: "timestamptz" } }, "-createdAt");

/** What the actor starred, newest first; what they may not see any more is left out. */
export const list = fn(Query, async ({ limit, cursor }): Promise<Paging.Page<Item>> => {
  const id = sql`f.entity_id`;
  const found = await query((db) =>
    sql<{ id: string; cursor_value: string }>`
      select f.entity_id as id, ${Paging.cursorValue(newestFirst)} as cursor_value
      from favorite f join entity e on e.id = f.entity_id and e.deleted_at is null
      cross join ${Access.privilegesOfEntity()}
      where f.user_id = ${Actor.userID()} and p.privileges & 1 <> 0 and ${Paging.after(newestFirst, id, cursor)}
      order by ${Paging.orderBy(newestFirst, id)} limit ${limit + 1}`.execute(db),
  );
  const { rows, next } = Paging.cut(found.rows, limit, newestFirst);
  return {
    items: await itemsOf(
      rows.map((row) => row.id),
      false,
    ),
    next,
  };
});
