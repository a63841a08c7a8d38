import { Access } from "../access/index.ts";
import { query } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import { Script } from "../script/index.ts";
import { must } from "../util/index.ts";
import { safeName } from "./file-name.ts";
import type { Language } from "./schema.ts";
import type { Asked, Source } from "./source.ts";

const ENDINGS: Record<Language, string> = { python: "py", javascript: "mjs" };

/** A script as its version is, with the signature of that version's own header. */
export async function scriptSource({ functionID, revision }: Asked): Promise<Source> {
  const row = await query((db) =>
    db
      .selectFrom("script_version as v")
      .innerJoin("entity as e", "e.id", "v.script_id")
      .select(["v.source", "v.sha256", "v.language", "e.name", "e.parent_id"])
      .where("v.script_id", "=", functionID)
      .where("v.version", "=", revision)
      .executeTakeFirst(),
  );
  if (!row) throw Access.missing(functionID);
  const { language, header, inputs, outputs, problems } = Script.readHeader(row.source, row.language);
  const [first] = problems;
  if (first)
    throw new AppError("unprocessable", "script.cannot_run", `Line ${first.line} of the script: ${first.message}`);
  const runnable = language === "javascript" ? "javascript" : "python";
  const projectID = must(row.parent_id, `project of ${functionID}`);
  return {
    task: "script",
    language: runnable,
    source: { text: row.source, fileName: `${safeName(row.name)}.${ENDINGS[runnable]}` },
    hash: row.sha256,
    inputs,
    outputs,
    used: [{ entityID: functionID, role: "code", contentHash: row.sha256, version: revision }],
    environment: header.environment ? { name: header.environment, projectID } : null,
  };
}
