import { type Kysely, sql } from "kysely";

/** People, how they sign in (the tables of better-auth), and the groups that hold grants. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table "user" (
      id text collate "C" primary key,
      name text not null,
      email text not null,
      email_verified boolean not null default false,
      image text,
      admin boolean not null default false,
      may_execute boolean not null default false,
      deactivated_at timestamptz,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      constraint user_email_unique unique (email)
    );

    create table session (
      id text collate "C" primary key,
      user_id text collate "C" not null references "user" on delete cascade,
      token text collate "C" not null,
      expires_at timestamptz not null,
      ip_address text,
      user_agent text,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      constraint session_token_unique unique (token)
    );
    create index session_user_id on session (user_id);
    create index session_expires_at on session (expires_at);

    create table account (
      id text collate "C" primary key,
      user_id text collate "C" not null references "user" on delete cascade,
      account_id text not null,
      provider_id text not null,
      access_token text,
      refresh_token text,
      id_token text,
      access_token_expires_at timestamptz,
      refresh_token_expires_at timestamptz,
      scope text,
      password text,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      constraint account_provider_unique unique (provider_id, account_id)
    );
    create index account_user_id on account (user_id);

    create table verification (
      id text collate "C" primary key,
      identifier text not null,
      value text not null,
      expires_at timestamptz not null,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    );
    create index verification_identifier on verification (identifier);

    create table rate_limit (
      id text collate "C" primary key,
      key text collate "C" not null,
      count integer not null,
      last_request bigint not null,
      constraint rate_limit_key_unique unique (key)
    );

    create table "group" (
      id text collate "C" primary key,
      kind text not null,
      name text not null,
      user_id text collate "C" references "user" on delete cascade,
      created_at timestamptz not null default now(),
      constraint group_kind_known check (kind in ('personal', 'team', 'builtin')),
      constraint group_personal_has_user check ((kind = 'personal') = (user_id is not null)),
      constraint group_user_unique unique (user_id)
    );

    create table group_member (
      group_id text collate "C" not null references "group" on delete cascade,
      user_id text collate "C" not null references "user" on delete cascade,
      created_at timestamptz not null default now(),
      primary key (user_id, group_id)
    );
    create index group_member_group on group_member (group_id, user_id);

    -- Group in group, transitive, each group in itself. A user's groups are looked up from the inner side.
    create table group_closure (
      ancestor_id text collate "C" not null references "group" on delete cascade,
      descendant_id text collate "C" not null references "group" on delete cascade,
      primary key (descendant_id, ancestor_id)
    );
    create index group_closure_ancestor on group_closure (ancestor_id, descendant_id);

    create function group_contains_itself() returns trigger language plpgsql as $$
    begin
      insert into group_closure (ancestor_id, descendant_id) values (new.id, new.id);
      return new;
    end $$;
    create trigger group_contains_itself after insert on "group" for each row execute function group_contains_itself();

    insert into "group" (id, kind, name) values ('everyone', 'builtin', 'Everyone'), ('signed-in', 'builtin', 'Everyone signed in');

    -- Whoever creates a user, the personal group comes in the same transaction; it has the user's ULID.
    create function user_has_personal_group() returns trigger language plpgsql as $$
    begin
      insert into "group" (id, kind, name, user_id) values ('grp_' || substr(new.id, 5), 'personal', new.name, new.id);
      insert into group_member (group_id, user_id) values ('grp_' || substr(new.id, 5), new.id);
      return new;
    end $$;
    create trigger user_has_personal_group after insert on "user" for each row execute function user_has_personal_group();

    create table api_key (
      id text collate "C" primary key,
      user_id text collate "C" not null references "user" on delete cascade,
      name text not null,
      prefix text collate "C" not null,
      hash bytea not null,
      scopes text[] not null,
      expires_at timestamptz,
      last_used_at timestamptz,
      created_at timestamptz not null default now(),
      constraint api_key_hash_unique unique (hash)
    );
    create index api_key_user on api_key (user_id, id);
    create index api_key_prefix on api_key (prefix);

    create table invitation (
      id text collate "C" primary key,
      email text not null,
      token_hash bytea not null,
      invited_by text collate "C" not null references "user",
      created_at timestamptz not null default now(),
      expires_at timestamptz not null,
      accepted_at timestamptz,
      constraint invitation_token_unique unique (token_hash)
    );
    create index invitation_open on invitation (id) where accepted_at is null;
  `.execute(db);
}

export async function down(db: Kysely<unknown>) {
  await sql`
    drop table invitation, api_key, group_closure, group_member, "group", rate_limit, verification, account, session, "user";
    drop function user_has_personal_group;
    drop function group_contains_itself;
  `.execute(db);
}
