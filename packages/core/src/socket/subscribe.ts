import { sql } from "kysely";
import { z } from "zod";
import { effective } from "../access/policy.ts";
import { has } from "../access/privilege.ts";
import * as Actor from "../actor/index.ts";
import { query, transaction } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import { fn } from "../util/index.ts";
import { SocketActor } from "./actor.ts";

/** What one page shows at once, and some more. */
const MOST = 100;

const Asked = z.object({ id: z.string(), entityIDs: z.array(z.string().max(64)).min(1).max(MOST) });

/** Follows entities that the socket's owner may read. What they may not is left out, as if it were not there. */
export const subscribe = fn(Asked, ({ id, entityIDs }) =>
  transaction(async (tx): Promise<string[]> => {
    const actor = await ownerOf(id);
    const readable: string[] = [];
    for (const entityID of new Set(entityIDs)) {
      const privileges = await Actor.as(actor, () => effective(entityID));
      if (has(privileges, "read")) readable.push(entityID);
    }
    await sql`
      insert into socket_subscription (socket_id, entity_id) select ${id}, e from unnest(${readable}::text[]) e
      on conflict do nothing`.execute(tx);
    const { rows } = await sql<{ n: number }>`
      select count(*) as n from socket_subscription where socket_id = ${id}`.execute(tx);
    if ((rows[0]?.n ?? 0) > MOST)
      throw new AppError("limit", "socket.too_many", `Follow at most ${MOST} things at once; unsubscribe from some.`);
    return readable;
  }),
);

export const unsubscribe = fn(Asked, async ({ id, entityIDs }): Promise<void> => {
  await query((db) =>
    db.deleteFrom("socket_subscription").where("socket_id", "=", id).where("entity_id", "in", entityIDs).execute(),
  );
});

export async function disconnect(id: string): Promise<void> {
  await query((db) => db.deleteFrom("socket").where("id", "=", id).execute());
}

/** Says that somebody is still there. */
export async function ping(id: string): Promise<void> {
  const seen = await query((db) =>
    db.updateTable("socket").set({ seen_at: sql<Date>`now()` }).where("id", "=", id).executeTakeFirst(),
  );
  if (seen.numUpdatedRows === 0n) throw unknown();
}

/** Locked, so that two messages of one socket do not both stay below the limit. */
async function ownerOf(id: string): Promise<Extract<Actor.Actor, { type: "user" }>> {
  const row = await query((db) =>
    db.selectFrom("socket").select("actor").where("id", "=", id).forUpdate().executeTakeFirst(),
  );
  if (!row) throw unknown();
  return SocketActor.parse(row.actor);
}

const unknown = () => new AppError("not_found", "socket.not_found", "This socket is closed. Open another one.");
