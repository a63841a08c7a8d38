import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { Access } from "../access/index.ts";
import { query } from "../database/index.ts";
import { fn } from "../util/index.ts";

/** Beyond so many it is no help to know which one it is. */
const MOST_COUNTED = 10_000;

const Neighbour = z.object({ id: z.string(), name: z.string() });
/** Where a media lies among those of its project, by name. */
export const Around = z.object({
  previous: Neighbour.nullable(),
  next: Neighbour.nullable(),
  /** From one; null where there are too many to count. */
  at: z.number().int().nullable(),
  total: z.number().int().nullable(),
});
export type Around = z.infer<typeof Around>;
type Neighbour = z.infer<typeof Neighbour>;

/** However many there are, one before and one after it are read. */
export const around = fn(z.string(), async (id): Promise<Around> => {
  await Access.require(id, "see");
  const { condition } = await Access.visibleEntities();
  const there = await query((db) =>
    db.selectFrom("entity").select(["parent_id", "name_key"]).where("id", "=", id).executeTakeFirstOrThrow(),
  );
  const place = sql`(${there.name_key}, ${id})`;
  const seen = sql`e.parent_id = ${there.parent_id} and e.kind = 'media' and e.deleted_at is null and ${condition}`;
  const one = async (side: RawBuilder<unknown>, order: RawBuilder<unknown>) => {
    const found = await query((db) =>
      sql<Neighbour>`select e.id, e.name from entity e where ${seen} and (e.name_key, e.id) ${side} ${place}
        order by e.name_key ${order}, e.id ${order} limit 1`.execute(db),
    );
    return found.rows[0] ?? null;
  };
  const count = async (where: RawBuilder<unknown>) => {
    const found = await query((db) =>
      sql<{
        n: number;
      }>`select count(*) as n from (select from entity e where ${seen} and ${where} limit ${MOST_COUNTED + 1}) c`.execute(
        db,
      ),
    );
    const n = found.rows[0]?.n ?? 0;
    return n > MOST_COUNTED ? null : n;
  };
  const total = await count(sql`true`);
  const before = total === null ? null : await count(sql`(e.name_key, e.id) < ${place}`);
  return {
    previous: await one(sql`<`, sql`desc`),
    next: await one(sql`>`, sql`asc`),
    at: before === null ? null : before + 1,
    total,
  };
});
