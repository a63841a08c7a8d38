import { type Kysely, sql } from "kysely";

/** Rights that end, what people are asked who want more, and their requests, each decided once. */
export async function up(db: Kysely<unknown>) {
  await sql`
    alter table "grant"
      add column expires_at timestamptz,
      add column lasting integer,
      add column reminded_at timestamptz;
    create index grant_expiring on "grant" (expires_at) where expires_at is not null;

    -- As before; what has ended does not count, also before the sweeper comes by.
    create or replace function effective_privileges(actor text, mask integer, with_trash boolean default false)
    returns table (scope_id text, privileges integer) language sql stable parallel safe as $$
      select s.id, bit_or(g.privileges) & mask
      from scope s
      join "grant" g on g.scope_id = any (s.ancestors) and s.ancestors @> array[g.scope_id]
      where g.group_id = any ((select groups_of(actor))::text[])
        and (g.expires_at is null or g.expires_at > now())
        and (with_trash or s.deleted_at is null)
      group by s.id
    $$;

    -- What somebody is asked who wants access, what they can get and for how long. Without approvers, whoever may share decides.
    create table access_offer (
      entity_id text collate "C" primary key references entity on delete cascade,
      question text not null,
      bundles text[] not null,
      days integer,
      changed_by text collate "C" not null references "user",
      changed_at timestamptz not null default now(),
      constraint access_offer_days_positive check (days > 0)
    );
    create table access_approver (
      entity_id text collate "C" not null references access_offer on delete cascade,
      group_id text collate "C" not null references "group" on delete cascade,
      primary key (entity_id, group_id)
    );
    create index access_approver_group on access_approver (group_id);

    create table access_request (
      id text collate "C" primary key,
      entity_id text collate "C" not null references entity on delete cascade,
      user_id text collate "C" not null references "user" on delete cascade,
      bundle text not null,
      answer text not null,
      days integer,
      state text not null default 'pending',
      note text not null default '',
      created_at timestamptz not null default now(),
      decided_by text collate "C" references "user",
      decided_at timestamptz,
      granted_until timestamptz,
      constraint access_request_state_known check (state in ('pending', 'approved', 'rejected', 'withdrawn')),
      constraint access_request_decided check ((state = 'pending') = (decided_at is null)),
      constraint access_request_days_positive check (days > 0)
    );
    create unique index access_request_pending on access_request (entity_id, user_id) where state = 'pending';
    create index access_request_open on access_request (id) where state = 'pending';
    create index access_request_of_entity on access_request (entity_id, id);
    create index access_request_of_user on access_request (user_id, id);
  `.execute(db);
}

export async function down(db: Kysely<unknown>) {
  await sql`
    drop table access_request, access_approver, access_offer;
    create or replace function effective_privileges(actor text, mask integer, with_trash boolean default false)
    returns table (scope_id text, privileges integer) language sql stable parallel safe as $$
      select s.id, bit_or(g.privileges) & mask
      from scope s
      join "grant" g on g.scope_id = any (s.ancestors) and s.ancestors @> array[g.scope_id]
      where g.group_id = any ((select groups_of(actor))::text[])
        and (with_trash or s.deleted_at is null)
      group by s.id
    $$;
    delete from "grant" where expires_at is not null;
    drop index grant_expiring;
    alter table "grant" drop column reminded_at, drop column lasting, drop column expires_at;
  `.execute(db);
}
