import { type Kysely, sql } from "kysely";

/** When somebody last came in by each of their ways, and which address its provider named, so that they know them apart. */
export async function up(db: Kysely<unknown>) {
  await sql`alter table account add column email text, add column last_used_at timestamptz`.execute(db);
}

export async function down(db: Kysely<unknown>) {
  await sql`alter table account drop column last_used_at, drop column email`.execute(db);
}
