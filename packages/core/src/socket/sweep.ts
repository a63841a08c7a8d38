import { sql } from "kysely";
import { query } from "../database/index.ts";
import * as Outbox from "../outbox/put.ts";

/** API Gateway closes every socket after two hours; a row older than that was left by a message that got lost. */
const LONGEST_LIFE_MINUTES = 130;

/** Tickets nobody used, sockets that ended unsaid; and once a minute whoever's session ran out, while anybody is there. */
export async function sweep(): Promise<void> {
  await query((db) => sql`delete from socket_ticket where expires_at < now()`.execute(db));
  await query((db) =>
    sql`delete from socket where connected_at < now() - make_interval(mins => ${LONGEST_LIFE_MINUTES})`.execute(db),
  );
  const open = await query((db) => sql`select 1 from socket limit 1`.execute(db));
  if (open.rows.length > 0) await Outbox.put("socket", { recheck: { entityId: null } });
}
