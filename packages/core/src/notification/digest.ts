import { sql } from "kysely";
import { query, transaction } from "../database/index.ts";
import * as Outbox from "../outbox/put.ts";

/** Mornings begin at this hour, in UTC: what came before it goes out. */
const HOUR = 7;
const PEOPLE_AT_ONCE = 200;
const KEEP_DAYS = 180;
const FORGOTTEN_AT_ONCE = 10_000;

/** Once a day, one mail for everybody who wants them together; and what is old goes. */
export async function sweep(): Promise<{ digests: number }> {
  await query((db) =>
    sql`delete from notification where id in (
      select id from notification where created_at < now() - make_interval(days => ${KEEP_DAYS}) limit ${FORGOTTEN_AT_ONCE})`.execute(
      db,
    ),
  );
  return { digests: await transaction(takeDigests) };
}

/** Marked as sent in the transaction that sends them on: the next sweep finds them no more. */
async function takeDigests(): Promise<number> {
  const taken = await query((db) =>
    sql<{ ids: string[] }>`
      with due as (
        select distinct user_id from notification
        where mail = 'digest'
          and created_at < date_trunc('day', now() - make_interval(hours => ${HOUR}), 'UTC') + make_interval(hours => ${HOUR})
        limit ${PEOPLE_AT_ONCE}
      ), sent as (
        update notification n set mail = 'sent' from due where n.user_id = due.user_id and n.mail = 'digest'
        returning n.id, n.user_id
      )
      select array_agg(id) as ids from sent group by user_id`.execute(db),
  );
  for (const { ids } of taken.rows) await Outbox.put("notification", { digestIds: ids });
  return taken.rows.length;
}
