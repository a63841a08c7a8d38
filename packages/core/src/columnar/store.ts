import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { type Database, DuckDB, parquetWithRowNumbers } from "../duckdb/index.ts";
import { Objects } from "../object/index.ts";
import { ObjectCache } from "./cache.ts";

const MIB = 1024 * 1024;
const MAX_OPEN = 8;
const MEMORY_MB = 512;
const QUERY_TIMEOUT_MS = 25_000;
/** The view every query of a table reads: its columns and `file_row_number`. */
export const ROWS = "rows_";

const scratch = () => join(process.env.ATRIUM_SCRATCH ?? tmpdir(), "atrium-objects");
const cacheBytes = () => Number(process.env.ATRIUM_CACHE_MB ?? 4_096) * MIB;

let cache: ObjectCache | undefined;
/** One database an object, most recently used last: a query can reach this one file and nothing else. */
const open = new Map<string, Promise<Database>>();

/** A database over the Parquet object, from the cache of this process where it is there. */
export async function databaseOf(
  { key, etag }: { key: string; etag: string },
  signal?: AbortSignal,
): Promise<Database> {
  cache ??= new ObjectCache(scratch(), cacheBytes());
  signal?.throwIfAborted();
  // The download serves everybody who asks meanwhile, so one of them giving up does not end it.
  const path = await cache.path(etag, (partial) => Objects.download(key, partial));
  const found = open.get(path);
  if (found) open.delete(path);
  const database = found ?? openDatabase(path);
  open.set(path, database);
  if (!found) {
    database.catch(() => open.delete(path));
    closeOldest();
  }
  return database;
}

async function openDatabase(path: string): Promise<Database> {
  const database = await DuckDB.open({
    memoryMB: MEMORY_MB,
    threads: availableParallelism(),
    files: [path],
    timeoutMs: QUERY_TIMEOUT_MS,
  });
  await database.main.run(`CREATE VIEW ${ROWS} AS SELECT * FROM ${parquetWithRowNumbers(path)}`);
  return database;
}

/** Readers of a database that is closed here finish: their connections keep it alive. */
function closeOldest(): void {
  const oldest = open.keys().next();
  if (open.size <= MAX_OPEN || oldest.done) return;
  const closing = open.get(oldest.value);
  open.delete(oldest.value);
  closing?.then(
    (database) => database.close(),
    () => undefined, // It never opened.
  );
}
