import { availableParallelism } from "node:os";
import { DuckDB, quoteIdentifier, quoteLiteral } from "../duckdb/index.ts";
import { columnStatistics } from "../ingest/statistics.ts";
import type { Scorers } from "../scoring/threads.ts";
import type { Column } from "../table/schema.ts";
import { made } from "./columns.ts";
import { type Rows, score } from "./score.ts";

type Options<T> = Rows & {
  /** Parquet with the kept columns and what is predicted. */
  target: string;
  /** What becomes of the target, which is whole then; statistics are made meanwhile. */
  store: (rows: number) => Promise<T>;
  /** A folder to spill into. */
  spill: string;
  keep: readonly string[];
  probabilities: boolean;
  memoryMB: number;
  signal: AbortSignal;
};
type Scored<T> = { rows: number; columns: Column[]; stored: T };

const ROW_GROUP_ROWS = 122_880;
/** Numbers become hardly smaller for more; it is what other writers of Parquet take unless told. */
const LEVEL = 1;

/** Scores a table batch by batch, whatever its size: rows go in as they are read, and what is predicted spills to the disk. */
export async function scoreTable<T>(scorers: Scorers, options: Options<T>): Promise<Scored<T>> {
  const { source, target, spill, memoryMB, signal } = options;
  const database = await DuckDB.open({
    memoryMB,
    threads: availableParallelism(),
    tempDirectory: spill,
    tempMB: 50_000,
    files: [source, target],
    directories: [spill],
    signal,
  });
  try {
    const outputs = made(scorers.outcome, options);
    const scored = outputs.map(({ name, sql }) => `${sql} AS ${quoteIdentifier(name)}`);
    const rows = await score(database, scorers, options);
    const kept = options.keep.map((name) => `s.${quoteIdentifier(name)}`);
    const from = `read_parquet(${quoteLiteral(source)}) s POSITIONAL JOIN prediction p`;
    await database.main.run(
      `COPY (SELECT ${[...kept, ...scored].join(", ")} FROM ${from}) TO ${quoteLiteral(target)}
       (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL ${LEVEL}, ROW_GROUP_SIZE ${ROW_GROUP_ROWS}, USE_TMP_FILE false)`,
    );
    const typed = outputs.map(({ name, type }) => ({ name, type }));
    const [stats, stored] = await Promise.all([
      columnStatistics(database.main, `read_parquet(${quoteLiteral(target)})`, typed, rows),
      options.store(rows),
    ]);
    // What is only copied has the statistics it had.
    const before = options.keep.flatMap((name) => options.columns.filter((column) => column.name === name));
    const after = typed.map((one, i) => ({ ...one, stats: stats[i] as Column["stats"] }));
    return { rows, columns: [...before, ...after], stored };
  } finally {
    database.close();
  }
}
