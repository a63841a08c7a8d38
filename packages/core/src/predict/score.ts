import duckdb from "@duckdb/node-bindings";
import { rawColumn, textValues } from "../columnar/raw.ts";
import { type ChunkVector, type Database, quoteLiteral } from "../duckdb/index.ts";
import { type Batch, isNumeric, type Scores } from "../scoring/scorer.ts";
import type { Scorers } from "../scoring/threads.ts";
import type { Column } from "../table/schema.ts";
import { numberSQL, textSQL } from "./expressions.ts";

export type Rows = {
  /** Parquet with the rows. */
  source: string;
  columns: readonly Column[];
  /** Which column stands for which feature. */
  named: ReadonlyMap<string, string>;
  onRows?: (rows: number) => void;
};

const BATCH_ROWS = 10_000;
/** Rows of one of DuckDB's vectors. */
const VECTOR_ROWS = 2_048;

/**
 * Makes the table `prediction`: a row for each of the source, in its order. While one batch is scored the next is read;
 * at most one more than there are threads is in memory.
 */
export async function score(database: Database, scorers: Scorers, { source, onRows, ...rows }: Rows): Promise<number> {
  const width = scorers.outcome.classes?.length ?? 1;
  const places = Array.from({ length: width }, (_, i) => `p${i} FLOAT`);
  await database.main.run(`CREATE TABLE prediction (class INTEGER, ${places.join(", ")})`);
  const { numeric, texts, select } = selection(scorers, rows);
  const reading = await database.session();
  const scoring: { rows: number; scores: Promise<Scores> }[] = [];
  let done = 0;
  const finishOldest = async () => {
    const oldest = scoring.shift();
    if (!oldest) return;
    await append(database, oldest.rows, width, await oldest.scores);
    done += oldest.rows;
    onRows?.(done);
  };
  const batch = new Collected(numeric, texts);
  const flush = async () => {
    const taken = batch.take();
    if (taken.rows === 0) return;
    const { rows } = taken;
    const scores = scorers.score(taken);
    // Who waits for it hears of a failure; one before it may have failed first.
    scores.catch(() => undefined);
    scoring.push({ rows, scores });
    if (scoring.length > scorers.threads) await finishOldest();
  };
  try {
    for await (const chunk of reading.stream(`SELECT ${select} FROM read_parquet(${quoteLiteral(source)})`)) {
      const { rowCount } = chunk;
      const number = (_: unknown, i: number) => {
        const { data } = rawColumn(chunk, i, Float64Array.BYTES_PER_ELEMENT);
        return new Float64Array(data.buffer, data.byteOffset, rowCount);
      };
      const text = (_: unknown, i: number) => textValues(chunk, numeric + i);
      batch.add(rowCount, Array.from({ length: numeric }, number), Array.from({ length: texts }, text));
      if (batch.rows >= BATCH_ROWS) await flush();
    }
    await flush();
    while (scoring.length > 0) await finishOldest();
    return done;
  } finally {
    reading.close();
  }
}

/** What is read of the source: first the features that are numbers, then those that are texts. */
function selection({ features }: Scorers, { columns, named }: Pick<Rows, "columns" | "named">) {
  const typeOf = new Map(columns.map((column) => [column.name, column.type]));
  const columnOf = (name: string) => named.get(name) ?? name;
  const numeric = features.filter(isNumeric);
  const texts = features.filter((feature) => !isNumeric(feature));
  const select = [
    ...numeric.map((feature) => numberSQL(feature, columnOf(feature.name), typeOf.get(columnOf(feature.name)))),
    ...texts.map((feature) => textSQL(columnOf(feature.name))),
  ];
  return { numeric: numeric.length, texts: texts.length, select: select.join(", ") };
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
