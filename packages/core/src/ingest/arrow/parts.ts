import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { RecordBatch } from "apache-arrow";
import { DuckDB, quoteLiteral, type Session, type Stretch } from "../../duckdb/index.ts";
import { must } from "../../util/index.ts";
import { type Batches, readBatches } from "./batches.ts";
import { type Target, targetOf } from "./columns.ts";

/** DuckDB's vectors hold this many rows; a multiple of eight, so that validity is copied by whole bytes. */
const VECTOR_ROWS = 2_048;
/** Rows that are held before they are written. */
const PART_ROWS = 122_880;
const MEMORY_MB = 512;

type Request = { workdir: string; signal?: AbortSignal; beginning?: boolean };
export type Parts = { files: string[]; names: string[] };

/** The rows as Parquet files that DuckDB can read, columns `c0`, `c1`, …; a part in memory at a time. */
export async function toParquet(source: string, request: Request): Promise<Parts> {
  const folder = join(request.workdir, "parts");
  await mkdir(folder, { recursive: true });
  const found = await readBatches(source, request);
  const database = await DuckDB.open({
    memoryMB: MEMORY_MB,
    threads: 1,
    directories: [folder],
    signal: request.signal,
  });
  try {
    return {
      files: await writeParts(database.main, found, folder),
      names: found.schema.fields.map(({ name }) => name),
    };
  } finally {
    database.close();
  }
}

async function writeParts(session: Session, { schema, batches }: Batches, folder: string): Promise<string[]> {
  const targets = schema.fields.map(targetOf);
  const columns = targets.map(({ type }, i) => `c${i} ${type}`).join(", ");
  const files: string[] = [];
  let held = 0;
  const empty = () => session.run(`CREATE OR REPLACE TABLE part (${columns})`);
  const write = async () => {
    const file = join(folder, `${files.length}.parquet`);
    await session.run(`COPY part TO ${quoteLiteral(file)} (FORMAT parquet, COMPRESSION zstd, USE_TMP_FILE false)`);
    files.push(file);
    held = 0;
    await empty();
  };
  await empty();
  for await (const batch of batches) {
    for (let start = 0; start < batch.numRows; start += PART_ROWS) {
      const rows = Math.min(PART_ROWS, batch.numRows - start);
      await append(session, targets, batch, start, rows);
      held += rows;
      if (held >= PART_ROWS) await write();
    }
  }
  if (held > 0 || files.length === 0) await write();
  return files;
}

function append(session: Session, targets: Target[], batch: RecordBatch, from: number, count: number): Promise<void> {
  const columns = targets.map((_, i) => must(batch.getChildAt(i), "column of a record batch"));
  return session.append("part", stretches());

  function* stretches(): Generator<Stretch> {
    for (let start = from; start < from + count; start += VECTOR_ROWS) {
      const rows = Math.min(VECTOR_ROWS, from + count - start);
      yield { rows, fill: (vector, i) => targets[i]?.fill(vector, must(columns[i], "column"), start, rows) };
    }
  }
}
