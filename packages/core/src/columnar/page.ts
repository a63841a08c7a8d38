import { type Database, isOutOfRange, quoteIdentifier, type Session } from "../duckdb/index.ts";
import { AppError } from "../error/index.ts";
import type { Source } from "./index.ts";
import { afterSQL, orderSQL, type Position, type RowsPlan, writeCursor } from "./request.ts";
import { ROWS } from "./store.ts";
import { asText } from "./text.ts";
import { type Body, type Format, type Into, type Question, written } from "./written.ts";

/** A page whose question has been answered; `body` yields its bytes and lets the connection go at the end. */
export type Page = { version: number; next: string | undefined; total: number | undefined; body: Body };
type Options = Into & { format: Format; count?: boolean; signal?: AbortSignal };
type Found = Pick<Question, "from" | "outputs"> & { last: Position | undefined };

export async function readPage(
  database: Database,
  source: Omit<Source, "key" | "etag">,
  plan: RowsPlan,
  options: Options,
): Promise<Page> {
  const { signal, count } = options;
  const session = await database.session({ signal });
  try {
    const total = count ? await countRows(session, source, plan) : undefined;
    const { last, ...found } = await find(session, source, plan);
    const next = last && writeCursor(source.version, plan.fingerprint, last);
    const envelope = { next: next ?? null, version: source.version, ...(total === undefined ? {} : { total }) };
    const body = await asked(() => written(session, { ...found, envelope }, options));
    return { version: source.version, next, total, body };
  } catch (error) {
    session.close();
    throw error;
  }
}

function find(session: Session, source: { rows: number }, plan: RowsPlan): Promise<Found> | Found {
  const isOrdered = plan.where !== undefined || plan.sort.length > 0;
  if (!isOrdered) return stretch(source, plan);
  return plan.limit === undefined ? everything(plan) : page(session, plan, plan.limit);
}

const named = ({ columns }: RowsPlan) => columns.map((column) => ({ ...column, alias: column.name }));

/** A stretch of the file: row groups outside it are not read. */
function stretch({ rows }: { rows: number }, plan: RowsPlan): Found {
  const start = plan.after ? plan.after.row + 1 : plan.offset;
  const end = plan.limit === undefined ? Math.max(start, rows) : start + plan.limit;
  const from = `${ROWS} WHERE file_row_number >= ${start} AND file_row_number < ${end}`;
  return { from, outputs: named(plan), last: end < rows ? { keys: [], row: end - 1, skipped: end } : undefined };
}

/** All rows of a filter or an order: read as they are asked for, there is nothing after them to know of. */
function everything(plan: RowsPlan): Found {
  const { conditions, skip } = bounds(plan);
  const from = `${ROWS}${whereSQL(conditions)} ORDER BY ${orderSQL(plan.sort, ROWS)} OFFSET ${skip}`;
  return { from, outputs: named(plan), last: undefined };
}

function bounds({ after, where, sort, offset }: RowsPlan): { conditions: string[]; skip: number } {
  const following = after?.keys ? afterSQL(sort, after.keys, after.row) : undefined;
  return {
    conditions: [where, following].filter((condition) => condition !== undefined),
    skip: after && !after.keys ? after.skipped : offset,
  };
}

const whereSQL = (conditions: string[]) => (conditions.length > 0 ? ` WHERE ${conditions.join(" AND ")}` : "");

/** The page is put aside first, so that what comes after it is known before its first byte; it spills, Node does not hold it. */
async function page(session: Session, plan: RowsPlan, limit: number): Promise<Found> {
  const { conditions, skip } = bounds(plan);
  const keys = plan.sort.map(({ column }, i) => `${quoteIdentifier(column.name)} AS key_${i}`);
  const values = plan.columns.map(({ name }, i) => `${quoteIdentifier(name)} AS value_${i}`);
  const statement = `CREATE TEMP TABLE page AS SELECT ${[...values, ...keys, "file_row_number AS row_"].join(", ")} FROM ${ROWS}
    ${whereSQL(conditions)} ORDER BY ${orderSQL(plan.sort, ROWS)} LIMIT ${limit + 1} OFFSET ${skip}`;
  await asked(() => session.run(statement));
  return {
    from: `page WHERE rowid < ${limit}`,
    outputs: plan.columns.map((column, i) => ({ ...column, alias: `value_${i}` })),
    last: await lastPosition(session, plan, limit),
  };
}

async function lastPosition(session: Session, plan: RowsPlan, limit: number): Promise<Position | undefined> {
  const keys = plan.sort.map(({ column }, i) => `${asText({ ...column, name: `key_${i}` })} AS key_${i}`);
  const [row, beyond] = await session.rows<Record<string, string | number | null>>(
    `SELECT ${[...keys, "row_"].join(", ")} FROM page WHERE rowid >= ${limit - 1} ORDER BY rowid`,
  );
  if (!row || !beyond) return undefined;
  return {
    keys: plan.sort.map(({ column }, i) => {
      const key = row[`key_${i}`] ?? null;
      return key !== null && column.type === "bool" ? key === "true" : key === null ? null : String(key);
    }),
    row: Number(row.row_),
    skipped: (plan.after?.skipped ?? plan.offset) + limit,
  };
}

async function countRows(session: Session, { rows }: { rows: number }, { where }: RowsPlan): Promise<number> {
  if (where === undefined) return rows;
  const [counted] = await asked(() => session.rows<{ n: number }>(`SELECT count(*) AS n FROM ${ROWS} WHERE ${where}`));
  return Number(counted?.n ?? 0);
}

/** Values are checked before, so what the database still cannot convert is in the question and not in us. */
async function asked<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!isOutOfRange(error)) throw error;
    throw new AppError("input", "rows.invalid_where", "A value of the filter is out of range for its column.", {
      cause: error,
      fields: [{ path: "", message: "A value is out of range." }],
    });
  }
}
