import { sql } from "kysely";
import * as Actor from "../actor/index.ts";
import { transaction } from "../database/index.ts";
import { createID } from "../id/index.ts";
import * as Outbox from "../outbox/put.ts";
import { preferenceOf } from "./types.ts";

/** As many notifications as one message of the outbox sends on. */
const TOGETHER = 200;

export type Notice = {
  recipients: string[];
  /** `<domain>.<what>` */
  type: string;
  entityID: string | null;
  parameters?: Record<string, string | number>;
};

/**
 * Tells people of something in the transaction of what happened, each as they chose to hear of it. Nobody is told of
 * what they did themselves.
 */
export const notify = ({ recipients, type, entityID, parameters = {} }: Notice): Promise<void> =>
  transaction(async (tx) => {
    const who = Actor.current();
    const actorID = Actor.userIDOrNone();
    const told = [...new Set(recipients)].filter((id) => id !== actorID || who.type === "run");
    if (told.length === 0) return;
    const ids = told.map(() => createID("notification"));
    const { inApp, mail } = preferenceOf(type);
    const made = await sql<{ id: string }>`
      insert into notification (id, user_id, type, entity_id, actor_id, parameters, in_app, mail)
      select r.id, u.id, ${type}, ${entityID}, ${actorID}, ${JSON.stringify(parameters)}::jsonb,
        coalesce(p.in_app, ${inApp}), coalesce(p.mail, ${mail})
      from unnest(${ids}::text[], ${told}::text[]) r (id, user_id)
      join "user" u on u.id = r.user_id and u.deactivated_at is null
      left join notification_preference p on p.user_id = u.id and p.type = ${type}
      where coalesce(p.in_app, ${inApp}) or coalesce(p.mail, ${mail}) <> 'off'
      returning id`.execute(tx);
    for (let at = 0; at < made.rows.length; at += TOGETHER) {
      const together = made.rows.slice(at, at + TOGETHER).map(({ id }) => id);
      await Outbox.put("notification", { notificationIds: together });
    }
  });
