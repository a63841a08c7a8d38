import { type Kysely, sql } from "kysely";

/** What kinds of media a project has and how each is made playable, and lists of media in an order that somebody gave them. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table media_type (
      id text collate "C" primary key,
      project_id text collate "C" not null references project on delete cascade,
      name text not null,
      dtype text not null,
      description text not null default '',
      transcode jsonb not null default '{}',
      volume double precision not null default 1,
      overlay text not null default '',
      visible boolean not null default true,
      position integer not null default 0,
      revision integer not null default 1,
      created_by text collate "C" not null references "user",
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      deleted_at timestamptz,
      constraint media_type_dtype_known check (dtype in ('video', 'image', 'multi', 'live')),
      constraint media_type_volume_range check (volume between 0 and 1)
    );
    create unique index media_type_name on media_type (project_id, lower(name)) where deleted_at is null;
    create index media_type_of_project on media_type (project_id);
    create index media_type_by_creator on media_type (created_by);
    alter table media add constraint media_type_id_fkey foreign key (type_id) references media_type on delete set null;

    create table playlist (
      id text collate "C" primary key,
      project_id text collate "C" not null references project on delete cascade,
      name text not null,
      description text not null default '',
      revision integer not null default 1,
      created_by text collate "C" not null references "user",
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      deleted_at timestamptz
    );
    create index playlist_of_project on playlist (project_id);
    create index playlist_by_creator on playlist (created_by);

    create table playlist_item (
      playlist_id text collate "C" not null references playlist on delete cascade,
      position integer not null,
      media_id text collate "C" not null references media on delete cascade,
      primary key (playlist_id, position),
      constraint playlist_item_once unique (playlist_id, media_id)
    );
    create index playlist_item_of_media on playlist_item (media_id);
  `.execute(db);
}

export async function down(db: Kysely<unknown>) {
  await sql`
    drop table playlist_item, playlist;
    alter table media drop constraint media_type_id_fkey;
    drop table media_type;
  `.execute(db);
}
