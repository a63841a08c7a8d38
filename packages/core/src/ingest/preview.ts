import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { asText } from "../columnar/text.ts";
import { DuckDB, quoteIdentifier, type Session } from "../duckdb/index.ts";
import { AppError } from "../error/index.ts";
import { typeText } from "../table/diff.ts";
import type { Preview, ReadOptions } from "../table/schema.ts";
import { beginningOfArchive } from "./archive-beginning.ts";
import { judgeRejected } from "./judge.ts";
import { fixNames } from "./names.ts";
import { parquetBeginning } from "./parquet-beginning.ts";
import { compressionOf, damagedBy, formatOf, utf16Of } from "./probe.ts";
import { prepareSource } from "./source.ts";
import type { Plan, Source } from "./source-types.ts";

/** A file that is read in pieces, wherever it lies. */
export type Pieces = { name: string; bytes: number; range(start: number, end: number): Promise<Uint8Array> };
type Place = { workdir: string; signal?: AbortSignal };

const HEAD_BYTES = 1024 * 1024;
/** Arrow shows rows by the record batch, of which the first may be larger than a mebibyte. */
const BATCH_BYTES = 16 * 1024 * 1024;
const ROWS = 50;
const LIMITS = { memoryMB: 512, threads: 2, timeoutMs: 20_000 };

/** How the beginning of a file reads: by the import's own code, on the first mebibyte instead of all of it. */
export async function preview(file: Pieces, options: ReadOptions, place: Place): Promise<Preview> {
  const head = Buffer.from(file.bytes === 0 ? [] : await file.range(0, Math.min(file.bytes, HEAD_BYTES)));
  const compression = compressionOf(head) ?? null;
  const whole = head.length === file.bytes;
  const beginning = compression
    ? await beginningOfArchive(head, compression, { maxBytes: HEAD_BYTES, whole })
    : { bytes: head, complete: whole };
  const found = await open(file, { ...beginning, isArchive: compression !== null }, options, place);
  return { compression, ...found };
}

type Beginning = { bytes: Buffer; complete: boolean; isArchive: boolean };

async function open(file: Pieces, { bytes, complete, isArchive }: Beginning, options: ReadOptions, place: Place) {
  const { workdir, signal } = place;
  const format = formatOf(bytes, file.name, options.encoding ?? utf16Of(bytes) ?? "utf-8", options.format);
  const isBinary = format === "parquet" || format === "arrow";
  if (isBinary && isArchive && !complete)
    return unseen(format, `A compressed ${format} file can only be read as a whole: import it.`);
  if (format === "parquet" && !complete) {
    const { source, notes } = await parquetBeginning(file, workdir);
    return read(source, { ...place, complete, notes });
  }
  const isWhole = complete || (format === "arrow" && file.bytes <= BATCH_BYTES);
  const seen = format === "arrow" && !complete ? await file.range(0, Math.min(file.bytes, BATCH_BYTES)) : bytes;
  const path = join(workdir, "beginning.source");
  await writeFile(path, seen);
  const request = { source: path, name: file.name, options, workdir, signal, maxBytes: BATCH_BYTES };
  return read(await prepareSource({ ...request, beginning: !isWhole }), { ...place, complete: isWhole, notes: [] });
}

const unseen = (format: Preview["format"], note: string): Omit<Preview, "compression"> => ({
  format,
  encoding: "utf-8",
  columns: [],
  rows: [],
  complete: false,
  rejected: [],
  notes: [note],
});

type Reading = Place & { complete: boolean; notes: string[] };

async function read(
  source: Source,
  { workdir, signal, complete, notes }: Reading,
): Promise<Omit<Preview, "compression">> {
  const database = await DuckDB.open({ ...LIMITS, files: source.files, directories: [workdir], signal });
  try {
    const session = database.main;
    const plan = await source.plan(session);
    const { names, fixes } = fixNames(plan.columns.map(({ name }) => name));
    const { count, rows } = await firstRows(session, plan);
    const rejected = await plan.rejected(session);
    return {
      format: source.format,
      ...plan.about,
      encoding: plan.about.encoding as Preview["encoding"],
      ...(plan.skip === undefined ? {} : { skip: plan.skip }),
      columns: plan.columns.map(({ decision }, i) => ({
        name: names[i] ?? "",
        type: typeText(decision),
        reason: decision.reason,
      })),
      rows,
      complete,
      rejected: rejected.rows,
      notes: [
        ...notes,
        ...(complete ? [] : [`Types are those of the first ${count} rows; the import looks at every row.`]),
        ...fixes.map(({ note }) => note),
        ...refusal(rejected, count),
      ],
    };
  } catch (error) {
    throw damagedBy(error, source.format);
  } finally {
    database.close();
  }
}

/** Every row is read, so that what does not fit is noted as the import would note it. */
async function firstRows(
  session: Session,
  { relation, columns }: Plan,
): Promise<{ count: number; rows: Preview["rows"] }> {
  const typed = columns.map(({ decision: { type, precision, scale } }, i) => ({
    name: `c${i}`,
    type,
    precision,
    scale,
  }));
  const values = columns.map(({ expression }, i) => `${expression} AS c${i}`).join(", ");
  await session.run(`CREATE TEMP TABLE beginning AS SELECT ${values} FROM ${relation}`);
  const [counted] = await session.rows<{ n: number }>("SELECT count(*) AS n FROM beginning");
  const texts = typed.map((column) => `${asText(column)} AS ${quoteIdentifier(column.name)}`).join(", ");
  const rows = await session.rows<Record<string, string | null>>(`SELECT ${texts} FROM beginning LIMIT ${ROWS}`);
  return { count: counted?.n ?? 0, rows: rows.map((row) => typed.map(({ name }) => row[name] ?? null)) };
}

/** What the import would say of so many rows that do not fit. */
function refusal(rejected: Parameters<typeof judgeRejected>[0], rows: number): string[] {
  try {
    judgeRejected(rejected, rows, {});
    return [];
  } catch (error) {
    if (error instanceof AppError) return [error.message];
    throw error;
  }
}
