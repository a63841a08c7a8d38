import { type Kysely, sql } from "kysely";

/** Service users, keys of one project, counted attempts to get in, and lists of twenty thousand people. */
export async function up(db: Kysely<unknown>) {
  await sql`
    alter table "user"
      add column kind text not null default 'person',
      add constraint user_kind_known check (kind in ('person', 'service'));
    create index user_by_email on "user" (email collate "C", id);
    create index user_by_created on "user" (created_at, id);
    create index user_email_trigram on "user" using gin (email gin_trgm_ops);

    create index invitation_email on invitation (email) where accepted_at is null;

    alter table api_key add column project_id text collate "C" references entity on delete cascade;
    create index api_key_project on api_key (project_id, id) where project_id is not null;

    -- How often something was tried since its window began. The key is a digest: addresses are not kept.
    create table attempt (
      key bytea primary key,
      count integer not null,
      since timestamptz not null default now()
    );
    create index attempt_since on attempt (since);
  `.execute(db);
}

export async function down(db: Kysely<unknown>) {
  await sql`
    drop table attempt;
    drop index invitation_email;
    alter table api_key drop column project_id;
    drop index user_by_email, user_by_created, user_email_trigram;
    delete from "user" where kind = 'service';
    alter table "user" drop column kind;
  `.execute(db);
}
