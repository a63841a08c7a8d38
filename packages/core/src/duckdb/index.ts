import { DuckDBInstance } from "@duckdb/node-api";
import { quoteList, quoteLiteral } from "./quote.ts";
import { type Run, Session } from "./session.ts";

export { DuckDBError, isOutOfRange } from "./errors.ts";
export * as DuckDB from "./index.ts";
export { quoteIdentifier, quoteList, quoteLiteral } from "./quote.ts";
export { type Cell, type ChunkVector, type Run, Session, type Stretch } from "./session.ts";

export type Options = {
  memoryMB: number;
  threads: number;
  /** Where it may spill; undefined keeps it in memory. */
  tempDirectory?: string;
  tempMB?: number;
  /** The only files and folders any statement can reach, now or later. */
  files?: readonly string[];
  directories?: readonly string[];
  timeoutMs?: number;
  signal?: AbortSignal;
};

/**
 * An in-memory database that sees nothing but the given files and folders: no other path, no network, no extensions,
 * and no statement can widen that again.
 */
export async function open(options: Options): Promise<Database> {
  const instance = await DuckDBInstance.create(":memory:", {
    threads: String(options.threads),
    memory_limit: `${options.memoryMB}MB`,
    temp_directory: options.tempDirectory ?? "",
    ...(options.tempMB ? { max_temp_directory_size: `${options.tempMB}MB` } : {}),
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    allow_community_extensions: "false",
    allow_persistent_secrets: "false",
  });
  try {
    const main = await connect(instance, options);
    await lock(main, options);
    return new Database(instance, options, main);
  } catch (error) {
    instance.closeSync();
    throw error;
  }
}

export class Database {
  readonly #instance: DuckDBInstance;
  readonly #options: Options;
  /** The only session that knows its progress: that is a setting, and settings are locked once it is open. */
  readonly main: Session;

  constructor(instance: DuckDBInstance, options: Options, main: Session) {
    this.#instance = instance;
    this.#options = options;
    this.main = main;
  }

  session(options: Run = {}): Promise<Session> {
    return connect(this.#instance, { ...this.#options, ...options });
  }

  close(): void {
    this.main.close();
    this.#instance.closeSync();
  }
}

async function connect(instance: DuckDBInstance, { signal, timeoutMs }: Options): Promise<Session> {
  return new Session(await instance.connect(), { signal, timeoutMs });
}

async function lock(session: Session, { files = [], directories = [] }: Options): Promise<void> {
  await session.run("SET enable_progress_bar = true");
  await session.run("SET enable_progress_bar_print = false");
  await session.run("SET GLOBAL TimeZone = 'UTC'");
  // Files are immutable here; a footer of hundreds of columns is not parsed again for each query.
  await session.run("SET GLOBAL parquet_metadata_cache = true");
  await session.run(`SET GLOBAL allowed_paths = ${quoteList(files)}`);
  await session.run(`SET GLOBAL allowed_directories = ${quoteList(directories)}`);
  await session.run("SET GLOBAL enable_external_access = false");
  await session.run("SET GLOBAL lock_configuration = true");
}

/** `read_parquet` with the row's position in the file as `file_row_number`. */
export const parquetWithRowNumbers = (path: string): string =>
  `read_parquet(${quoteLiteral(path)}, file_row_number = true)`;
