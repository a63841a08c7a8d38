import { type Kysely, sql } from "kysely";

/** What an algorithm wrote may run another one; each run keeps what led to it, so that nothing leads to itself. */
export async function up(db: Kysely<unknown>) {
  await sql`
    -- Also when algorithms write.
    alter table algorithm_trigger add column chain boolean not null default false;
    -- Runs of algorithms that it is due to.
    alter table trigger_due add column causes text[] not null default '{}';
    alter table algorithm_run add column trigger_id text collate "C" references algorithm_trigger on delete set null;
    alter table algorithm_run add column causes text[] not null default '{}';
    -- The algorithms whose runs led to this one.
    alter table algorithm_run add column chain text[] not null default '{}';
    alter table algorithm_run add column depth integer not null default 0;
    create index algorithm_run_of_trigger on algorithm_run (trigger_id);
    create index algorithm_run_causes on algorithm_run using gin (causes);
  `.execute(db);
}

export async function down(db: Kysely<unknown>) {
  await sql`
    alter table algorithm_run drop column depth, drop column chain, drop column causes, drop column trigger_id;
    alter table trigger_due drop column causes;
    alter table algorithm_trigger drop column chain;
  `.execute(db);
}
