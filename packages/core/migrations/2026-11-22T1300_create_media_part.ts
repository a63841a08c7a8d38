import { type Kysely, sql } from "kysely";

/** Stretches of long videos that were encoded and not joined yet: what a job that was killed need not make again. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table media_part (
      media_id text collate "C" not null references media on delete cascade,
      rendition text not null,
      part integer not null,
      -- Settings and cuts it was made with: parts of others don't fit beside it.
      made_with text not null,
      key text not null,
      frames integer not null,
      created_at timestamptz not null default now(),
      primary key (media_id, rendition, part)
    );
  `.execute(db);
}

export async function down(db: Kysely<unknown>) {
  await sql`drop table media_part`.execute(db);
}
