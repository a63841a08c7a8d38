import { sql } from "kysely";
import { z } from "zod";
import { privilegesOfUser } from "../access/others.ts";
import { query } from "../database/index.ts";
import { log } from "../log/index.ts";
import { close, say } from "./gateway.ts";
import { takeOrphans, takeRevoked } from "./recheck.ts";
import { disconnect } from "./subscribe.ts";

const Message = z.looseObject({ type: z.string() });
const Payload = z.union([
  z.strictObject({ userIds: z.array(z.string()), message: Message }),
  z.strictObject({ entityIds: z.array(z.string()), message: Message }),
  z.strictObject({ recheck: z.object({ entityId: z.string().nullable() }) }),
]);
const AT_ONCE = 25;

/** Says something to whoever is connected and may know of it now; what nobody hears is not kept. */
export async function deliver(payload: unknown): Promise<void> {
  const asked = Payload.parse(payload);
  if ("recheck" in asked) return recheck(asked.recheck.entityId);
  const ids = "userIds" in asked ? await socketsOf(asked.userIds) : await followersOf(asked.entityIds);
  await each(ids, (id) => tell(id, asked.message));
}

async function recheck(entityID: string | null): Promise<void> {
  await each(await takeOrphans(), close);
  await each(await takeRevoked(entityID), ({ socket_id, entity_id }) =>
    tell(socket_id, { type: "unsubscribed", entityId: entity_id }),
  );
}

const socketsOf = async (userIDs: string[]): Promise<string[]> =>
  (
    await query((db) =>
      sql<{ id: string }>`
        select k.id from socket k join "user" u on u.id = k.user_id
        where k.user_id = any (${userIDs}) and u.deactivated_at is null`.execute(db),
    )
  ).rows.map(({ id }) => id);

/** Asked anew for each message: whoever lost the right hears nothing from that moment on. */
const followersOf = async (entityIDs: string[]): Promise<string[]> =>
  (
    await query((db) =>
      sql<{ id: string }>`
        select distinct k.id from socket_subscription s
        join socket k on k.id = s.socket_id
        join "user" u on u.id = k.user_id and u.deactivated_at is null
        join entity e on e.id = s.entity_id and e.deleted_at is null
        cross join ${privilegesOfUser(sql`k.user_id`)}
        where s.entity_id = any (${entityIDs}) and p.privileges & 2 <> 0`.execute(db),
    )
  ).rows.map(({ id }) => id);

/** One client that does not answer must not keep the others from hearing. */
async function tell(id: string, message: object): Promise<void> {
  try {
    if ((await say(id, message)) === "gone") await disconnect(id);
  } catch (error) {
    log.warn("a socket did not take a message", { error });
  }
}

async function each<T>(items: T[], run: (item: T) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < items.length; at += AT_ONCE) await Promise.all(items.slice(at, at + AT_ONCE).map(run));
}
