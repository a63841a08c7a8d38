import { type Kysely, sql } from "kysely";

const ANALYZE = "fun_00000000000000000000000008";

const optional = { optional: true, nullable: true };
const SIGNATURE = {
  inputs: [
    { name: "algorithm", type: "string", description: "Its id", options: { caption: "Algorithm" } },
    {
      name: "mediaIds",
      type: "list",
      item: "media",
      description: "What it works on, or else a query",
      options: { caption: "Media", ...optional },
    },
    {
      name: "query",
      type: "map",
      description: "Finds what it works on, as the list of media does",
      options: { caption: "Query", ...optional },
    },
    {
      name: "count",
      type: "int",
      description: "How many media these are believed to be; where they are not so many, nothing begins",
      options: { caption: "Count", ...optional },
    },
    {
      name: "parameters",
      type: "map",
      description: "Of the algorithm",
      options: { caption: "Parameters", ...optional },
    },
    {
      name: "projectId",
      type: "string",
      description: "That the run is for",
      options: { caption: "Project", ...optional },
    },
    {
      name: "layer",
      type: "map",
      description: "Its id, or the name of a new one",
      options: { caption: "Layer", ...optional },
    },
  ],
  outputs: [
    { name: "layer", type: "string", options: {} },
    { name: "annotations", type: "int", options: {} },
  ],
};

/** Algorithms: scripts that read media in batches and leave annotations. A run of one has a job for each batch. */
export async function up(db: Kysely<unknown>) {
  await sql`
    insert into function (id, kind, name, description, signature) values (
      ${sql.lit(ANALYZE)}, 'builtin', 'run-algorithm', 'Runs an algorithm over videos and pictures, in batches.',
      ${sql.lit(JSON.stringify(SIGNATURE))}::jsonb
    );

    alter table job add column part integer not null default 0;
    alter table job drop constraint job_pkey;
    alter table job add primary key (run_id, part);

    create table algorithm (
      id text collate "C" primary key,
      project_id text collate "C" not null references project on delete cascade,
      script_id text collate "C" not null references script on delete cascade,
      name text not null,
      description text not null default '',
      categories text[] not null default '{}',
      -- How many media one job is given.
      batch_size integer not null,
      -- Less than what any job may use, where less is enough.
      limits jsonb not null default '{}',
      -- The layers it may write on; null for any that whoever runs it may.
      layer_ids text[],
      revision integer not null default 1,
      created_by text collate "C" not null references "user",
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    );
    create unique index algorithm_name on algorithm (project_id, lower(name));
    create index algorithm_of_script on algorithm (script_id);
    create index algorithm_by_creator on algorithm (created_by);

    create table algorithm_run (
      run_id text collate "C" primary key references run on delete cascade,
      algorithm_id text collate "C" references algorithm on delete set null,
      layer_id text collate "C" not null references layer on delete cascade,
      -- The layer was made for this run.
      layer_made boolean not null,
      parameters jsonb not null,
      script_id text collate "C" not null references script on delete cascade,
      -- Of the script, as the latest attempt took it.
      revision integer,
      limits jsonb not null
    );
    create index algorithm_run_of_algorithm on algorithm_run (algorithm_id, run_id);
    create index algorithm_run_of_layer on algorithm_run (layer_id);
    create index algorithm_run_of_script on algorithm_run (script_id);

    create table algorithm_batch (
      run_id text collate "C" not null references algorithm_run on delete cascade,
      number integer not null,
      media_ids text[] not null,
      state text not null default 'waiting',
      annotations integer not null default 0,
      error jsonb,
      primary key (run_id, number),
      constraint algorithm_batch_state_known check (state in ('waiting', 'succeeded', 'failed'))
    );
  `.execute(db);
}

export async function down(db: Kysely<unknown>) {
  await sql`
    drop table algorithm_batch;
    drop table algorithm_run;
    drop table algorithm;
    delete from relation where run_id in (select id from run where function_id = ${sql.lit(ANALYZE)});
    delete from schedule where function_id = ${sql.lit(ANALYZE)};
    delete from run where function_id = ${sql.lit(ANALYZE)};
    delete from function where id = ${sql.lit(ANALYZE)};
    delete from job where part > 0;
    alter table job drop constraint job_pkey;
    alter table job add primary key (run_id);
    alter table job drop column part;
  `.execute(db);
}
