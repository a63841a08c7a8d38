import { randomUUID } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { type Database, DuckDB, parquetWithRowNumbers } from "../duckdb/index.ts";
import { Objects } from "../object/index.ts";
import { Recent } from "../util/recent.ts";
import { ObjectCache } from "./cache.ts";

const MIB = 1024 * 1024;
const MAX_OPEN = 8;
const MEMORY_MB = 512;
/** A sort of more than fits memory goes on in files, up to here. */
const SPILL_MB = 4_096;
const QUERY_TIMEOUT_MS = 25_000;
/** The view every query of a table reads: its columns and `file_row_number`. */
export const ROWS = "rows_";

type Located = { key: string; etag: string };

const scratch = (folder: string) => join(process.env.ATRIUM_SCRATCH ?? tmpdir(), folder);
const cacheBytes = () => Number(process.env.ATRIUM_CACHE_MB ?? 4_096) * MIB;

let cache: ObjectCache | undefined;
/**
 * One database an object: a query can reach this one file and nothing else. Readers of one that is closed finish: their connections
 * keep it alive.
 */
const open = new Recent<Database>({ kept: MAX_OPEN, close: (database) => database.close() });

/** The Parquet object as a file, from the cache of this process where it is there. */
function fileOf({ key, etag }: Located, signal?: AbortSignal): Promise<string> {
  cache ??= new ObjectCache(scratch("atrium-objects"), cacheBytes());
  signal?.throwIfAborted();
  // The download serves everybody who asks meanwhile, so one of them giving up does not end it.
  return cache.path(etag, (partial) => Objects.download(key, partial));
}

/** A database over the Parquet object, shared by all who read it. */
export async function databaseOf(object: Located, signal?: AbortSignal): Promise<Database> {
  const path = await fileOf(object, signal);
  return open.get(path, () => openDatabase(path, { spill: scratch(join("atrium-spill", randomUUID())) }));
}

export type Export = { database: Database; target: string; close(): Promise<void> };

/** A database over the object that may also write one file; both are the caller's to close. */
export async function exportOf(object: Located, signal?: AbortSignal): Promise<Export> {
  const path = await fileOf(object, signal);
  const folder = scratch(join("atrium-exports", randomUUID()));
  const target = join(folder, "export");
  await mkdir(folder, { recursive: true });
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const database = await openDatabase(path, { spill: join(folder, "spill"), target });
    const close = async () => {
      database.close();
      await remove();
    };
    return { database, target, close };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function openDatabase(path: string, { spill, target }: { spill: string; target?: string }): Promise<Database> {
  const database = await DuckDB.open({
    memoryMB: MEMORY_MB,
    threads: availableParallelism(),
    files: target === undefined ? [path] : [path, target],
    tempDirectory: spill,
    tempMB: SPILL_MB,
    timeoutMs: QUERY_TIMEOUT_MS,
  });
  await database.main.run(`CREATE VIEW ${ROWS} AS SELECT * FROM ${parquetWithRowNumbers(path)}`);
  return database;
}
