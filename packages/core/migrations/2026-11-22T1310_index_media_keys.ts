import { type Kysely, sql } from "kysely";

/** Who sweeps objects that nothing names any more asks for them by their keys. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create index media_rendition_key on media_rendition (key);
    create index media_rendition_index_key on media_rendition (index_key) where index_key is not null;
    create index media_part_key on media_part (key);
  `.execute(db);
}

export async function down(db: Kysely<unknown>) {
  await sql`
    drop index media_rendition_key;
    drop index media_rendition_index_key;
    drop index media_part_key;
  `.execute(db);
}
