import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>) {
  await sql`
    -- what it finds: of localizations the query is a filter as JSON, and always of one project
    alter table saved_search
      add column subject text not null default 'entities' check (subject in ('entities', 'localizations')),
      add constraint saved_search_localizations_in_project check (subject = 'entities' or project_id is not null);
  `.execute(db);
}

export async function down(db: Kysely<unknown>) {
  await sql`
    delete from saved_search where subject <> 'entities';
    alter table saved_search drop column subject;
  `.execute(db);
}
