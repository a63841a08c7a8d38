import { type Kysely, sql } from "kysely";

/** What searches by field are looked up in, and words that are found in any case. */
export async function up(db: Kysely<unknown>) {
  await sql`
    -- As before, but lower case first: where the database's own locale is C, full text leaves "Ü" as it is.
    create or replace function entity_document(name text, description text, tags text[]) returns tsvector
    language sql immutable parallel safe as $$
      select setweight(to_tsvector('simple', regexp_replace(lower(name), '[^[:alnum:]]+', ' ', 'g')), 'A')
        || setweight(to_tsvector('simple', regexp_replace(lower(array_to_string(tags, ' ')), '[^[:alnum:]]+', ' ', 'g')), 'B')
        || setweight(to_tsvector('simple', regexp_replace(lower(description), '[^[:alnum:]]+', ' ', 'g')), 'C')
    $$;
    update entity set name = name where octet_length(name || description || array_to_string(tags, ' ')) <> length(name || description || array_to_string(tags, ' '));

    create index entity_attributes on entity using gin (attributes);
    create index entity_creator on entity (created_by, updated_at, id) where deleted_at is null;
    create index entity_trashed on entity (deleted_at, id) where deleted_at is not null;
    -- Whatever begins so, of any kind: what a search by name ranks first, and what is suggested while somebody types.
    create index entity_name on entity (name_key, id) where deleted_at is null;
    -- Everything in an order, whatever its kind.
    create index entity_updated on entity (updated_at, id) where deleted_at is null;
    create index entity_created on entity (created_at, id) where deleted_at is null;

    -- Which scopes lie in which that are not in the trash, each in itself: what scope.ancestors says, for who asks from above. A
    -- list of what somebody sees begins with their grants, of which there may be a hundred thousand.
    create table scope_above (
      scope_id text collate "C" not null references scope on delete cascade,
      ancestor_id text collate "C" not null,
      primary key (scope_id, ancestor_id)
    );
    create function keep_scope_above() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' then
        delete from scope_above where scope_id = new.id;
      end if;
      if new.deleted_at is null then
        insert into scope_above (scope_id, ancestor_id) select distinct new.id, a from unnest(new.ancestors) a;
      end if;
      return null;
    end $$;
    create trigger scope_has_above after insert or update of ancestors, deleted_at on scope
      for each row execute function keep_scope_above();
    insert into scope_above (scope_id, ancestor_id)
      select distinct s.id, a from scope s cross join unnest(s.ancestors) a where s.deleted_at is null;
    create index scope_above_ancestor on scope_above (ancestor_id, scope_id);

    -- Which scopes somebody in these groups sees: effective_privileges cut down to the first bit. Of one statement without an
    -- aggregate, so that it is made part of the query that asks: PostgreSQL then chooses to make the set or to ask it row by row.
    create function visible_scopes(groups text[], mask integer) returns table (scope_id text)
    language sql stable parallel safe as $$
      select a.scope_id from "grant" g join scope_above a on a.ancestor_id = g.scope_id
      where g.group_id = any (groups) and g.privileges & mask & 1 <> 0 and (g.expires_at is null or g.expires_at > now())
    $$;
    -- Whether one scope is seen is asked of each row of a list: that much of its grants stands in the index.
    alter table "grant" drop constraint grant_pkey,
      add constraint grant_pkey primary key (scope_id, group_id) include (privileges, expires_at);

    create index user_name on "user" (lower(name) collate "C", id);
    create index user_name_trigram on "user" using gin (name gin_trgm_ops);
  `.execute(db);
}

export async function down(db: Kysely<unknown>) {
  await sql`
    drop index user_name_trigram, user_name, entity_created, entity_updated, entity_name, entity_trashed, entity_creator, entity_attributes;
    alter table "grant" drop constraint grant_pkey, add constraint grant_pkey primary key (scope_id, group_id);
    drop function visible_scopes;
    drop trigger scope_has_above on scope;
    drop function keep_scope_above;
    drop table scope_above;
    create or replace function entity_document(name text, description text, tags text[]) returns tsvector
    language sql immutable parallel safe as $$
      select setweight(to_tsvector('simple', regexp_replace(name, '[^[:alnum:]]+', ' ', 'g')), 'A')
        || setweight(to_tsvector('simple', regexp_replace(array_to_string(tags, ' '), '[^[:alnum:]]+', ' ', 'g')), 'B')
        || setweight(to_tsvector('simple', regexp_replace(description, '[^[:alnum:]]+', ' ', 'g')), 'C')
    $$;
  `.execute(db);
}
