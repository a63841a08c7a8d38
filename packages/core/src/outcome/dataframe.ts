import { rm } from "node:fs/promises";
import { join } from "node:path";
import { agreed } from "../attribute/begin.ts";
import { query } from "../database/index.ts";
import { Entity } from "../entity/index.ts";
import { AppError } from "../error/index.ts";
import { createID } from "../id/index.ts";
import { convert } from "../ingest/convert.ts";
import { hashFile } from "../object/hash-file.ts";
import { Objects } from "../object/index.ts";
import { Table } from "../table/index.ts";
import { nameOf } from "./name.ts";
import type { RegisterFile } from "./outcome.ts";

const MIB = 1024 * 1024;
/** What the step reads within its time and memory. */
const MAX_BYTES = 256 * MIB;
const DUCKDB_MB = 1_500;

/** A table as an import makes it, of the Parquet or Arrow file that the code left. */
export const dataframe: RegisterFile = async (work, output, parameter) => {
  if (output.bytes > MAX_BYTES) throw tooLarge(output.name, output.bytes);
  const source = join(work.workdir, `${output.name}.in`);
  const target = join(work.workdir, `${output.name}.parquet`);
  const { signal } = work;
  await Objects.download(output.key, source, { signal });
  const converted = await convert({ source, target, name: output.fileName, signal, limits: { memoryMB: DUCKDB_MB } });
  await rm(source);
  const contentHash = await hashFile(target, signal);
  const id = createID("table");
  const key = `tables/${work.runID}/${work.attempt}-${output.name}.parquet`;
  const stored = await Objects.upload(target, key, { signal, contentType: "application/vnd.apache.parquet" });
  await rm(target);
  const name = nameOf(work, parameter);
  const commit = async () => {
    await Entity.create({
      id,
      kind: "table",
      parentID: work.projectID,
      name,
      agreed: await agreed(work.projectID, "table", {}),
    });
    const row = { id, file_id: null, run_id: work.runID, options: "{}", current_version: null };
    await query((db) => db.insertInto("table_").values(row).execute());
    const version = { tableID: id, runID: work.runID, key, ...stored, ...converted };
    return { entityID: id, role: output.name, contentHash, ...(await Table.registerVersion(version)) };
  };
  return { value: id, commit };
};

const tooLarge = (name: string, bytes: number) =>
  new AppError(
    "unprocessable",
    "script.table_too_large",
    `Output "${name}" has ${Math.ceil(bytes / MIB)} MiB; a dataframe has at most ${MAX_BYTES / MIB}. Write it to a Parquet file, give that as a file, and import it.`,
  );
