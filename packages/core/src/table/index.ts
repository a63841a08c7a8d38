import type { Transaction } from "kysely";
import { z } from "zod";
import { Access } from "../access/index.ts";
import { Attribute } from "../attribute/index.ts";
import { record } from "../audit/record.ts";
import { transaction } from "../database/index.ts";
import type { Schema } from "../database/schema.ts";
import { Entity } from "../entity/index.ts";
import { AppError } from "../error/index.ts";
import { File } from "../file/index.ts";
import { Functions } from "../function/index.ts";
import { createID } from "../id/index.ts";
import { Objects } from "../object/index.ts";
import { Run } from "../run/index.ts";
import { fn, must } from "../util/index.ts";
import { find } from "./read.ts";
import { ImportOptions } from "./schema.ts";

export { get, Info } from "./get.ts";
export { failImport, registerVersion } from "./import.ts";
export * as Table from "./index.ts";
export { TableAnswer, TableQuery } from "./query.ts";
export { find, readable } from "./read.ts";
export { Column, ColumnStats, ColumnType, ImportOptions, ImportReport, Preview, ReadOptions } from "./schema.ts";
export { ListVersions, Version, VersionItem, version, versions } from "./version.ts";

export const Create = z.strictObject({
  projectId: z.string(),
  name: Entity.Name,
  fileId: z.string(),
  options: ImportOptions.optional(),
  attributes: Attribute.Given.optional(),
});

/** Makes a table without rows and the run that will fill it from the file. */
export const create = fn(Create, ({ projectId, name, fileId, options = {}, attributes }) =>
  transaction(async (tx): Promise<{ tableID: string; runID: string }> => {
    await Access.require(projectId, "create");
    await File.get(fileId);
    await Access.require(fileId, "read");
    const id = createID("table");
    await Entity.create({ id, kind: "table", parentID: projectId, name, attributes });
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

/** Imports a file as the next version of a table. Until that has succeeded, the current version stays what it is. */
export const importAgain = fn(
  z.object({ id: z.string(), fileId: z.string(), options: ImportOptions.optional() }),
  ({ id, fileId, options = {} }) =>
    transaction(async (tx): Promise<{ tableID: string; runID: string }> => {
      const { name, projectId } = await Entity.get(id, "table");
      await Access.require(id, "edit");
      await File.get(fileId);
      await Access.require(fileId, "read");
      // The lock lets one of two requests in at a time; the other then sees the first one's run.
      const table = await tx.selectFrom("table_").select("id").where("id", "=", id).forUpdate().executeTakeFirst();
      if (!table) throw Access.missing(id);
      await refuseWhileImporting(tx, id);
      const runID = await Run.create({
        functionID: Functions.IMPORT_ID,
        projectID: must(projectId, "project of the table"),
        subjectID: id,
        inputs: { tableId: id, projectId, name, fileId, options },
      });
      await tx.updateTable("table_").set({ run_id: runID }).where("id", "=", id).execute();
      await Entity.touch(id);
      return { tableID: id, runID };
    }),
);

async function refuseWhileImporting(tx: Transaction<Schema>, id: string): Promise<void> {
  const open = await tx
    .selectFrom("run")
    .select("id")
    .where("subject_id", "=", id)
    .where("state", "in", ["queued", "running"])
    .executeTakeFirst();
  if (!open) return;
  throw new AppError(
    "conflict",
    "table.importing",
    `This table is being imported (run ${open.id}). Wait for it to end, or cancel it.`,
  );
}

/** A URL for the Parquet object of a version, the current one by default, for five minutes. */
export const download = fn(
  z.object({ id: z.string(), version: z.number().int().optional() }),
  async ({ id, version }): Promise<{ url: string; expiresAt: string }> => {
    const { name } = await Entity.get(id, "table");
    await Access.require(id, "transfer");
    const { key, version: given } = await find(id, version);
    await record({ type: "table.downloaded", entityID: id, parameters: { version: given } });
    const { url, expiresAt } = await Objects.presignGet(key, {
      name: `${name.replace(/\.(csv|tsv|ndjson|jsonl|json|parquet|arrow|feather)$/i, "")}${version === undefined ? "" : `-v${version}`}.parquet`,
      contentType: "application/vnd.apache.parquet",
    });
    return { url, expiresAt: expiresAt.toISOString() };
  },
);

/** To the trash; an import that is still under way is stopped. */
export const remove = (input: { id: string; revision?: number }): Promise<void> =>
  transaction(async () => {
    await Entity.remove({ ...input, kind: "table" });
    await Run.cancelFor(input.id);
  });
