import { sql } from "kysely";
import { query } from "../database/index.ts";
import { around } from "../entity/around.ts";
import { note } from "../trigger/note.ts";
import { pokeAfterCommit } from "./put.ts";

export type Announced = {
  id: string;
  type: string;
  actorID: string | null;
  entityID: string | null;
  parameters: Record<string, unknown>;
};

/** After these somebody may see less than before, so that open sockets are looked through. */
const LOWERS_RIGHTS = [
  /^access\.(given|taken|expired|ended|visibility_changed)$/,
  /^group\.(member_removed|member_role_changed|child_removed|trashed|changed)$/,
  /^(session|api_key)\./,
  /^user\.(deactivated|rights_changed)$/,
  /^[a-z]+\.(trashed|moved)$/,
];

/** Called for every event in its own transaction: leaves for the relay what others are to hear of it. */
export async function announce(event: Announced): Promise<void> {
  const told = event.entityID === null ? 0 : await tellWebhooks(event, event.entityID);
  await note(event);
  const recheck = LOWERS_RIGHTS.some((pattern) => pattern.test(event.type));
  if (recheck) await tellSockets(event.entityID);
  if (recheck || told > 0) await pokeAfterCommit();
}

/** Of the projects around the entity, those webhooks that asked for this type. */
async function tellWebhooks({ id, type, actorID, parameters }: Announced, entityID: string): Promise<number> {
  const body = { id, type, at: new Date().toISOString(), actorId: actorID, entityId: entityID, parameters };
  const put = await query((db) =>
    sql`
      with recursive ${around(entityID)}, told as (
        insert into webhook_delivery (webhook_id, event_id, type, body)
        select w.id, ${id}, ${type}, ${JSON.stringify(body)}::jsonb || jsonb_build_object('projectId', w.project_id)
        from around a join webhook w on w.project_id = a.id
        where w.active and w.deleted_at is null
          and w.types && array['*', ${type}::text, split_part(${type}::text, '.', 1) || '.*']
        returning id
      )
      insert into outbox (channel, payload) select 'webhook', jsonb_build_object('deliveryId', id) from told returning id`.execute(
      db,
    ),
  );
  return put.rows.length;
}

/** What happens to a group may concern everything that was shared with it. */
async function tellSockets(entityID: string | null): Promise<void> {
  const payload = JSON.stringify({ recheck: { entityId: entityID?.startsWith("grp_") ? null : entityID } });
  await query((db) => db.insertInto("outbox").values({ channel: "socket", payload, error: null }).execute());
}
