import { z } from "zod";
import { Access } from "../access/index.ts";
import { transaction } from "../database/index.ts";
import { Entity } from "../entity/index.ts";
import { File } from "../file/index.ts";
import { Functions } from "../function/index.ts";
import { createID } from "../id/index.ts";
import { Objects } from "../object/index.ts";
import { Run } from "../run/index.ts";
import { fn } from "../util/index.ts";
import { readable } from "./read.ts";
import { ImportOptions } from "./schema.ts";

export { get, Info } from "./get.ts";
export { failImport, forImport, registerVersion } from "./import.ts";
export * as Table from "./index.ts";
export { readable } from "./read.ts";
export { Column, ColumnType, ImportOptions, ImportReport } from "./schema.ts";

export const Create = z.strictObject({
  projectId: z.string(),
  name: Entity.Name,
  fileId: z.string(),
  options: ImportOptions.optional(),
});

/** Makes a table without rows and the run that will fill it from the file. */
export const create = fn(Create, ({ projectId, name, fileId, options = {} }) =>
  transaction(async (tx): Promise<{ tableID: string; runID: string }> => {
    await Access.require(projectId, "create");
    await File.get(fileId);
    await Access.require(fileId, "read");
    const id = createID("table");
    await Entity.create({ id, kind: "table", parentID: projectId, name });
    const runID = await Run.create({
      functionID: Functions.IMPORT_ID,
      projectID: projectId,
      subjectID: id,
      inputs: { tableId: id, projectId, name, fileId, options },
    });
    await tx
      .insertInto("table_")
      .values({ id, file_id: fileId, run_id: runID, options: JSON.stringify(options), current_version: null })
      .execute();
    return { tableID: id, runID };
  }),
);

/** A URL for the Parquet object of the current version, for five minutes. */
export const download = fn(z.string(), async (id): Promise<{ url: string; expiresAt: string }> => {
  const { name } = await Entity.get(id, "table");
  await Access.require(id, "transfer");
  const { key } = await readable(id);
  const { url, expiresAt } = await Objects.presignGet(key, {
    name: `${name.replace(/\.(csv|tsv|ndjson|jsonl|parquet)$/i, "")}.parquet`,
    contentType: "application/vnd.apache.parquet",
  });
  return { url, expiresAt: expiresAt.toISOString() };
});

/** To the trash; an import that is still under way is stopped. */
export const remove = (input: { id: string; revision?: number }): Promise<void> =>
  transaction(async () => {
    await Entity.remove({ ...input, kind: "table" });
    await Run.cancelFor(input.id);
  });
