import type { Database } from "../duckdb/index.ts";
import { AppError } from "../error/index.ts";
import type { TableQuery } from "../table/query.ts";
import type { Column } from "../table/schema.ts";
import { answer } from "./answer.ts";
import { readPage } from "./page.ts";
import { planRows, type RowsQuery } from "./request.ts";
import { filteredStatistics } from "./statistics.ts";
import { databaseOf, exportOf } from "./store.ts";
import type { Body, Format, Into } from "./written.ts";

export { ObjectCache } from "./cache.ts";
export * as Columnar from "./index.ts";
export type { Page } from "./page.ts";
export { cursorVersion, type RowsQuery } from "./request.ts";
export type { Format } from "./written.ts";

export type Source = { version: number; key: string; etag: string; rows: number; columns: Column[] };
type Options = { format: Format; count?: boolean; signal?: AbortSignal };

/** A page of a table's rows. Whatever is wrong with the question is thrown here, before the first byte. */
export async function readRows(source: Source, query: RowsQuery, options: Options) {
  const plan = planRows(query, source.columns, source.version);
  return reading(source, options, (database, into) => readPage(database, source, plan, { ...options, ...into }));
}

/** Groups and aggregates of a table's rows. */
export const readQuery = (source: Source, query: TableQuery, options: Options) =>
  reading(source, options, (database, into) => answer(database, source, query, { ...options, ...into }));

/** A column with its statistics: those of the version, or of the rows that fulfil a filter. */
export async function readStatistics(
  source: Source,
  name: string,
  options: { where?: string; signal?: AbortSignal } = {},
): Promise<{ version: number; rows: number; column: Column }> {
  const column = source.columns.find((c) => c.name === name);
  if (!column) throw new AppError("not_found", "table.no_such_column", "This table has no such column.");
  const { version, rows } = source;
  if (options.where === undefined) return { version, rows, column };
  const where = options.where;
  const database = await databaseOf(source, options.signal);
  return { version, ...(await filteredStatistics(database, source.columns, column, where, options.signal)) };
}

/** Reads by the shared database; what has to be written first, by one of its own that lasts as long as its bytes. */
async function reading<A extends { body: Body }>(
  source: Source,
  { format, signal }: Options,
  run: (database: Database, into: Into) => Promise<A>,
): Promise<A> {
  if (format !== "parquet") return run(await databaseOf(source, signal), {});
  const { database, target, close } = await exportOf(source, signal);
  try {
    return await run(database, { target, onEnd: close });
  } catch (error) {
    await close();
    throw error;
  }
}
