import { type Kysely, sql } from "kysely";

/** Links that open one thing to whoever has them: principals of a kind of their own, so that a grant says what one gives and where. */
export async function up(db: Kysely<unknown>) {
  await sql`
    alter table "group"
      drop constraint group_kind_known,
      add constraint group_kind_known check (kind in ('personal', 'team', 'builtin', 'domain', 'link'));

    create table share_link (
      id text collate "C" primary key references "group" on delete cascade,
      entity_id text collate "C" not null references entity on delete cascade,
      hash bytea not null,
      label text not null,
      made_by text collate "C" not null references "user",
      created_at timestamptz not null default now(),
      expires_at timestamptz,
      revoked_at timestamptz,
      opened integer not null default 0,
      opened_at timestamptz
    );
    create unique index share_link_hash on share_link (hash);
    create index share_link_of_entity on share_link (entity_id, id);
    create index share_link_of_maker on share_link (made_by);

    alter table event add column link_id text collate "C";

    -- Those of some links that open anything now: neither revoked nor over, and their maker may still share what they open and has
    -- all that they give. In the trash nobody may, so that nothing there is open either.
    create function live_links(links text[]) returns text[] language sql stable parallel safe as $$
      select array(
        select l.id from share_link l
        join "user" u on u.id = l.made_by and u.deactivated_at is null
        join "grant" g on g.scope_id = l.entity_id and g.group_id = l.id
        cross join lateral (
          select f.privileges from effective_privileges(l.made_by, 511) f where f.scope_id = l.entity_id offset 0) p
        where l.id = any (links) and l.revoked_at is null and (l.expires_at is null or l.expires_at > now())
          and p.privileges & (g.privileges | 64) = g.privileges | 64)
    $$;

    -- Whose grants count for an actor who has opened some links.
    create function holders_of(actor text, links text[]) returns text[] language sql stable parallel safe as $$
      select case when links = '{}' then groups_of(actor) else groups_of(actor) || live_links(links) end
    $$;

    -- As before, with links. The old one is dropped: beside one with a default, a call without links would fit both.
    drop function effective_privileges(text, integer, boolean);
    create function effective_privileges(actor text, mask integer, with_trash boolean default false, links text[] default '{}')
    returns table (scope_id text, privileges integer) language sql stable parallel safe as $$
      select s.id, bit_or(g.privileges) & mask
      from scope s
      join "grant" g on g.scope_id = any (s.ancestors) and s.ancestors @> array[g.scope_id]
      where g.group_id = any ((select holders_of(actor, links))::text[])
        and (g.expires_at is null or g.expires_at > now())
        and (with_trash or s.deleted_at is null)
      group by s.id
    $$;
  `.execute(db);
}

export async function down(db: Kysely<unknown>) {
  await sql`
    drop function effective_privileges(text, integer, boolean, text[]);
    create function effective_privileges(actor text, mask integer, with_trash boolean default false)
    returns table (scope_id text, privileges integer) language sql stable parallel safe as $$
      select s.id, bit_or(g.privileges) & mask
      from scope s
      join "grant" g on g.scope_id = any (s.ancestors) and s.ancestors @> array[g.scope_id]
      where g.group_id = any ((select groups_of(actor))::text[])
        and (g.expires_at is null or g.expires_at > now())
        and (with_trash or s.deleted_at is null)
      group by s.id
    $$;
    drop function holders_of;
    drop function live_links;
    alter table event drop column link_id;
    drop table share_link;
    delete from "group" where kind = 'link';
    alter table "group"
      drop constraint group_kind_known,
      add constraint group_kind_known check (kind in ('personal', 'team', 'builtin', 'domain'));
  `.execute(db);
}
