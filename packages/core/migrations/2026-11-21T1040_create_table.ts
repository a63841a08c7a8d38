import { type Kysely, sql } from "kysely";

/** Tables and their immutable versions, each one Parquet object. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table table_ (
      id text collate "C" primary key references entity on delete cascade,
      file_id text collate "C" references file,
      run_id text collate "C" not null references run,
      options jsonb not null default '{}',
      current_version integer
    );
    create index table_source on table_ (file_id);

    create table table_version (
      table_id text collate "C" not null references table_ on delete cascade,
      version integer not null,
      run_id text collate "C" not null references run,
      key text collate "C" not null,
      bytes bigint not null,
      etag text not null,
      rows bigint not null,
      columns jsonb not null,
      report jsonb not null,
      created_at timestamptz not null default now(),
      primary key (table_id, version),
      constraint table_version_key_unique unique (key)
    );

    alter table table_ add constraint table_current_version_exists
      foreign key (id, current_version) references table_version (table_id, version) deferrable initially deferred;
  `.execute(db);
}

export async function down(db: Kysely<unknown>) {
  await sql`
    alter table table_ drop constraint table_current_version_exists;
    drop table table_version, table_;
  `.execute(db);
}
