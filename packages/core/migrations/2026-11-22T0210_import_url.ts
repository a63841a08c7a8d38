import { type Kysely, sql } from "kysely";

const IMPORT_URL = "fun_00000000000000000000000005";

const SIGNATURE = {
  inputs: [
    { name: "projectId", type: "string", description: "Where the media is to lie", options: { caption: "Project" } },
    {
      name: "url",
      type: "string",
      description: "An https:// address on the public internet",
      options: { caption: "Address" },
    },
    {
      name: "name",
      type: "string",
      description: "What it is to be called; what the address calls it where nothing is said",
      options: { caption: "Name", optional: true, nullable: true },
    },
    {
      name: "attributes",
      type: "map",
      description: "Values of the project's attributes",
      options: { caption: "Attributes", optional: true, nullable: true },
    },
  ],
  outputs: [{ name: "media", type: "string", options: {} }],
};

/** Fetching a video or a picture from an address is a function that comes with the program. */
export async function up(db: Kysely<unknown>) {
  await sql`
    insert into function (id, kind, name, description, signature) values (
      ${sql.lit(IMPORT_URL)}, 'builtin', 'import-url', 'Fetches a video or a picture from an address and makes media of it.',
      ${sql.lit(JSON.stringify(SIGNATURE))}::jsonb
    )`.execute(db);
}

export async function down(db: Kysely<unknown>) {
  await sql`
    delete from relation where run_id in (select id from run where function_id = ${sql.lit(IMPORT_URL)});
    delete from schedule where function_id = ${sql.lit(IMPORT_URL)};
    delete from run where function_id = ${sql.lit(IMPORT_URL)};
    delete from function where id = ${sql.lit(IMPORT_URL)};
  `.execute(db);
}
