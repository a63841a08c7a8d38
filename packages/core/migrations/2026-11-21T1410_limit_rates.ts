import { type Kysely, sql } from "kysely";

/** What of its allowance each account has left. Unlogged: counters may be lost, and then everybody starts with all of theirs. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create unlogged table rate_bucket (
      key bytea primary key,
      tokens float8 not null,
      -- how many the last one who asked was given
      granted integer not null,
      at timestamptz not null default statement_timestamp()
    );
    create index rate_bucket_idle on rate_bucket (at);
  `.execute(db);
}

export async function down(db: Kysely<unknown>) {
  await sql`drop table rate_bucket`.execute(db);
}
