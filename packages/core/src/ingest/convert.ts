import { mkdir, rm, stat } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { type Database, DuckDB, quoteIdentifier, quoteLiteral, type Session } from "../duckdb/index.ts";
import { typeText } from "../table/diff.ts";
import type { Column, ImportOptions, ImportReport } from "../table/schema.ts";
import { judgeRejected } from "./judge.ts";
import { fixNames } from "./names.ts";
import { readParquet } from "./parquet-source.ts";
import { damagedBy } from "./probe.ts";
import { watchProgress } from "./progress.ts";
import { prepareSource } from "./source.ts";
import type { Source } from "./source-types.ts";
import { columnStatistics } from "./statistics.ts";

export type Progress = { fraction: number; step: string; rows?: number };
export type Limits = { memoryMB: number; threads: number; tempMB: number; maxBytes: number };
export type Conversion = {
  source: string;
  target: string;
  /** The file's name, which helps to tell kinds of text apart. */
  name: string;
  options?: ImportOptions;
  onProgress?: (progress: Progress) => void;
  signal?: AbortSignal;
  limits?: Partial<Limits>;
};
export type Converted = { rows: number; columns: Column[]; report: ImportReport };

const GIB = 1024 ** 3;
const DEFAULTS: Limits = { memoryMB: 600, threads: availableParallelism(), tempMB: 50_000, maxBytes: 100 * GIB };
const ROW_GROUP_ROWS = 122_880;

/** Turns a file into a typed Parquet file at `target`, with statistics and a report. Knows nothing of runs or tables. */
export async function convert(conversion: Conversion): Promise<Converted> {
  const limits = { ...DEFAULTS, ...conversion.limits };
  const workdir = `${conversion.target}.work`;
  await mkdir(workdir, { recursive: true });
  try {
    return await work(conversion, limits, workdir);
  } catch (error) {
    await rm(conversion.target, { force: true });
    throw error;
  } finally {
    await rm(workdir, { recursive: true, force: true });
  }
}

async function work(conversion: Conversion, limits: Limits, workdir: string): Promise<Converted> {
  const { options = {}, onProgress = () => undefined, signal } = conversion;
  onProgress({ fraction: 0, step: "Read" });
  const source = await prepareSource({ ...conversion, options, workdir, maxBytes: limits.maxBytes });
  const database = await openFor(source, conversion.target, workdir, limits, signal);
  const session = database.main;
  const watch = watchProgress(session, onProgress);
  try {
    watch.step("Find types", 0.02, 0.35);
    const plan = await source.plan(session);
    const { names, fixes } = fixNames(plan.columns.map((column) => column.name));
    watch.step("Write", 0.35, 0.85);
    const select = plan.columns
      .map((column, i) => `${column.expression} AS ${quoteIdentifier(names[i] ?? "")}`)
      .join(", ");
    await copy(session, `SELECT ${select} FROM ${plan.relation}`, conversion.target);
    const rejected = await plan.rejected(session);
    const rows = await countRows(session, conversion.target);
    judgeRejected(rejected, rows, options);
    watch.step("Summarize", 0.85, 1, rows);
    const typed = plan.columns.map(({ decision }, i) => ({ ...columnOf(names[i] ?? "", decision) }));
    const stats = await columnStatistics(session, readParquet([conversion.target]), typed, rows, (done) =>
      watch.fraction(done / typed.length),
    );
    const columns = typed.map((column, i) => ({ ...column, stats: stats[i] as Column["stats"] }));
    const decisions = [
      ...fixes.map(({ name, note }) => ({ column: name, type: typeOf(columns, name), reason: note })),
      ...plan.columns.map(({ decision }, i) => ({
        column: names[i] ?? "",
        type: typeText(columns[i] as Column),
        reason: decision.reason,
      })),
    ];
    const report = {
      format: source.format,
      ...plan.about,
      rows,
      rejected: rejected.count,
      rejectedRows: rejected.rows,
      decisions,
    };
    return { rows, columns, report };
  } catch (error) {
    throw damagedBy(error, source.format);
  } finally {
    watch.end();
    database.close();
  }
}

async function openFor(
  source: Source,
  target: string,
  workdir: string,
  limits: Limits,
  signal?: AbortSignal,
): Promise<Database> {
  const tempDirectory = join(workdir, "spill");
  return DuckDB.open({
    ...limits,
    tempDirectory,
    files: [...source.files, target],
    directories: [tempDirectory],
    signal,
  });
}

async function copy(session: Session, select: string, target: string): Promise<void> {
  // The temporary file DuckDB would write first is none of the paths it may touch; a failed conversion removes the target.
  const options = `FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${ROW_GROUP_ROWS}, USE_TMP_FILE false`;
  await session.run(`COPY (${select}) TO ${quoteLiteral(target)} (${options})`);
}

async function countRows(session: Session, path: string): Promise<number> {
  if ((await stat(path)).size === 0) return 0;
  const [row] = await session.rows<{ n: number }>(`SELECT count(*) AS n FROM ${readParquet([path])}`);
  return row?.n ?? 0;
}

function columnOf(
  name: string,
  { type, precision, scale, format }: { type: Column["type"]; precision?: number; scale?: number; format?: string },
) {
  return {
    name,
    type,
    ...(precision === undefined ? {} : { precision, scale }),
    ...(format === undefined ? {} : { source: { format } }),
  };
}

const typeOf = (columns: Column[], name: string) => {
  const column = columns.find((c) => c.name === name);
  return column ? typeText(column) : "text";
};
