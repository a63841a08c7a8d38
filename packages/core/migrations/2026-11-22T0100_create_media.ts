import { type Kysely, sql } from "kysely";

const TRANSCODE = "fun_00000000000000000000000004";

const SIGNATURE = {
  inputs: [
    { name: "projectId", type: "string", description: "Where the media is to lie", options: { caption: "Project" } },
    { name: "fileId", type: "file", description: "A video or a picture", options: { caption: "File" } },
    {
      name: "name",
      type: "string",
      description: "What it is to be called; the file's name where nothing is said",
      options: { caption: "Name", optional: true, nullable: true },
    },
  ],
  outputs: [{ name: "media", type: "string", options: {} }],
};

/** Video and pictures, and the objects that were made of them to be played and shown. Layers of annotations are entities as well. */
export async function up(db: Kysely<unknown>) {
  await sql`
    alter table entity drop constraint entity_kind_known,
      add constraint entity_kind_known
        check (kind in ('project', 'file', 'table', 'script', 'notebook', 'model', 'media', 'layer'));

    insert into function (id, kind, name, description, signature) values (
      ${sql.lit(TRANSCODE)}, 'builtin', 'transcode', 'Makes of a video or a picture what can be played and shown.',
      ${sql.lit(JSON.stringify(SIGNATURE))}::jsonb
    );

    create table media (
      id text collate "C" primary key references entity on delete cascade,
      dtype text not null,
      type_id text collate "C",
      -- The original, which nothing of this ever changes; deleted for good, what was made of it stays.
      file_id text collate "C" references entity on delete set null,
      fingerprint text collate "C",
      state text not null default 'processing',
      -- As it is shown: turned upright, with square pixels.
      width integer,
      height integer,
      frames integer,
      fps_num integer,
      fps_den integer,
      duration double precision,
      start_time double precision,
      variable boolean,
      codec text,
      rotation integer,
      probe jsonb not null default '{}',
      problems jsonb not null default '[]',
      run_id text collate "C" references run,
      source_url text,
      multi jsonb,
      live jsonb,
      constraint media_dtype_known check (dtype in ('video', 'image', 'multi', 'live')),
      constraint media_state_known check (state in ('processing', 'ready', 'partial', 'failed'))
    );
    create index media_of_file on media (file_id);
    create index media_of_run on media (run_id);
    create index media_of_type on media (type_id);
    create index media_by_fingerprint on media (fingerprint);

    create table media_rendition (
      media_id text collate "C" not null references media on delete cascade,
      name text collate "C" not null,
      role text not null,
      key text collate "C" not null,
      index_key text collate "C",
      bytes bigint not null,
      width integer,
      height integer,
      frames integer,
      codec text,
      mime text not null,
      bit_rate bigint,
      sha256 text,
      details jsonb not null default '{}',
      created_at timestamptz not null default now(),
      primary key (media_id, name),
      constraint media_rendition_role_known check (
        role in ('streaming', 'archival', 'audio', 'thumbnail', 'preview', 'sprite', 'image', 'tiles', 'attachment'))
    );
    -- Clones share objects: one goes when nothing names it any more.
    create index media_rendition_by_key on media_rendition (key);
  `.execute(db);
}

export async function down(db: Kysely<unknown>) {
  await sql`
    drop table media_rendition, media;
    delete from relation where run_id in (select id from run where function_id = ${sql.lit(TRANSCODE)});
    delete from schedule where function_id = ${sql.lit(TRANSCODE)};
    delete from run where function_id = ${sql.lit(TRANSCODE)};
    delete from function where id = ${sql.lit(TRANSCODE)};
    delete from entity where kind in ('media', 'layer');
    alter table entity drop constraint entity_kind_known,
      add constraint entity_kind_known check (kind in ('project', 'file', 'table', 'script', 'notebook', 'model'));
  `.execute(db);
}
