import { type Kysely, sql } from "kysely";

/** Teams that people make: nested without cycles, with admins, requests to join, and a trash; and groups of a verified domain. */
export async function up(db: Kysely<unknown>) {
  await sql`
    alter table "group"
      add column description text not null default '',
      add column listed boolean not null default true,
      add column revision integer not null default 1,
      add column updated_at timestamptz not null default now(),
      add column deleted_at timestamptz,
      drop constraint group_kind_known,
      add constraint group_kind_known check (kind in ('personal', 'team', 'builtin', 'domain'));
    create index group_team_by_name on "group" (lower(name) collate "C", id) where kind = 'team' and deleted_at is null;
    create index group_team_by_created on "group" (created_at, id) where kind = 'team' and deleted_at is null;
    create index group_team_name_trigram on "group" using gin (name gin_trgm_ops) where kind = 'team';

    alter table group_member
      add column role text not null default 'member',
      add constraint group_member_role_known check (role in ('member', 'admin'));

    -- Who lies in whom directly; group_closure follows from it, without what is in the trash.
    create table group_child (
      parent_id text collate "C" not null references "group" on delete cascade,
      child_id text collate "C" not null references "group" on delete cascade,
      role text not null default 'member',
      created_at timestamptz not null default now(),
      primary key (parent_id, child_id),
      constraint group_child_not_itself check (parent_id <> child_id),
      constraint group_child_role_known check (role in ('member', 'admin'))
    );
    create index group_child_child on group_child (child_id, parent_id);

    create table group_request (
      id text collate "C" primary key,
      group_id text collate "C" not null references "group" on delete cascade,
      user_id text collate "C" not null references "user" on delete cascade,
      message text not null,
      state text not null default 'pending',
      created_at timestamptz not null default now(),
      decided_by text collate "C" references "user",
      decided_at timestamptz,
      constraint group_request_state_known check (state in ('pending', 'approved', 'rejected', 'withdrawn')),
      constraint group_request_decided check ((state = 'pending') = (decided_at is null))
    );
    create unique index group_request_pending on group_request (group_id, user_id) where state = 'pending';
    create index group_request_of_group on group_request (group_id, id);
    create index group_request_of_user on group_request (user_id, id);

    -- As before, and the group of the domain of an address that was verified.
    create or replace function groups_of(actor text) returns text[] language sql stable parallel safe as $$
      select array['everyone'] || case when actor is null then '{}' else array['signed-in'] end
        || array(select distinct c.ancestor_id from group_member m
             join group_closure c on c.descendant_id = m.group_id where m.user_id = actor)
        || array(select 'domain:' || lower(split_part(u.email, '@', 2)) from "user" u
             where u.id = actor and u.email_verified)
    $$;
  `.execute(db);
}

export async function down(db: Kysely<unknown>) {
  await sql`
    create or replace function groups_of(actor text) returns text[] language sql stable parallel safe as $$
      select array['everyone'] || case when actor is null then '{}' else array['signed-in'] end || array(
        select distinct c.ancestor_id from group_member m join group_closure c on c.descendant_id = m.group_id where m.user_id = actor)
    $$;
    drop table group_request, group_child;
    delete from "group" where kind = 'domain' or deleted_at is not null;
    alter table group_member drop column role;
    drop index group_team_by_name, group_team_by_created, group_team_name_trigram;
    alter table "group"
      drop column description, drop column listed, drop column revision, drop column updated_at, drop column deleted_at,
      drop constraint group_kind_known,
      add constraint group_kind_known check (kind in ('personal', 'team', 'builtin'));
  `.execute(db);
}
