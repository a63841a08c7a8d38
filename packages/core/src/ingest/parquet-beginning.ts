import { open } from "node:fs/promises";
import { join } from "node:path";
import { DuckDB, parquetWithRowNumbers, quoteLiteral } from "../duckdb/index.ts";
import { parquetSource } from "./parquet-source.ts";
import type { Pieces } from "./preview.ts";
import { damagedParquet } from "./probe.ts";
import type { Source } from "./source-types.ts";

const TAIL_BYTES = 8;
/** The columns' description is at the end; of thousands of columns and row groups it may be large. */
const MAX_FOOTER_BYTES = 16 * 1024 * 1024;
const MAX_ROWS_BYTES = 16 * 1024 * 1024;
const ROWS = 2_048;

/**
 * A Parquet file of which only the description and the first row group were fetched. They lie where they lie in the whole
 * file, with holes between, so that it is read as the whole one would be.
 */
export async function parquetBeginning(file: Pieces, workdir: string): Promise<{ source: Source; notes: string[] }> {
  const path = join(workdir, "beginning.parquet");
  await using sparse = await open(path, "w");
  const fetched = async (start: number, end: number) => {
    const bytes = await file.range(start, end);
    await sparse.write(bytes, 0, bytes.length, start);
    return bytes;
  };
  const tail = Buffer.from(await file.range(file.bytes - TAIL_BYTES, file.bytes));
  const footer = tail.readUInt32LE(0) + TAIL_BYTES;
  if (tail.toString("latin1", 4) !== "PAR1" || footer > file.bytes || footer > MAX_FOOTER_BYTES) throw damagedParquet();
  await fetched(0, 4);
  await fetched(file.bytes - footer, file.bytes);
  const { start, end } = await firstRowGroup(path);
  const relation = parquetWithRowNumbers(path);
  const within = (rows: number) =>
    `(SELECT * EXCLUDE (file_row_number) FROM ${relation} WHERE file_row_number < ${rows})`;
  if (end > file.bytes || start > end) throw damagedParquet();
  if (end - start > MAX_ROWS_BYTES) {
    const notes = ["The file's first rows lie too far apart to be shown; its columns are as it says."];
    return { source: parquetSource([path], within(0)), notes };
  }
  if (end > start) await fetched(start, end);
  return { source: parquetSource([path], within(ROWS)), notes: [] };
}

async function firstRowGroup(path: string): Promise<{ start: number; end: number }> {
  const database = await DuckDB.open({ memoryMB: 256, threads: 1, files: [path] });
  try {
    const [range] = await database.main.rows<{ from_: number | null; to_: number | null }>(
      `SELECT min(least(data_page_offset, coalesce(nullif(dictionary_page_offset, 0), data_page_offset))) AS from_,
         max(least(data_page_offset, coalesce(nullif(dictionary_page_offset, 0), data_page_offset)) + total_compressed_size) AS to_
       FROM parquet_metadata(${quoteLiteral(path)}) WHERE row_group_id = 0`,
    );
    return { start: range?.from_ ?? 0, end: range?.to_ ?? 0 };
  } catch (error) {
    throw damagedParquet(error);
  } finally {
    database.close();
  }
}
