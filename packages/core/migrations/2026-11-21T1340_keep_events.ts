import { type Kysely, sql } from "kysely";

/** The program's role owns no table, so the partitions of the months ahead are made with their owner's rights. */
export async function up(db: Kysely<unknown>) {
  await sql`
    alter function ensure_event_months() security definer set search_path = public, pg_temp;
  `.execute(db);
}

export async function down(db: Kysely<unknown>) {
  await sql`alter function ensure_event_months() security invoker reset all`.execute(db);
}
