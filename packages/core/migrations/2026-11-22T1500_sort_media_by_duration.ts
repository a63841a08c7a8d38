import { type Kysely, sql } from "kysely";

/** Media in the order of how long they are; pages are found by whole numbers, and what has no length comes first. */
export async function up(db: Kysely<unknown>) {
  await sql`
    alter table media add column duration_ms bigint not null
      generated always as (coalesce(round(duration * 1000), 0)::bigint) stored;
    create index media_by_duration on media (duration_ms, id);
  `.execute(db);
}

export async function down(db: Kysely<unknown>) {
  await sql`
    drop index media_by_duration;
    alter table media drop column duration_ms;
  `.execute(db);
}
