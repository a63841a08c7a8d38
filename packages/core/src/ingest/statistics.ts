import { quoteIdentifier, type Session } from "../duckdb/index.ts";
import type { Column } from "../table/schema.ts";

type Stats = Column["stats"];
export type Typed = Pick<Column, "name" | "type">;

const MAX_BINS = 32;
const TOP = 20;
/** Up to here every distinct value is counted; above, their number is estimated. */
const EXACT_ROWS = 2_000_000;
const EXACT_DISTINCT = 1_000_000;
const QUARTILE_SAMPLE = 100_000;

/** Value `v` as text for people and JSON. */
const asText: Record<Column["type"], string> = {
  int64: "v",
  float64: "v",
  decimal: "CAST(v AS VARCHAR)",
  bool: "CAST(v AS VARCHAR)",
  date: "CAST(v AS VARCHAR)",
  time: "CAST(v AS VARCHAR)",
  timestamp: "replace(CAST(v AS VARCHAR), ' ', 'T')",
  timestamptz: "concat(replace(CAST(v AT TIME ZONE 'UTC' AS VARCHAR), ' ', 'T'), 'Z')",
  text: "left(v, 200)",
};

/** Value `v` on a line of numbers: days or microseconds for times. Types without such a line have no histogram. */
const asNumber: Partial<Record<Column["type"], string>> = {
  int64: "CAST(v AS DOUBLE)",
  float64: "v",
  decimal: "CAST(v AS DOUBLE)",
  date: "CAST(v - DATE '1970-01-01' AS DOUBLE)",
  timestamp: "CAST(epoch_us(v) AS DOUBLE)",
  timestamptz: "CAST(epoch_us(v) AS DOUBLE)",
};

const isNumeric = (type: Column["type"]) => type === "int64" || type === "float64" || type === "decimal";

/** Statistics of every column of a relation of so many rows; `onColumn` hears after each. */
export async function columnStatistics(
  session: Session,
  relation: string,
  columns: readonly Typed[],
  rows: number,
  onColumn: (done: number) => void = () => undefined,
): Promise<Stats[]> {
  const estimates = await estimateDistinct(session, relation, columns, rows);
  const stats: Stats[] = [];
  for (const [i, column] of columns.entries()) {
    const estimate = estimates[i];
    stats.push(
      await oneColumn(
        session,
        relation,
        column,
        estimate !== undefined && estimate > EXACT_DISTINCT ? estimate : undefined,
      ),
    );
    onColumn(i + 1);
  }
  return stats;
}

async function estimateDistinct(
  session: Session,
  relation: string,
  columns: readonly Typed[],
  rows: number,
): Promise<(number | undefined)[]> {
  if (rows <= EXACT_ROWS) return [];
  const aggregates = columns.map(({ name }, i) => `approx_count_distinct(${quoteIdentifier(name)}) AS d${i}`);
  const [row = {}] = await session.rows<Record<string, number>>(`SELECT ${aggregates.join(", ")} FROM ${relation}`);
  return columns.map((_, i) => row[`d${i}`]);
}

/** Everything is derived from how often each value occurs (`v`, `n`), or from the rows themselves where values hardly repeat. */
async function oneColumn(
  session: Session,
  relation: string,
  { name, type }: Typed,
  estimate: number | undefined,
): Promise<Stats> {
  const column = quoteIdentifier(name);
  let from = `(SELECT ${column} AS v, 1 AS n FROM ${relation})`;
  if (estimate === undefined) {
    await session.run(
      `CREATE OR REPLACE TEMP TABLE frequency AS SELECT ${column} AS v, count(*) AS n FROM ${relation} GROUP BY 1`,
    );
    from = "frequency";
  }
  const basic = await basics(session, from, type);
  const values = basic.values;
  const stats: Stats = {
    nulls: basic.nulls,
    distinct: estimate === undefined ? basic.distinct : Math.min(estimate, values),
    distinctApproximate: estimate !== undefined,
    min: basic.min,
    max: basic.max,
  };
  if (type === "text") Object.assign(stats, { minLength: basic.shortest ?? 0, maxLength: basic.longest ?? 0 });
  if (values === 0) return stats;
  if ((type === "text" || type === "bool") && estimate === undefined) stats.top = await topValues(session);
  const x = asNumber[type];
  if (x && basic.low !== null && basic.high !== null) {
    if (isNumeric(type)) Object.assign(stats, await moments(session, from, x, basic.mean ?? 0, values));
    if (isNumeric(type))
      stats.quartiles = await quartiles(session, estimate === undefined ? undefined : relation, column, x);
    stats.histogram = await histogram(session, from, type, x, basic.low, basic.high);
  }
  return stats;
}

type Basics = {
  values: number;
  nulls: number;
  distinct: number;
  min: string | number | null;
  max: string | number | null;
  mean: number | null;
  low: number | null;
  high: number | null;
  shortest: number | null;
  longest: number | null;
};

async function basics(session: Session, from: string, type: Column["type"]): Promise<Basics> {
  const x = asNumber[type] ?? "NULL";
  const finite = type === "float64" ? "isfinite(v)" : "v IS NOT NULL";
  const extreme = (which: string) =>
    `(SELECT ${asText[type]} FROM (SELECT ${which}(v) FILTER (WHERE ${finite}) AS v FROM f))`;
  const length = type === "text" ? "length(v)" : "NULL";
  const [row] = await session.rows<Basics>(
    `WITH f AS NOT MATERIALIZED (SELECT * FROM ${from})
     SELECT CAST(coalesce(sum(n) FILTER (WHERE v IS NOT NULL), 0) AS BIGINT) AS "values",
       CAST(coalesce(sum(n) FILTER (WHERE v IS NULL), 0) AS BIGINT) AS nulls,
       count(v) AS "distinct", ${extreme("min")} AS "min", ${extreme("max")} AS "max",
       sum(${x} * n) FILTER (WHERE ${finite}) / sum(n) FILTER (WHERE ${finite}) AS mean,
       min(${x}) FILTER (WHERE ${finite}) AS low, max(${x}) FILTER (WHERE ${finite}) AS high,
       min(${length}) AS shortest, max(${length}) AS longest FROM f`,
  );
  return row as Basics;
}

async function moments(
  session: Session,
  from: string,
  x: string,
  mean: number,
  values: number,
): Promise<Pick<Stats, "mean" | "stddev">> {
  const [row] = await session.rows<{ squares: number | null }>(
    `SELECT sum(n * pow(${x} - (${mean}::DOUBLE), 2)) FILTER (WHERE isfinite(${x})) AS squares FROM ${from}`,
  );
  return { mean, stddev: values > 1 ? Math.sqrt((row?.squares ?? 0) / (values - 1)) : 0 };
}

/** Exact from frequencies; of a large column whose values hardly repeat, from a sample of it. */
async function quartiles(
  session: Session,
  sampled: string | undefined,
  column: string,
  x: string,
): Promise<[number, number, number]> {
  const sql = sampled
    ? `SELECT quantile_cont(${x}, [0.25, 0.5, 0.75]) AS q FROM (SELECT ${column} AS v FROM ${sampled} USING SAMPLE reservoir(${QUARTILE_SAMPLE} ROWS) REPEATABLE (1))`
    : `SELECT [min(x) FILTER (WHERE seen >= 0.25 * total), min(x) FILTER (WHERE seen >= 0.5 * total), min(x) FILTER (WHERE seen >= 0.75 * total)] AS q
       FROM (SELECT ${x} AS x, sum(n) OVER (ORDER BY v ROWS UNBOUNDED PRECEDING) AS seen, sum(n) OVER () AS total
             FROM frequency WHERE v IS NOT NULL AND isfinite(${x}))`;
  const [row] = await session.rows<{ q: { items: number[] } }>(sql);
  const [low = 0, middle = 0, high = 0] = row?.q.items ?? [];
  return [low, middle, high];
}

async function topValues(session: Session): Promise<{ value: string; count: number }[]> {
  return session.rows(
    `SELECT left(CAST(v AS VARCHAR), 200) AS value, CAST(n AS BIGINT) AS count FROM frequency WHERE v IS NOT NULL ORDER BY n DESC, v LIMIT ${TOP}`,
  );
}

async function histogram(
  session: Session,
  from: string,
  type: Column["type"],
  x: string,
  low: number,
  high: number,
): Promise<Stats["histogram"]> {
  const { width, bins } = binning(low, high, type !== "float64" && type !== "decimal");
  const rows = await session.rows<{ bin: number; n: number }>(
    `SELECT CAST(least(greatest(floor((${x} - (${low}::DOUBLE)) / ${width}::DOUBLE), 0), ${bins - 1}) AS INTEGER) AS bin, CAST(sum(n) AS BIGINT) AS n
     FROM ${from} WHERE v IS NOT NULL AND isfinite(${x}) GROUP BY 1`,
  );
  const counts = new Array<number>(bins).fill(0);
  for (const { bin, n } of rows) counts[bin] = n;
  const edges = Array.from({ length: bins + 1 }, (_, i) =>
    edge(type, i === bins && !Number.isInteger(width) ? high : low + i * width),
  );
  return { edges, counts };
}

/** Whole numbers get bins of a whole width, so that no bin is emptier for holding fewer of them. */
export function binning(low: number, high: number, whole: boolean): { width: number; bins: number } {
  if (whole) {
    const width = Math.max(1, Math.ceil((high - low + 1) / MAX_BINS));
    return { width, bins: Math.max(1, Math.min(MAX_BINS, Math.ceil((high - low + 1) / width))) };
  }
  const width = (high - low) / MAX_BINS;
  return width > 0 && Number.isFinite(width) ? { width, bins: MAX_BINS } : { width: 1, bins: 1 };
}

const DAY_MS = 86_400_000;

function edge(type: Column["type"], x: number): number | string {
  if (type === "date") return isoOr(x * DAY_MS, (iso) => iso.slice(0, 10));
  if (type === "timestamp") return isoOr(x / 1_000, (iso) => iso.slice(0, -1));
  if (type === "timestamptz") return isoOr(x / 1_000, (iso) => iso);
  return x;
}

/** Dates beyond what JavaScript's calendar holds are given as milliseconds. */
function isoOr(ms: number, format: (iso: string) => string): string {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? String(ms) : format(date.toISOString());
}
