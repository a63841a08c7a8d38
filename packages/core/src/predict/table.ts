import { availableParallelism } from "node:os";
import duckdb from "@duckdb/node-bindings";
import { rawColumn, textValues } from "../columnar/raw.ts";
import { type ChunkVector, type Database, DuckDB, quoteIdentifier, quoteLiteral } from "../duckdb/index.ts";
import { columnStatistics } from "../ingest/statistics.ts";
import { type Batch, isNumeric, type Scorer, type Scores } from "../scoring/scorer.ts";
import type { Column } from "../table/schema.ts";
import { made } from "./columns.ts";
import { numberSQL, textSQL } from "./expressions.ts";

export type Options = {
  /** Parquet with the rows. */
  source: string;
  /** Parquet with the kept columns and what is predicted. */
  target: string;
  /** A folder to spill into. */
  spill: string;
  columns: readonly Column[];
  /** Which column stands for which feature. */
  named: ReadonlyMap<string, string>;
  keep: readonly string[];
  probabilities: boolean;
  memoryMB: number;
  threads?: number;
  signal?: AbortSignal;
  onRows?: (rows: number) => void;
};

const BATCH_ROWS = 10_000;
/** Rows of one of DuckDB's vectors. */
const VECTOR_ROWS = 2_048;
const ROW_GROUP_ROWS = 122_880;

/** Scores a table batch by batch, whatever its size: rows go in as they are read, and what is predicted spills to the disk. */
export async function scoreTable(scorer: Scorer, options: Options): Promise<{ rows: number; columns: Column[] }> {
  const { source, target, spill, memoryMB, threads = availableParallelism(), signal } = options;
  const database = await DuckDB.open({
    memoryMB,
    threads,
    tempDirectory: spill,
    tempMB: 50_000,
    files: [source, target],
    directories: [spill],
    ...(signal ? { signal } : {}),
  });
  try {
    const outputs = made(scorer.outcome, options);
    const scored = outputs.map(({ sql }, i) => `${sql} AS ${quoteIdentifier(outputs[i]?.name ?? "")}`);
    const rows = await score(database, scorer, options);
    const kept = options.keep.map((name) => `s.${quoteIdentifier(name)}`);
    const from = `read_parquet(${quoteLiteral(source)}) s POSITIONAL JOIN prediction p`;
    await database.main.run(
      `COPY (SELECT ${[...kept, ...scored].join(", ")} FROM ${from}) TO ${quoteLiteral(target)}
       (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${ROW_GROUP_ROWS}, USE_TMP_FILE false)`,
    );
    const typed = outputs.map(({ name, type }) => ({ name, type }));
    const stats = await columnStatistics(database.main, `read_parquet(${quoteLiteral(target)})`, typed, rows);
    // What is only copied has the statistics it had.
    const before = options.keep.flatMap((name) => options.columns.filter((column) => column.name === name));
    return { rows, columns: [...before, ...typed.map((one, i) => ({ ...one, stats: stats[i] as Column["stats"] }))] };
  } finally {
    database.close();
  }
}

async function score(database: Database, scorer: Scorer, { source, columns, named, onRows }: Options): Promise<number> {
  const width = scorer.outcome.classes?.length ?? 1;
  const places = Array.from({ length: width }, (_, i) => `p${i} FLOAT`);
  await database.main.run(`CREATE TABLE prediction (class INTEGER, ${places.join(", ")})`);
  const typeOf = new Map(columns.map((column) => [column.name, column.type]));
  const numeric = scorer.features.filter(isNumeric);
  const texts = scorer.features.filter((feature) => !isNumeric(feature));
  const columnOf = (name: string) => named.get(name) ?? name;
  const select = [
    ...numeric.map((feature) => numberSQL(feature, columnOf(feature.name), typeOf.get(columnOf(feature.name)))),
    ...texts.map((feature) => textSQL(columnOf(feature.name))),
  ];
  const reading = await database.session();
  try {
    const batch = new Collected(numeric.length, texts.length);
    let done = 0;
    const flush = async () => {
      const taken = batch.take();
      if (taken.rows === 0) return;
      await append(database, taken.rows, width, await scorer.score(taken));
      done += taken.rows;
      onRows?.(done);
    };
    for await (const chunk of reading.stream(
      `SELECT ${select.join(", ")} FROM read_parquet(${quoteLiteral(source)})`,
    )) {
      const { rowCount } = chunk;
      batch.add(
        rowCount,
        numeric.map((_, i) => {
          const { data } = rawColumn(chunk, i, Float64Array.BYTES_PER_ELEMENT);
          return new Float64Array(data.buffer, data.byteOffset, rowCount);
        }),
        texts.map((_, i) => textValues(chunk, numeric.length + i)),
      );
      if (batch.rows >= BATCH_ROWS) await flush();
    }
    await flush();
    return done;
  } finally {
    reading.close();
  }
}

/** Columns of chunks as rows of a batch. */
class Collected {
  readonly #numeric: number;
  readonly #texts: number;
  #numbers: Float32Array;
  #categories: string[] = [];
  rows = 0;

  constructor(numeric: number, texts: number) {
    this.#numeric = numeric;
    this.#texts = texts;
    this.#numbers = new Float32Array((BATCH_ROWS + VECTOR_ROWS) * numeric);
  }

  add(rows: number, numbers: readonly Float64Array[], texts: readonly (string | null)[][]): void {
    for (const [i, column] of numbers.entries())
      for (let row = 0, at = this.rows * this.#numeric + i; row < rows; row++, at += this.#numeric)
        this.#numbers[at] = column[row] ?? Number.NaN;
    for (const [i, column] of texts.entries())
      for (let row = 0, at = this.rows * this.#texts + i; row < rows; row++, at += this.#texts)
        this.#categories[at] = column[row] ?? "";
    this.rows += rows;
  }

  take(): Batch {
    const { rows } = this;
    const numbers = this.#numbers.slice(0, rows * this.#numeric);
    const categories = this.#categories;
    this.rows = 0;
    this.#categories = [];
    return { rows, numbers, categories };
  }
}

async function append(database: Database, rows: number, width: number, { classes, values }: Scores): Promise<void> {
  const places = classes ?? new Int32Array(rows);
  const stretches = Array.from({ length: Math.ceil(rows / VECTOR_ROWS) }, (_, i) => {
    const start = i * VECTOR_ROWS;
    const count = Math.min(VECTOR_ROWS, rows - start);
    const fill = (vector: ChunkVector, column: number) => {
      if (column === 0) return copy(vector, places.subarray(start, start + count));
      const one = new Float32Array(count);
      for (let row = 0; row < count; row++) one[row] = values[(start + row) * width + column - 1] ?? Number.NaN;
      copy(vector, one);
    };
    return { rows: count, fill };
  });
  await database.main.append("prediction", stretches);
}

const copy = (vector: ChunkVector, { buffer, byteOffset, byteLength }: ArrayBufferView): void =>
  duckdb.copy_data_to_vector(vector, 0, buffer as ArrayBuffer, byteOffset, byteLength);
