import { type Kysely, sql } from "kysely";

/** The scopes in the trash, which are few beside all others: a search leaves out what lies in them. */
export async function up(db: Kysely<unknown>) {
  await sql`create index scope_trashed on scope (id) where deleted_at is not null`.execute(db);
}

export async function down(db: Kysely<unknown>) {
  await sql`drop index scope_trashed`.execute(db);
}
