import { type Kysely, sql } from "kysely";

/** What people add to things: attributes with types, comments, favourites; and webhooks, which tell other systems. */
export async function up(db: Kysely<unknown>) {
  await sql`
    -- Owned by a project and valid for everything in and below it; the values are in entity.attributes.
    create table attribute_type (
      id text collate "C" primary key,
      project_id text collate "C" not null references entity on delete cascade,
      name text not null,
      dtype text not null,
      description text not null default '',
      required boolean not null default false,
      visible boolean not null default true,
      position integer not null default 0,
      section text not null default '',
      style text not null default '',
      kinds text[] not null,
      options jsonb not null default '{}',
      created_by text collate "C" not null references "user",
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      deleted_at timestamptz,
      revision integer not null default 1,
      constraint attribute_type_dtype_known check (
        dtype in ('bool', 'int', 'float', 'enum', 'string', 'blob', 'datetime', 'geopos', 'float_array'))
    );
    create unique index attribute_type_name_unique on attribute_type (project_id, name) where deleted_at is null;
    create index attribute_type_project on attribute_type (project_id);
    create index attribute_type_creator on attribute_type (created_by);

    -- The values that went with a deleted type, for taking that back.
    create table attribute_trash (
      type_id text collate "C" not null references attribute_type on delete cascade,
      entity_id text collate "C" not null references entity on delete cascade,
      value jsonb not null,
      primary key (type_id, entity_id)
    );
    create index attribute_trash_entity on attribute_trash (entity_id);

    create table favorite (
      user_id text collate "C" not null references "user" on delete cascade,
      entity_id text collate "C" not null references entity on delete cascade,
      created_at timestamptz not null default now(),
      primary key (user_id, entity_id)
    );
    create index favorite_newest on favorite (user_id, created_at, entity_id);
    create index favorite_entity on favorite (entity_id);

    -- A thread is a comment without a parent and the replies to it.
    create table comment (
      id text collate "C" primary key,
      entity_id text collate "C" not null references entity on delete cascade,
      parent_id text collate "C" references comment on delete cascade,
      author_id text collate "C" not null references "user",
      body text not null,
      created_at timestamptz not null default now(),
      edited_at timestamptz,
      deleted_at timestamptz
    );
    create index comment_thread on comment (entity_id, id) where parent_id is null;
    create index comment_of_entity on comment (entity_id, created_at) where deleted_at is null;
    create index comment_reply on comment (parent_id, id) where parent_id is not null;
    create index comment_author on comment (author_id);

    create table comment_mention (
      comment_id text collate "C" not null references comment on delete cascade,
      principal_id text collate "C" not null references "group" on delete cascade,
      primary key (comment_id, principal_id)
    );
    create index comment_mention_principal on comment_mention (principal_id);

    create table comment_read (
      user_id text collate "C" not null references "user" on delete cascade,
      entity_id text collate "C" not null references entity on delete cascade,
      read_at timestamptz not null,
      primary key (user_id, entity_id)
    );
    create index comment_read_entity on comment_read (entity_id);
    -- Whom "@name" means.
    create index group_name_lower on "group" (lower(name)) where kind = 'team';

    create table webhook (
      id text collate "C" primary key,
      project_id text collate "C" not null references entity on delete cascade,
      url text not null,
      types text[] not null,
      active boolean not null default true,
      secret bytea not null,
      created_by text collate "C" not null references "user",
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      deleted_at timestamptz,
      revision integer not null default 1
    );
    create index webhook_of_project on webhook (project_id, id) where deleted_at is null;
    create index webhook_creator on webhook (created_by);
    create index webhook_project on webhook (project_id);

    -- What was to be told, and how that went; kept for replays.
    create table webhook_delivery (
      id bigint generated always as identity primary key,
      webhook_id text collate "C" not null references webhook on delete cascade,
      event_id text collate "C" not null,
      type text not null,
      body jsonb not null,
      state text not null default 'waiting',
      attempts integer not null default 0,
      status integer,
      error text,
      milliseconds integer,
      created_at timestamptz not null default now(),
      ended_at timestamptz,
      constraint webhook_delivery_state_known check (state in ('waiting', 'succeeded', 'failed'))
    );
    create index webhook_delivery_newest on webhook_delivery (webhook_id, id);
    create index webhook_delivery_old on webhook_delivery (created_at);
  `.execute(db);
}

export async function down(db: Kysely<unknown>) {
  await sql`
    drop table webhook_delivery, webhook;
    drop index group_name_lower;
    drop table comment_read, comment_mention, comment, favorite, attribute_trash, attribute_type;
  `.execute(db);
}
