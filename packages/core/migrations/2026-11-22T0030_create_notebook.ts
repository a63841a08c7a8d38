import { type Kysely, sql } from "kysely";

const EXPORT = "fun_00000000000000000000000003";

/** Notebooks: their bytes are objects, one a version, whose number is the revision of the function it made. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table notebook (
      id text collate "C" primary key references entity (id) on delete cascade,
      version integer not null,
      -- what about its parameters keeps it from being run, by cell and line
      problems jsonb not null
    );

    create table notebook_version (
      notebook_id text collate "C" not null references notebook (id) on delete cascade,
      version integer not null,
      key text not null,
      bytes integer not null,
      sha256 text not null,
      kernel text,
      language text not null,
      cells integer not null,
      -- the version whose content was taken again
      restored_from integer,
      created_by text collate "C" not null references "user" (id),
      created_at timestamptz not null default now(),
      primary key (notebook_id, version)
    );
    create index notebook_version_created_by on notebook_version (created_by);
    alter table notebook add constraint notebook_version_exists
      foreign key (id, version) references notebook_version (notebook_id, version) deferrable initially deferred;

    insert into function (id, kind, name, description, signature) values (
      ${sql.lit(EXPORT)}, 'builtin', 'export a notebook', 'Makes a page or a PDF of a notebook, with all that is in it.',
      '{"inputs": [
          {"name": "file", "type": "file", "options": {"caption": "Notebook file", "optional": true, "nullable": true}},
          {"name": "notebook", "type": "string", "description": "The id of a notebook, in place of a file",
            "options": {"caption": "Notebook", "optional": true, "nullable": true}},
          {"name": "format", "type": "string", "default": "html", "options": {"caption": "Format", "choices": {"values": ["html", "pdf"]}}}
        ], "outputs": [{"name": "document", "type": "file", "options": {}}]}'
    );
  `.execute(db);
}

export async function down(db: Kysely<unknown>) {
  await sql`
    delete from relation where run_id in (select id from run where function_id = ${sql.lit(EXPORT)});
    delete from schedule where function_id = ${sql.lit(EXPORT)};
    delete from run where function_id = ${sql.lit(EXPORT)};
    delete from function where id = ${sql.lit(EXPORT)};
    alter table notebook drop constraint notebook_version_exists;
    drop table notebook_version, notebook;
  `.execute(db);
}
