import { type Kysely, sql } from "kysely";

/** Codes that somebody's device makes (RFC 6238), asked for after the first proof; and sessions that wait for one. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table second_factor (
      user_id text collate "C" primary key references "user" on delete cascade,
      secret bytea not null,
      confirmed_at timestamptz,
      last_step bigint not null default 0,
      created_at timestamptz not null default now()
    );
    create table recovery_code (
      user_id text collate "C" not null references second_factor on delete cascade,
      hash bytea not null,
      used_at timestamptz,
      primary key (user_id, hash)
    );
    alter table session add column awaits text,
      add constraint session_awaits_known check (awaits in ('code', 'enrolment'));
    create index session_awaiting on session (created_at) where awaits is not null;
  `.execute(db);
}

/** A session that waits is none without the code. */
export async function down(db: Kysely<unknown>) {
  await sql`
    delete from session where awaits is not null;
    alter table session drop column awaits;
    drop table recovery_code, second_factor;
  `.execute(db);
}
