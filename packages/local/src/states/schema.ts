import type pg from "pg";

/** Any number nobody else uses, so that two hosts starting at once do not migrate at once. */
const MIGRATION_LOCK = 7_203_411_906;

/**
 * JSON is kept as text: jsonb refuses the \u0000 that JSON allows. Times are milliseconds since 1970.
 * `owner.epoch` fences: a host that is not the last one started can write nothing.
 */
const SCHEMA = `
create schema if not exists states;
create table if not exists states.owner (
  one boolean primary key default true check (one),
  epoch bigint not null
);
insert into states.owner (epoch) values (0) on conflict do nothing;
create table if not exists states.definition (
  digest text primary key,
  body text not null
);
create table if not exists states.execution (
  arn text primary key,
  name text not null,
  machine text not null,
  digest text not null references states.definition,
  input text not null,
  status text not null,
  output text,
  error text,
  cause text,
  started_at bigint not null,
  stopped_at bigint,
  redrives int not null default 0,
  redriven_at bigint
);
alter table states.execution add column if not exists redrive_token text;
create index if not exists execution_by_machine on states.execution (machine, started_at desc, arn);
create index if not exists execution_running on states.execution (arn) where status = 'RUNNING';
create table if not exists states.event (
  execution text not null references states.execution on delete cascade,
  id int not null,
  at bigint not null,
  type text not null,
  previous int not null,
  details text not null,
  primary key (execution, id)
);
create table if not exists states.frame (
  execution text not null references states.execution on delete cascade,
  path text not null,
  snapshot text not null,
  primary key (execution, path)
);
`;

export const migrateStates = (pool: pg.Pool): Promise<void> => migrate(pool, SCHEMA);

/** Runs idempotent statements, one host at a time. */
export async function migrate(pool: pg.Pool, statements: string): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    await client.query("select pg_advisory_xact_lock($1)", [MIGRATION_LOCK]);
    await client.query(statements);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
}
