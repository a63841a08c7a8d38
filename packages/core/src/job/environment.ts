import { createHash } from "node:crypto";
import { Access } from "../access/index.ts";
import { query } from "../database/index.ts";
import { AppError } from "../error/index.ts";
import { File } from "../file/index.ts";
import { Objects } from "../object/index.ts";
import type { Used } from "../run/schema.ts";
import { safeName } from "./file-name.ts";
import type { Spec } from "./schema.ts";

const MAX_BYTES = 1_000_000;

/** The lock file that a header names, by its name or without its ending, in the project of the script. */
export async function findEnvironment(
  wanted: { name: string; projectID: string } | null,
): Promise<{ environment: Spec["environment"]; used: Used[] }> {
  if (!wanted) return { environment: null, used: [] };
  const names = ["", ".lock", ".txt"].map((ending) => `${wanted.name}${ending}`);
  const row = await query((db) =>
    db
      .selectFrom("entity")
      .select("id")
      .where("parent_id", "=", wanted.projectID)
      .where("kind", "=", "file")
      .where("name", "in", names)
      .where("deleted_at", "is", null)
      .orderBy("updated_at", "desc")
      .executeTakeFirst(),
  );
  if (!row || (await Access.effective(row.id)) === 0) throw missing(wanted.name);
  await Access.require(row.id, "read");
  const { key, bytes, name, contentType } = await File.location(row.id);
  if (bytes === 0 || bytes > MAX_BYTES) throw unfit(name);
  const sha256 = createHash("sha256")
    .update(await Objects.range(key, 0, bytes))
    .digest("hex");
  return {
    environment: { key, bytes, contentType, fileName: safeName(name), sha256 },
    used: [{ entityID: row.id, role: "environment", contentHash: sha256 }],
  };
}

const missing = (name: string) =>
  new AppError(
    "unprocessable",
    "script.no_such_environment",
    `The environment "${name.slice(0, 100)}" is no file of the script's project. Upload its lock file there, or take the line out of the header.`,
  );
const unfit = (name: string) =>
  new AppError("unprocessable", "script.bad_environment", `${name} is empty, or more than 1 MB: no lock file.`);
