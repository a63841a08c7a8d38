import { type Kysely, sql } from "kysely";

/** An algorithm is a script, or an image of one's own; and the token of a job ends by itself, not only with its run. */
export async function up(db: Kysely<unknown>) {
  await sql`
    alter table algorithm alter column script_id drop not null;
    -- { reference, command, parameters }
    alter table algorithm add column image jsonb;
    alter table algorithm add constraint algorithm_is_one check ((script_id is null) <> (image is null));

    alter table algorithm_run alter column script_id drop not null;
    -- As the latest attempt took it.
    alter table algorithm_run add column image jsonb;
    alter table algorithm_run add constraint algorithm_run_is_one check ((script_id is null) <> (image is null));

    alter table job add column expires_at timestamptz not null default now() + interval '14 hours';
  `.execute(db);
}

export async function down(db: Kysely<unknown>) {
  await sql`
    alter table job drop column expires_at;
    delete from algorithm_run where image is not null;
    delete from algorithm where image is not null;
    alter table algorithm_run drop constraint algorithm_run_is_one, drop column image;
    alter table algorithm_run alter column script_id set not null;
    alter table algorithm drop constraint algorithm_is_one, drop column image;
    alter table algorithm alter column script_id set not null;
  `.execute(db);
}
