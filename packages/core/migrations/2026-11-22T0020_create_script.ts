import { type Kysely, sql } from "kysely";

/** Scripts, and every source that each has had. A version's number is the revision of the function it made. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table script (
      id text collate "C" primary key references entity (id) on delete cascade,
      language text not null,
      version integer not null,
      -- what the annotation header of that version says beside inputs and outputs, and what is wrong with it, by line
      header jsonb not null,
      problems jsonb not null
    );

    create table script_version (
      script_id text collate "C" not null references script (id) on delete cascade,
      version integer not null,
      language text not null,
      source text not null,
      sha256 text not null,
      -- the version whose source was taken again
      restored_from integer,
      created_by text collate "C" not null references "user" (id),
      created_at timestamptz not null default now(),
      primary key (script_id, version),
      constraint script_source_short check (octet_length(source) <= 1000000)
    );
    create index script_version_created_by on script_version (created_by);
    alter table script add constraint script_version_exists
      foreign key (id, version) references script_version (script_id, version) deferrable initially deferred;
  `.execute(db);
}

export async function down(db: Kysely<unknown>) {
  await sql`
    alter table script drop constraint script_version_exists;
    drop table script_version, script;
  `.execute(db);
}
