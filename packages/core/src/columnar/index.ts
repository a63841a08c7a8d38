import type { DuckDBDataChunk } from "@duckdb/node-api";
import { type Database, quoteIdentifier, type Session } from "../duckdb/index.ts";
import { AppError } from "../error/index.ts";
import type { Column } from "../table/schema.ts";
import { arrow } from "./arrow.ts";
import { afterSQL, orderSQL, type Position, planRows, type RowsPlan, type RowsQuery, writeCursor } from "./request.ts";
import { databaseOf, ROWS } from "./store.ts";
import { asText, csv, json, ndjson } from "./text.ts";

export { ObjectCache } from "./cache.ts";
export * as Columnar from "./index.ts";
export { cursorVersion, type RowsQuery } from "./request.ts";

export type Format = "arrow" | "csv" | "ndjson" | "json";
export type Source = { version: number; key: string; etag: string; rows: number; columns: Column[] };
/** A page whose question has been answered; `body` yields its bytes and lets the connection go at the end. */
export type Page = {
  version: number;
  next: string | undefined;
  total: number | undefined;
  body: AsyncGenerator<Uint8Array>;
};

type Options = { format: Format; count?: boolean; signal?: AbortSignal };

/** A page of a table's rows. Whatever is wrong with the question is thrown here, before the first byte. */
export async function readRows(source: Source, query: RowsQuery, options: Options): Promise<Page> {
  const plan = planRows(query, source.columns, source.version);
  const database = await databaseOf(source, options.signal);
  return readPage(database, source, plan, options);
}

export async function readPage(
  database: Database,
  source: Omit<Source, "key" | "etag">,
  plan: RowsPlan,
  options: Options,
): Promise<Page> {
  const session = await database.session();
  try {
    const total = options.count ? await countRows(session, source, plan, options.signal) : undefined;
    const ordered = plan.where !== undefined || plan.sort.length > 0;
    const { sql, last } = ordered ? await orderedPage(session, plan, options) : plainPage(source, plan, options.format);
    const next = last && writeCursor(source.version, plan.fingerprint, last);
    const chunks = session.stream(sql, { signal: options.signal });
    const envelope = { next: next ?? null, version: source.version, ...(total === undefined ? {} : { total }) };
    return {
      version: source.version,
      next,
      total,
      body: closing(session, encode(chunks, plan.columns, options.format, envelope)),
    };
  } catch (error) {
    session.close();
    throw error;
  }
}

function encode(
  chunks: AsyncIterable<DuckDBDataChunk>,
  columns: Column[],
  format: Format,
  envelope: Record<string, unknown>,
) {
  if (format === "arrow") return arrow(chunks, columns);
  if (format === "csv") return csv(chunks, columns);
  return format === "ndjson" ? ndjson(chunks, columns) : json(chunks, columns, envelope);
}

async function* closing(session: Session, bytes: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes;
  } finally {
    session.close();
  }
}

const selectList = (columns: readonly Column[], format: Format): string =>
  columns
    .map(
      (column) =>
        `${format === "arrow" ? quoteIdentifier(column.name) : asText(column)} AS ${quoteIdentifier(column.name)}`,
    )
    .join(", ");

/** A stretch of the file: row groups outside it are not read. */
function plainPage(
  { rows }: { rows: number },
  plan: RowsPlan,
  format: Format,
): { sql: string; last: Position | undefined } {
  const from = plan.after ? plan.after.row + 1 : plan.offset;
  const to = from + plan.limit;
  const sql = `SELECT ${selectList(plan.columns, format)} FROM ${ROWS} WHERE file_row_number >= ${from} AND file_row_number < ${to}`;
  return { sql, last: to < rows ? { keys: [], row: to - 1, skipped: to } : undefined };
}

/** The page is put aside first, so that what comes after it is known before its first byte; it spills, Node does not hold it. */
async function orderedPage(
  session: Session,
  plan: RowsPlan,
  { format, signal }: Options,
): Promise<{ sql: string; last: Position | undefined }> {
  const { after } = plan;
  const following = after?.keys ? afterSQL(plan.sort, after.keys, after.row) : undefined;
  const skip = after && !after.keys ? after.skipped : plan.offset;
  const conditions = [plan.where, following].filter((condition) => condition !== undefined);
  const keys = plan.sort.map(({ column }, i) => `${quoteIdentifier(column.name)} AS key_${i}`);
  const values = plan.columns.map(({ name }, i) => `${quoteIdentifier(name)} AS value_${i}`);
  const statement = `CREATE TEMP TABLE page AS SELECT ${[...values, ...keys, "file_row_number AS row_"].join(", ")} FROM ${ROWS}
    ${conditions.length > 0 ? `WHERE ${conditions.join(" AND ")}` : ""} ORDER BY ${orderSQL(plan.sort)} LIMIT ${plan.limit + 1} OFFSET ${skip}`;
  await runQuestion(session, statement, signal);
  const last = await lastPosition(session, plan, signal);
  const renamed = plan.columns.map((column, i) => ({ ...column, name: `value_${i}` }));
  const list = renamed.map(
    (column, i) =>
      `${format === "arrow" ? column.name : asText(column)} AS ${quoteIdentifier(plan.columns[i]?.name ?? "")}`,
  );
  return { sql: `SELECT ${list.join(", ")} FROM page WHERE rowid < ${plan.limit}`, last };
}

async function lastPosition(session: Session, plan: RowsPlan, signal?: AbortSignal): Promise<Position | undefined> {
  const keys = plan.sort.map(({ column }, i) => `${asText({ ...column, name: `key_${i}` })} AS key_${i}`);
  const [row, beyond] = await session.rows<Record<string, string | number | null>>(
    `SELECT ${[...keys, "row_"].join(", ")} FROM page WHERE rowid >= ${plan.limit - 1} ORDER BY rowid`,
    { signal },
  );
  if (!row || !beyond) return undefined;
  return {
    keys: plan.sort.map(({ column }, i) => {
      const key = row[`key_${i}`] ?? null;
      return key !== null && column.type === "bool" ? key === "true" : key === null ? null : String(key);
    }),
    row: Number(row.row_),
    skipped: (plan.after?.skipped ?? plan.offset) + plan.limit,
  };
}

async function countRows(
  session: Session,
  { rows }: { rows: number },
  { where }: RowsPlan,
  signal?: AbortSignal,
): Promise<number> {
  if (where === undefined) return rows;
  const counted = await runQuestion(session, `SELECT count(*) AS n FROM ${ROWS} WHERE ${where}`, signal);
  return Number(counted[0]?.n ?? 0);
}

/** Values are checked before, so what the database still cannot convert is in the question and not in us. */
async function runQuestion(session: Session, sql: string, signal?: AbortSignal): Promise<Record<string, unknown>[]> {
  try {
    return await session.rows(sql, { signal });
  } catch (error) {
    if (error instanceof Error && /^(Conversion|Out of Range) Error/.test(error.message)) {
      throw new AppError("input", "rows.invalid_where", "A value of the filter is out of range for its column.", {
        cause: error,
        fields: [{ path: "", message: "A value is out of range." }],
      });
    }
    throw error;
  }
}
