import { type Kysely, sql } from "kysely";

/** What administrators decide for the whole deployment, and what they tell everybody. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table setting (
      name text collate "C" primary key,
      value jsonb not null,
      changed_by text collate "C" references "user" on delete set null,
      changed_at timestamptz not null default now()
    );
    create index setting_changed_by on setting (changed_by);

    create table announcement (
      id text collate "C" primary key,
      title text not null,
      body text not null,
      tone text not null,
      dismissible boolean not null,
      starts_at timestamptz not null,
      ends_at timestamptz,
      created_by text collate "C" not null references "user",
      created_at timestamptz not null default now(),
      constraint announcement_tone_known check (tone in ('info', 'warning')),
      constraint announcement_ends_after_start check (ends_at > starts_at)
    );
    create index announcement_ends on announcement (ends_at);
    create index announcement_created_by on announcement (created_by);

    create table announcement_dismissal (
      user_id text collate "C" not null references "user" on delete cascade,
      announcement_id text collate "C" not null references announcement on delete cascade,
      primary key (user_id, announcement_id)
    );
    create index announcement_dismissal_of on announcement_dismissal (announcement_id);
  `.execute(db);
}

export async function down(db: Kysely<unknown>) {
  await sql`drop table announcement_dismissal, announcement, setting`.execute(db);
}
