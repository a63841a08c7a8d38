import { type Kysely, sql } from "kysely";

const EXPORT = "fun_00000000000000000000000006";
const ARCHIVE = {
  name: "archive",
  type: "string",
  description: "How files are packed: zip, or a compressed tar",
  options: { caption: "Archive", choices: { values: ["tar", "zip"] }, optional: true, nullable: true },
};

/** Files of annotations are packed as zip where somebody wants that. */
export async function up(db: Kysely<unknown>) {
  await sql`
    update function set signature = jsonb_set(signature, '{inputs}', signature->'inputs' || ${sql.lit(JSON.stringify([ARCHIVE]))}::jsonb)
    where id = ${sql.lit(EXPORT)}`.execute(db);
}

export async function down(db: Kysely<unknown>) {
  await sql`
    update function set signature = jsonb_set(signature, '{inputs}',
      (select jsonb_agg(input) from jsonb_array_elements(signature->'inputs') input where input->>'name' <> 'archive'))
    where id = ${sql.lit(EXPORT)}`.execute(db);
}
