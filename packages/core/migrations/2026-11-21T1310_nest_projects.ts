import { type Kysely, sql } from "kysely";

/** Projects in projects, where people find them (`/<namespace>/<slug>`), their README, and bytes that copies share. */
export async function up(db: Kysely<unknown>) {
  await sql`
    alter table entity
      drop constraint entity_project_at_top,
      add constraint entity_in_project check (kind = 'project' or parent_id is not null);
    -- Everything below a project, in the trash or not, whatever its kind.
    create index entity_parent on entity (parent_id, kind);
    create index entity_namespace on entity (namespace_id) where namespace_id is not null;

    alter table project
      add column readme text not null default '',
      add column copied_from text collate "C" references project on delete set null;
    create index project_copied_from on project (copied_from) where copied_from is not null;

    -- A copy shares its original's bytes, which nobody ever changes; who deletes bytes asks here whether somebody still needs them.
    alter table file drop constraint file_key_unique;
    create index file_key on file (key);
    alter table table_version drop constraint table_version_key_unique;
    create index table_version_key on table_version (key);

    -- The same rule as slugOf in core/src/entity/slug.ts.
    create function slug_of(name text) returns text language sql immutable parallel safe as $$
      select coalesce(nullif(btrim(left(btrim(regexp_replace(regexp_replace(lower(normalize(name, NFKD)),
        '[\\u0300-\\u036f]', '', 'g'), '[^[:alnum:]]+', '-', 'g'), '-'), 100), '-'), ''), 'untitled')
    $$;

    -- The first part of a project's address: a person's or a team's. One that was given up still leads to who had it.
    create table namespace (
      slug text collate "C" primary key,
      group_id text collate "C" not null references "group" on delete cascade,
      is_current boolean not null default true,
      created_at timestamptz not null default now()
    );
    create unique index namespace_current on namespace (group_id) where is_current;
    create index namespace_group on namespace (group_id);

    -- The other parts. A place is a namespace's group or the project around; what was once a project's stays its own.
    create table project_path (
      place_id text collate "C" not null,
      slug text collate "C" not null,
      project_id text collate "C" not null references project on delete cascade,
      is_current boolean not null default true,
      created_at timestamptz not null default now(),
      primary key (place_id, slug)
    );
    create unique index project_path_current on project_path (project_id) where is_current;
    create index project_path_project on project_path (project_id);

    -- Names of pages of the site are nobody's.
    insert into namespace (slug, group_id, is_current)
    select unnest(array['projects', 'files', 'tables', 'runs', 'groups', 'settings', 'search', 'sign-in', 'sign-up', 'api', 'requests',
      'notifications', 'functions', 'sessions', 'catalogue', 'people', 'admin', 'media', 'data', 'assets', 'p', 'reset', 'verify',
      'mailbox', 'forgot-password', 'reset-password', 'verify-email', 'schedules', 'webhooks', 'docs', 'health']), 'everyone', false;

    create function find_namespace() returns trigger language plpgsql as $$
    declare
      wanted text := slug_of(new.name);
      tried text := wanted;
      attempt integer := 1;
    begin
      loop
        insert into namespace (slug, group_id) values (tried, new.id) on conflict do nothing;
        exit when found;
        attempt := attempt + 1;
        -- People of one name are few, and where they are many, counting would get slower with each.
        tried := wanted || '-' || case when attempt < 10 then attempt::text else lower(right(new.id, 8)) end;
        exit when attempt > 11;
      end loop;
      return new;
    end $$;
    create trigger group_has_namespace after insert on "group" for each row
      when (new.kind in ('personal', 'team')) execute function find_namespace();

    do $$
    declare
      one record;
      tried text;
    begin
      for one in select id, name from "group" where kind in ('personal', 'team') order by id loop
        tried := slug_of(one.name);
        if exists (select from namespace where slug = tried) then tried := tried || '-' || lower(right(one.id, 8)); end if;
        insert into namespace (slug, group_id) values (tried, one.id);
      end loop;
      for one in select id, namespace_id, slug from entity where kind = 'project' order by id loop
        tried := one.slug;
        if exists (select from project_path where place_id = one.namespace_id and slug = tried) then
          tried := tried || '-' || lower(right(one.id, 8));
          update entity set slug = tried where id = one.id;
        end if;
        insert into project_path (place_id, slug, project_id) values (one.namespace_id, tried, one.id);
      end loop;
    end $$;
  `.execute(db);
}

export async function down(db: Kysely<unknown>) {
  await sql`
    drop table project_path;
    drop trigger group_has_namespace on "group";
    drop function find_namespace;
    drop table namespace;
    drop function slug_of;
    -- Refuses where copies share bytes: the older form has no place for them.
    drop index table_version_key;
    alter table table_version add constraint table_version_key_unique unique (key);
    drop index file_key;
    alter table file add constraint file_key_unique unique (key);
    alter table project drop column copied_from, drop column readme;
    drop index entity_namespace;
    drop index entity_parent;
    alter table entity drop constraint entity_in_project;
    alter table entity add constraint entity_project_at_top check ((kind = 'project') = (parent_id is null));
  `.execute(db);
}
