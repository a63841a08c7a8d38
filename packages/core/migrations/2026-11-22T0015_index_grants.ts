import { type Kysely, sql } from "kysely";

/**
 * Of somebody with a hundred thousand grants, those that reach further than the thing they are given on: on projects, in whose
 * scopes alone other things lie. Searches rely on that, so the tables insist on it.
 */
export async function up(db: Kysely<unknown>) {
  await sql`
    alter table entity add constraint entity_scope_project check (scope_id = id or (scope_id >= 'prj_' and scope_id < 'prj\`'));
    alter table scope_above
      add constraint scope_above_project check (scope_id = ancestor_id or (ancestor_id >= 'prj_' and ancestor_id < 'prj\`'));
    create index grant_on_project on "grant" (group_id, scope_id) include (privileges, expires_at)
      where scope_id >= 'prj_' and scope_id < 'prj\`';
  `.execute(db);
}

export async function down(db: Kysely<unknown>) {
  await sql`
    drop index grant_on_project;
    alter table scope_above drop constraint scope_above_project;
    alter table entity drop constraint entity_scope_project;
  `.execute(db);
}
