import { type Kysely, sql } from "kysely";

/** What a new thing has to say of itself is said when it is asked for: with an upload, and among the inputs of an import. */
export async function up(db: Kysely<unknown>) {
  await sql`
    alter table upload add column attributes jsonb not null default '{}';
    update function set revision = revision + 1, signature = jsonb_set(signature, '{inputs}', signature -> 'inputs' ||
      '[{"name": "attributes", "type": "object", "description": "What the project asks of a table",
        "options": {"caption": "Attributes", "optional": true}}]')
    where id = 'fun_00000000000000000000000001';
  `.execute(db);
}

export async function down(db: Kysely<unknown>) {
  await sql`
    update function set revision = revision - 1, signature = jsonb_set(signature, '{inputs}',
      (select jsonb_agg(input order by at) from jsonb_array_elements(signature -> 'inputs') with ordinality i (input, at)
        where input ->> 'name' <> 'attributes'))
    where id = 'fun_00000000000000000000000001';
    alter table upload drop column attributes;
  `.execute(db);
}
