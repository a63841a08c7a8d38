import { type Kysely, sql } from "kysely";

/** Entities, the scopes that carry grants, and the one function that says who may do what. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create extension if not exists pg_trgm;

    -- Punctuation splits words, so that "flights-3m.csv" is found by "3m". Immutable: 'simple' has no dictionary to change.
    create function entity_document(name text, description text, tags text[]) returns tsvector
    language sql immutable parallel safe as $$
      select setweight(to_tsvector('simple', regexp_replace(name, '[^[:alnum:]]+', ' ', 'g')), 'A')
        || setweight(to_tsvector('simple', regexp_replace(array_to_string(tags, ' '), '[^[:alnum:]]+', ' ', 'g')), 'B')
        || setweight(to_tsvector('simple', regexp_replace(description, '[^[:alnum:]]+', ' ', 'g')), 'C')
    $$;

    create table entity (
      id text collate "C" primary key,
      kind text collate "C" not null,
      parent_id text collate "C" references entity,
      scope_id text collate "C" not null,
      namespace_id text collate "C" references "group",
      slug text not null,
      name text not null,
      name_key text collate "C" not null generated always as (lower(name)) stored,
      description text not null default '',
      attributes jsonb not null default '{}',
      tags text[] not null default '{}',
      created_by text collate "C" not null references "user",
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      revision integer not null default 1,
      deleted_at timestamptz,
      document tsvector not null generated always as (entity_document(name, description, tags)) stored,
      constraint entity_kind_known check (kind in ('project', 'file', 'table')),
      constraint entity_project_at_top check ((kind = 'project') = (parent_id is null))
    );

    -- Only scopes know their ancestors (outermost first, itself last): a move rewrites scopes, never descendants.
    create table scope (
      id text collate "C" primary key references entity,
      ancestors text[] collate "C" not null,
      deleted_at timestamptz,
      constraint scope_ends_in_itself check (ancestors[array_upper(ancestors, 1)] = id)
    );
    create index scope_ancestors on scope using gin (ancestors);
    -- An entity that is its own scope is inserted before its scope, hence deferred.
    alter table entity add constraint entity_scope_exists foreign key (scope_id) references scope deferrable initially deferred;

    -- What lies in a project, in each order (the index is read backwards for descending ones).
    create index entity_in_parent_by_name on entity (parent_id, name_key, id) where deleted_at is null;
    create index entity_in_parent_by_created on entity (parent_id, created_at, id) where deleted_at is null;
    create index entity_in_parent_by_updated on entity (parent_id, updated_at, id) where deleted_at is null;
    -- One kind in the caller's scopes, merged over few scopes.
    create index entity_in_scope_by_name on entity (scope_id, kind, name_key, id) where deleted_at is null;
    create index entity_in_scope_by_created on entity (scope_id, kind, created_at, id) where deleted_at is null;
    create index entity_in_scope_by_updated on entity (scope_id, kind, updated_at, id) where deleted_at is null;
    -- One kind in a fixed order, when the caller's scopes are many: walk and test the scope.
    create index entity_of_kind_by_name on entity (kind, name_key, id) where deleted_at is null;
    create index entity_of_kind_by_created on entity (kind, created_at, id) where deleted_at is null;
    create index entity_of_kind_by_updated on entity (kind, updated_at, id) where deleted_at is null;
    create index entity_document on entity using gin (document);
    create index entity_name_trigram on entity using gin (name gin_trgm_ops);

    create table "grant" (
      scope_id text collate "C" not null references scope on delete cascade,
      group_id text collate "C" not null references "group" on delete cascade,
      privileges integer not null,
      granted_by text collate "C" references "user",
      created_at timestamptz not null default now(),
      primary key (scope_id, group_id),
      constraint grant_privileges_known check (privileges between 1 and 511)
    );
    create index grant_group on "grant" (group_id, scope_id);

    -- Every group the actor is in; null is somebody not signed in. An array and not rows: PostgreSQL 17 fails to plan a semijoin
    -- with the rows ("failed to find unique expression in subplan tlist") as soon as there are enough grants for it to try.
    create function groups_of(actor text) returns text[] language sql stable parallel safe as $$
      select array['everyone'] || case when actor is null then '{}' else array['signed-in'] end || array(
        select distinct c.ancestor_id from group_member m join group_closure c on c.descendant_id = m.group_id where m.user_id = actor)
    $$;

    -- THE policy: what the actor may do in each scope, cut down to mask (execute right, API key scopes). A set for lists; with a
    -- condition on scope_id, a check for one. The join condition stands twice because each form serves one index:
    -- from one scope to its grants, and from the actor's grants to all scopes below them.
    create function effective_privileges(actor text, mask integer, with_trash boolean default false)
    returns table (scope_id text, privileges integer) language sql stable parallel safe as $$
      select s.id, bit_or(g.privileges) & mask
      from scope s
      join "grant" g on g.scope_id = any (s.ancestors) and s.ancestors @> array[g.scope_id]
      where g.group_id = any ((select groups_of(actor))::text[])
        and (with_trash or s.deleted_at is null)
      group by s.id
    $$;
  `.execute(db);
}

export async function down(db: Kysely<unknown>) {
  await sql`
    drop function effective_privileges;
    drop function groups_of;
    drop table "grant";
    alter table entity drop constraint entity_scope_exists;
    drop table scope, entity;
    drop function entity_document;
    drop extension pg_trgm;
  `.execute(db);
}
