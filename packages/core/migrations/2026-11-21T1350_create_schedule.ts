import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>) {
  await sql`
    create table schedule (
      id text collate "C" primary key,
      function_id text collate "C" not null references function (id),
      project_id text collate "C" not null references entity (id) on delete cascade,
      name text not null,
      cron text not null,
      timezone text not null,
      inputs jsonb not null,
      -- what to do at a time when the run before has not ended
      overlap text not null check (overlap in ('skip', 'allow')),
      run_as text collate "C" not null references "user" (id),
      -- what the API key might that it was written with: scopes, and the one project it reaches; null without a key
      key jsonb,
      created_by text collate "C" not null references "user" (id),
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      revision integer not null default 1,
      -- null while it is switched off
      next_at timestamptz,
      last_at timestamptz,
      last_run_id text collate "C" references run (id) on delete set null,
      -- why it could not start a run at last_at
      last_error jsonb,
      deleted_at timestamptz
    );
    create index schedule_due on schedule (next_at) where next_at is not null;
    create index schedule_of_project on schedule (project_id, id);
    create index schedule_of_function on schedule (function_id);
    create index schedule_run_as on schedule (run_as);
    create index schedule_created_by on schedule (created_by);
    create index schedule_last_run on schedule (last_run_id);
    -- the history of one function, and how much somebody has under way
    create index run_of_function on run (function_id, queued_at desc, id);
    create index run_open_of_person on run (requested_by) where state in ('queued', 'running');

    update function set description = 'Makes a typed table of a CSV, TSV, JSON, NDJSON, Parquet or Arrow file.', revision = revision + 1,
      signature = '{"inputs": [
        {"name": "projectId", "type": "project", "description": "Where the table is to lie", "options": {"caption": "Project"}},
        {"name": "name", "type": "string", "description": "What the table is called", "options": {"caption": "Name"}},
        {"name": "fileId", "type": "file", "description": "What the table is made of", "options": {"caption": "File"}},
        {"name": "options", "type": "object", "description": "How the file is to be read, where that is not clear by itself", "options": {"caption": "Options", "optional": true}}],
        "outputs": [{"name": "tableId", "type": "dataframe", "options": {"caption": "Table"}}, {"name": "version", "type": "int", "options": {"caption": "Version"}}]}'
      where id = 'fun_00000000000000000000000001';
  `.execute(db);
}

export async function down(db: Kysely<unknown>) {
  await sql`
    drop index run_of_function;
    drop index run_open_of_person;
    drop table schedule;
    update function set description = 'Makes a typed table of a CSV, TSV, NDJSON or Parquet file.', revision = revision - 1,
      signature = '{"inputs": [{"name": "projectId", "type": "project"}, {"name": "name", "type": "string"}, {"name": "fileId", "type": "file"},
        {"name": "options", "type": "object", "optional": true}], "outputs": [{"name": "tableId", "type": "table"}, {"name": "version", "type": "integer"}]}'
      where id = 'fun_00000000000000000000000001';
  `.execute(db);
}
