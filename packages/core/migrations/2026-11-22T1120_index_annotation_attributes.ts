import { type Kysely, sql } from "kysely";

/**
 * What few annotations of a project have is found without reading the others. Only equality is asked of it, so the index of paths is
 * enough, which is a third of the other; new rows wait in its list of pending ones, and so it hardly slows writing. Of what many have the
 * planner still walks the layer.
 */
export async function up(db: Kysely<unknown>) {
  await sql`
    create index localization_attributes on localization using gin (attributes jsonb_path_ops) where latest and not deleted;
    create index state_attributes on state using gin (attributes jsonb_path_ops) where latest and not deleted;
  `.execute(db);
}

export async function down(db: Kysely<unknown>) {
  await sql`
    drop index localization_attributes;
    drop index state_attributes;
  `.execute(db);
}
