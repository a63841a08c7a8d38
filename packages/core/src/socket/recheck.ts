import { sql } from "kysely";
import { query } from "../database/index.ts";

/** Sockets whose session, key or owner is no more; they are forgotten here and to be closed. */
export async function takeOrphans(): Promise<string[]> {
  const gone = await query((db) =>
    sql<{ id: string }>`
      delete from socket k using "user" u
      where u.id = k.user_id and (
        u.deactivated_at is not null
        or (k.actor ? 'sessionID' and not exists (
          select from session s where s.id = k.actor ->> 'sessionID' and s.awaits is null and s.expires_at > now()))
        or (k.actor ? 'key' and not exists (
          select from api_key a where a.id = k.actor -> 'key' ->> 'id' and (a.expires_at is null or a.expires_at > now())))
      ) returning k.id`.execute(db),
  );
  return gone.rows.map(({ id }) => id);
}

export type Revoked = { socket_id: string; entity_id: string };

/** Ends what people follow and may read no more: below one entity, or anywhere. */
export async function takeRevoked(entityID: string | null): Promise<Revoked[]> {
  const below =
    entityID === null
      ? sql`true`
      : sql`(e.id = ${entityID} or e.scope_id in (select id from scope where ancestors @> array[${entityID}]))`;
  const gone = await query((db) =>
    sql<Revoked>`
      delete from socket_subscription s using socket k, entity e
      where k.id = s.socket_id and e.id = s.entity_id and ${below} and (e.deleted_at is not null or not exists (
        select from effective_privileges(k.user_id, 3, false) f where f.scope_id = e.scope_id and f.privileges & 2 <> 0))
      returning s.socket_id, s.entity_id`.execute(db),
  );
  return gone.rows;
}
