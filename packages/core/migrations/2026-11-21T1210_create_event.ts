import { type Kysely, sql } from "kysely";

/** What was done, by whom, from where: only ever added to. A month a partition, so that old ones can be put away whole. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table event (
      id text collate "C" not null,
      at timestamptz not null default now(),
      type text collate "C" not null,
      actor_type text not null,
      actor_id text collate "C",
      session_id text collate "C",
      key_id text collate "C",
      run_id text collate "C",
      request_id text collate "C",
      address text,
      entity_id text collate "C",
      parameters jsonb not null default '{}',
      primary key (id, at)
    ) partition by range (at);
    create index event_of_entity on event (entity_id, id) where entity_id is not null;
    create index event_of_actor on event (actor_id, id) where actor_id is not null;
    create index event_of_type on event (type, id);

    -- A row outside every month would otherwise be refused, and with it the change that it tells of.
    create table event_other partition of event default;

    create function ensure_event_months() returns void language plpgsql as $$
    declare
      month timestamptz;
    begin
      for month in select date_trunc('month', now(), 'UTC') + make_interval(months => n) from generate_series(0, 2) n loop
        execute format('create table if not exists %I partition of event for values from (%L) to (%L)',
          'event_' || to_char(month at time zone 'UTC', 'YYYY_MM'), month, month + interval '1 month');
      end loop;
    end $$;
    select ensure_event_months();

    create function event_stays() returns trigger language plpgsql as $$
    begin
      raise exception 'events are only ever added' using errcode = 'insufficient_privilege';
    end $$;
    create trigger event_stays before update or delete on event for each row execute function event_stays();
    create trigger event_stays_whole before truncate on event for each statement execute function event_stays();
  `.execute(db);
}

export async function down(db: Kysely<unknown>) {
  await sql`
    drop table event;
    drop function event_stays;
    drop function ensure_event_months;
  `.execute(db);
}
