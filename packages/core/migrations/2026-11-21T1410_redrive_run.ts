import { type Kysely, sql } from "kysely";

/** A failed run can be continued from the step that failed: how often it was, and which steps are done again with which. */
export async function up(db: Kysely<unknown>) {
  await sql`
    alter table run add column redrives integer not null default 0, add column redriven_at timestamptz;

    -- first_at keeps the order of steps that are entered again; stage is what is done again as a whole; null before there were stages.
    alter table run_step
      add column stage text,
      add column tries integer not null default 1,
      add column first_at timestamptz not null default clock_timestamp(),
      drop constraint run_step_state_known,
      add constraint run_step_state_known check (state in ('waiting', 'running', 'succeeded', 'failed', 'cancelled'));
    update run_step set first_at = started_at;
  `.execute(db);
}

export async function down(db: Kysely<unknown>) {
  await sql`
    update run_step set state = 'cancelled', ended_at = coalesce(ended_at, now()) where state = 'waiting';
    alter table run_step
      drop column stage,
      drop column tries,
      drop column first_at,
      drop constraint run_step_state_known,
      add constraint run_step_state_known check (state in ('running', 'succeeded', 'failed', 'cancelled'));
    alter table run drop column redrives, drop column redriven_at;
  `.execute(db);
}
