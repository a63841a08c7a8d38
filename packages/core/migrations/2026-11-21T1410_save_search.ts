import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>) {
  await sql`
    create table saved_search (
      id text collate "C" primary key,
      created_by text collate "C" not null references "user" (id) on delete cascade,
      -- where it looks; null for everywhere
      project_id text collate "C" references entity (id) on delete cascade,
      -- with whoever sees the project
      shared boolean not null default false,
      name text not null,
      query text not null,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      deleted_at timestamptz,
      constraint saved_search_shared_in_project check (not shared or project_id is not null)
    );
    create index saved_search_of_person on saved_search (created_by, id);
    create index saved_search_in_project on saved_search (project_id, id);
    create index saved_search_shared on saved_search (id) where shared and deleted_at is null;
  `.execute(db);
}

export async function down(db: Kysely<unknown>) {
  await sql`drop table saved_search`.execute(db);
}
