import { type Kysely, sql } from "kysely";

const IMPORT = "fun_00000000000000000000000007";

const input = (name: string, type: string, caption: string, description: string, optional = true) => ({
  ...{ name, type, description },
  options: { caption, ...(optional ? { optional: true, nullable: true } : {}) },
});

const SIGNATURE = {
  inputs: [
    input("projectId", "string", "Project", "Where the media lie that the file is about", false),
    input("fileId", "file", "File", "What is read", false),
    {
      ...input("format", "string", "Format", "What the file is", false),
      options: {
        caption: "Format",
        choices: { values: ["csv", "ndjson", "coco", "yolo", "yolo-segment", "voc", "mot"] },
      },
    },
    input("layerId", "string", "Layer", "The layer that is written on; the project's first where none is named"),
    input("newLayer", "string", "New layer", "The name of a layer that is made for it"),
    input("mediaId", "string", "Media", "What the file is about, where it does not say"),
    input("classes", "map", "Classes", "Types for the file's classes; null leaves a class out"),
    input("createTypes", "bool", "Make types", "Makes types for classes that have none"),
    input(
      "keepGood",
      "bool",
      "Keep what is right",
      "Also where something else is wrong; otherwise it is all or nothing",
    ),
  ],
  outputs: [{ name: "layer", type: "string", options: {} }],
};

/** Making annotations of a file is a function that comes with the program. */
export async function up(db: Kysely<unknown>) {
  await sql`
    insert into function (id, kind, name, description, signature) values (
      ${sql.lit(IMPORT)}, 'builtin', 'import-annotations', 'Makes annotations of a file, in a format that others write.',
      ${sql.lit(JSON.stringify(SIGNATURE))}::jsonb
    )`.execute(db);
}

export async function down(db: Kysely<unknown>) {
  await sql`
    delete from relation where run_id in (select id from run where function_id = ${sql.lit(IMPORT)});
    delete from schedule where function_id = ${sql.lit(IMPORT)};
    delete from run where function_id = ${sql.lit(IMPORT)};
    delete from function where id = ${sql.lit(IMPORT)};
  `.execute(db);
}
