import { type Kysely, sql } from "kysely";

/** Functions, their runs, and the relations that say where things came from. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table function (
      id text collate "C" primary key,
      name text not null,
      description text not null,
      revision integer not null default 1,
      signature jsonb not null,
      created_at timestamptz not null default now(),
      constraint function_name_unique unique (name)
    );

    insert into function (id, name, description, signature) values (
      'fun_00000000000000000000000001', 'import', 'Makes a typed table of a CSV, TSV, NDJSON or Parquet file.',
      '{"inputs": [{"name": "projectId", "type": "project"}, {"name": "name", "type": "string"}, {"name": "fileId", "type": "file"},
        {"name": "options", "type": "object", "optional": true}], "outputs": [{"name": "tableId", "type": "table"}, {"name": "version", "type": "integer"}]}'
    );

    -- subject_id is the entity the run works for; who may see the run follows from it.
    create table run (
      id text collate "C" primary key,
      function_id text collate "C" not null references function,
      function_revision integer not null,
      project_id text collate "C" not null references entity,
      subject_id text collate "C" not null references entity,
      parent_run_id text collate "C" references run,
      state text not null default 'queued',
      attempt integer not null default 1,
      progress jsonb not null default '{}',
      inputs jsonb not null,
      outputs jsonb,
      error jsonb,
      execution_arn text,
      requested_by text collate "C" not null references "user",
      cost jsonb,
      queued_at timestamptz not null default now(),
      submitted_at timestamptz,
      started_at timestamptz,
      ended_at timestamptz,
      checked_at timestamptz not null default now(),
      constraint run_state_known check (state in ('queued', 'running', 'succeeded', 'failed', 'cancelled')),
      constraint run_ended_has_time check ((state in ('queued', 'running')) = (ended_at is null))
    );
    -- A project's runs, one entity's runs, all runs, newest first; and what the sweeper must look after.
    create index run_in_project on run (project_id, queued_at, id);
    create index run_of_subject on run (subject_id, queued_at, id);
    create index run_by_queued on run (queued_at, id);
    create index run_open on run (checked_at) where state in ('queued', 'running');

    create table run_step (
      run_id text collate "C" not null references run on delete cascade,
      attempt integer not null,
      name text not null,
      state text not null,
      engine text,
      started_at timestamptz not null default now(),
      ended_at timestamptz,
      primary key (run_id, attempt, name),
      constraint run_step_state_known check (state in ('running', 'succeeded', 'failed', 'cancelled'))
    );

    create table run_log (
      seq bigint generated always as identity primary key,
      run_id text collate "C" not null references run on delete cascade,
      attempt integer not null,
      at timestamptz not null default clock_timestamp(),
      level text not null,
      step text not null,
      message text not null,
      constraint run_log_level_known check (level in ('info', 'warn', 'error'))
    );
    create index run_log_of_run on run_log (run_id, seq);

    create table relation (
      id bigint generated always as identity primary key,
      subject_id text collate "C" not null,
      predicate text collate "C" not null,
      object_id text collate "C" not null,
      run_id text collate "C" references run,
      role text collate "C" not null default '',
      content_hash text,
      version integer,
      at timestamptz not null default now(),
      constraint relation_unique unique nulls not distinct (subject_id, predicate, object_id, run_id, role)
    );
    create index relation_object on relation (object_id, predicate);
    create index relation_run on relation (run_id);
  `.execute(db);
}

export async function down(db: Kysely<unknown>) {
  await sql`drop table relation, run_log, run_step, run, function;`.execute(db);
}
