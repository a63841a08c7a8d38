import { type Kysely, sql } from "kysely";

/**
 * Annotations: what is drawn on media (`localization`) and what is said of frames, media and tracks (`state`). Rows are only added: a
 * change is a new row with the next mark, and of the rows of one annotation in one layer the newest carries `latest`, set in the same
 * statement, so that the partial indexes hold what is read and nothing of the history. What a row names is checked once a request, not
 * by a foreign key once a row: neither layers nor types are ever deleted for good while there are rows of them (decision 0030).
 */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table layer (
      id text collate "C" primary key references entity on delete cascade,
      number integer not null,
      -- Layers that this one is drawn over, nearest first.
      base_ids text[] not null default '{}',
      show_empty boolean not null default true,
      constraint layer_not_its_own_base check (not id = any (base_ids))
    );

    create table annotation_type (
      id text collate "C" primary key,
      project_id text collate "C" not null references entity on delete cascade,
      name text not null,
      shape text not null,
      color text not null,
      hotkey text,
      attributes jsonb not null default '[]',
      interpolation text not null default 'none',
      position integer not null default 0,
      revision integer not null default 1,
      created_by text collate "C" not null references "user",
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      deleted_at timestamptz,
      constraint annotation_type_shape_known
        check (shape in ('box', 'line', 'dot', 'polygon', 'frame', 'media', 'track')),
      constraint annotation_type_interpolation_known check (interpolation in ('none', 'latest', 'linear'))
    );
    create unique index annotation_type_name on annotation_type (project_id, lower(name)) where deleted_at is null;
    create index annotation_type_by_creator on annotation_type (created_by);

    create table localization (
      id bigint generated always as identity primary key,
      elemental_id uuid not null,
      layer_id text collate "C" not null,
      media_id text collate "C" not null,
      type_id text collate "C" not null,
      frame integer not null,
      x double precision,
      y double precision,
      width double precision,
      height double precision,
      u double precision,
      v double precision,
      points jsonb,
      attributes jsonb not null,
      -- Drawn by somebody, not computed between such ones.
      key boolean not null,
      mark integer not null,
      latest boolean not null,
      deleted boolean not null,
      created_by text collate "C" not null,
      created_at timestamptz not null,
      modified_by text collate "C" not null,
      modified_at timestamptz not null
    );
    create table state (
      id bigint generated always as identity primary key,
      elemental_id uuid not null,
      layer_id text collate "C" not null,
      type_id text collate "C" not null,
      media_ids text[] not null,
      frame integer,
      end_frame integer,
      color text,
      attributes jsonb not null,
      -- Of a track: its members, in no order.
      localization_ids uuid[] not null,
      -- Of a track: first and last frames of the stretches it is there, computed of its members.
      segments jsonb not null default '[]',
      mark integer not null,
      latest boolean not null,
      deleted boolean not null,
      created_by text collate "C" not null,
      created_at timestamptz not null,
      modified_by text collate "C" not null,
      modified_at timestamptz not null
    );

    create unique index localization_mark on localization (elemental_id, layer_id, mark);
    create unique index localization_latest on localization (layer_id, elemental_id) where latest;
    create index localization_of_media on localization (media_id, layer_id, frame, id) where latest and not deleted;
    create index localization_of_layer on localization (layer_id, id) where latest and not deleted;
    create index localization_of_type on localization (type_id, id) where latest and not deleted;

    create unique index state_mark on state (elemental_id, layer_id, mark);
    create unique index state_latest on state (layer_id, elemental_id) where latest;
    create index state_of_media on state using gin (media_ids) where latest and not deleted;
    create index state_of_members on state using gin (localization_ids) where latest and not deleted;
    create index state_of_layer on state (layer_id, id) where latest and not deleted;
    create index state_of_type on state (type_id, id) where latest and not deleted;
  `.execute(db);
}

export async function down(db: Kysely<unknown>) {
  await sql`
    drop table state;
    drop table localization;
    drop table annotation_type;
    drop table layer;
  `.execute(db);
}
