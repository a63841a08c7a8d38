import { type Kysely, sql } from "kysely";

/** Projects, uploads and the files they become. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table project (
      id text collate "C" primary key references entity on delete cascade
    );

    create table upload (
      id text collate "C" primary key,
      project_id text collate "C" not null references entity,
      file_id text collate "C" not null,
      created_by text collate "C" not null references "user",
      name text not null,
      bytes bigint not null,
      content_type text not null,
      sha256 text,
      part_bytes bigint not null,
      part_count integer not null,
      key text collate "C" not null,
      multipart_id text,
      state text not null,
      created_at timestamptz not null default now(),
      expires_at timestamptz not null,
      constraint upload_state_known check (state in ('open', 'completed', 'aborted')),
      constraint upload_file_unique unique (file_id)
    );
    -- A person's unfinished uploads in a project, and those whose time has passed.
    create index upload_open on upload (project_id, id) where state = 'open';
    create index upload_expiring on upload (expires_at) where state = 'open';

    create table file (
      id text collate "C" primary key references entity on delete cascade,
      bytes bigint not null,
      content_type text not null,
      key text collate "C" not null,
      etag text not null,
      sha256 text,
      sha256_verified_at timestamptz,
      constraint file_key_unique unique (key)
    );

    create table idempotency (
      actor_id text collate "C" not null,
      route text collate "C" not null,
      key text collate "C" not null,
      request_hash bytea not null,
      reference jsonb,
      created_at timestamptz not null default now(),
      primary key (actor_id, route, key)
    );
    create index idempotency_created_at on idempotency (created_at);
  `.execute(db);
}

export async function down(db: Kysely<unknown>) {
  await sql`drop table idempotency, file, upload, project;`.execute(db);
}
