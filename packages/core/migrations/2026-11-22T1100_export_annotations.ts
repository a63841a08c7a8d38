import { type Kysely, sql } from "kysely";

const EXPORT = "fun_00000000000000000000000006";

const input = (name: string, type: string, caption: string, description: string, optional = true) => ({
  ...{ name, type, description },
  options: { caption, ...(optional ? { optional: true, nullable: true } : {}) },
});

const SIGNATURE = {
  inputs: [
    input("projectId", "string", "Project", "Whose annotations, with those of all below; the file is put here", false),
    {
      ...input("format", "string", "Format", "What is written", false),
      options: {
        caption: "Format",
        choices: { values: ["csv", "ndjson", "coco", "yolo", "yolo-segment", "voc", "mot"] },
      },
    },
    input("mediaIds", "list", "Media", "These media alone"),
    input("layers", "list", "Layers", "These layers alone, drawn over those below them"),
    input("types", "list", "Types", "What is drawn with these types alone"),
    input("filter", "map", "Filter", "Localizations that fulfil it alone"),
    input("name", "string", "Name", "What the file is to be called"),
    input("compress", "bool", "Compress", "Whether a text is compressed; archives always are"),
  ],
  outputs: [{ name: "file", type: "file", options: {} }],
};

/** Making a file of annotations is a function that comes with the program. */
export async function up(db: Kysely<unknown>) {
  await sql`
    insert into function (id, kind, name, description, signature) values (
      ${sql.lit(EXPORT)}, 'builtin', 'export-annotations', 'Makes a file of annotations, in a format that others read.',
      ${sql.lit(JSON.stringify(SIGNATURE))}::jsonb
    )`.execute(db);
}

export async function down(db: Kysely<unknown>) {
  await sql`
    delete from relation where run_id in (select id from run where function_id = ${sql.lit(EXPORT)});
    delete from schedule where function_id = ${sql.lit(EXPORT)};
    delete from run where function_id = ${sql.lit(EXPORT)};
    delete from function where id = ${sql.lit(EXPORT)};
  `.execute(db);
}
