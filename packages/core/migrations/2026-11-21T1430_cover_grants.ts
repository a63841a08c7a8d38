import { type Kysely, sql } from "kysely";

/** What the grants of somebody's groups give stands in the index that finds them: there may be a hundred thousand. */
export async function up(db: Kysely<unknown>) {
  await sql`
    drop index grant_group;
    create index grant_group on "grant" (group_id, scope_id) include (privileges, expires_at);
  `.execute(db);
}

export async function down(db: Kysely<unknown>) {
  await sql`
    drop index grant_group;
    create index grant_group on "grant" (group_id, scope_id);
  `.execute(db);
}
