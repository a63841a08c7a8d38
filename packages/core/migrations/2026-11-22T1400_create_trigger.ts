import { type Kysely, sql } from "kysely";

/** What runs an algorithm by itself: when media are ready, or annotated. What is due waits until nothing has happened for a while. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table algorithm_trigger (
      id text collate "C" primary key,
      algorithm_id text collate "C" not null references algorithm on delete cascade,
      event text not null,
      -- Only these, where they are named.
      type_ids text[],
      layer_ids text[],
      parameters jsonb not null default '{}',
      -- That it writes on; null for the project's first.
      layer_id text collate "C" references layer on delete cascade,
      wait_seconds integer not null,
      enabled boolean not null default true,
      run_as text collate "C" not null references "user",
      -- What the API key may that wrote it.
      key jsonb,
      last_at timestamptz,
      last_run_id text collate "C" references run on delete set null,
      last_error jsonb,
      revision integer not null default 1,
      created_by text collate "C" not null references "user",
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      constraint algorithm_trigger_event_known check (event in ('media.ready', 'annotations.changed'))
    );
    create index algorithm_trigger_of_algorithm on algorithm_trigger (algorithm_id);
    create index algorithm_trigger_of_layer on algorithm_trigger (layer_id);
    create index algorithm_trigger_run_as on algorithm_trigger (run_as);
    create index algorithm_trigger_by_creator on algorithm_trigger (created_by);
    create index algorithm_trigger_last_run on algorithm_trigger (last_run_id);

    create table trigger_due (
      trigger_id text collate "C" not null references algorithm_trigger on delete cascade,
      media_id text collate "C" not null references media on delete cascade,
      since timestamptz not null default now(),
      due_at timestamptz not null,
      primary key (trigger_id, media_id)
    );
    create index trigger_due_at on trigger_due (due_at);
    create index trigger_due_of_media on trigger_due (media_id);
  `.execute(db);
}

export async function down(db: Kysely<unknown>) {
  await sql`
    drop table trigger_due;
    drop table algorithm_trigger;
  `.execute(db);
}
