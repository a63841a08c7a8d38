import { type DuckDBConnection, DuckDBDataChunk, type DuckDBResult } from "@duckdb/node-api";
import duckdb, { type Vector as ChunkVector } from "@duckdb/node-bindings";
import { isInterrupted, mapDuckDBError, timeoutError } from "./errors.ts";

/** An interrupt that meets no running statement is lost, so it is repeated until the statement has ended. */
const INTERRUPT_EVERY_MS = 20;

export type Run = { signal?: AbortSignal; timeoutMs?: number };
export type Cell = string | number | boolean | null;
export type Progress = { fraction: number };
export type { ChunkVector };
/** Rows in memory, at most as many as a vector holds; `fill` writes one column of them. */
export type Stretch = { rows: number; fill: (vector: ChunkVector, column: number) => void };

/** One connection: temporary tables and interrupts are its own. */
export class Session {
  readonly #connection: DuckDBConnection;
  readonly #defaults: Run;

  constructor(connection: DuckDBConnection, defaults: Run) {
    this.#connection = connection;
    this.#defaults = defaults;
  }

  async run(sql: string, options: Run = {}): Promise<void> {
    await this.#guard(options, () => this.#connection.run(sql));
  }

  /** All rows as plain objects; integers become numbers, or text beyond 2^53. Cast other types to text in the query. */
  async rows<T extends Record<string, unknown>>(sql: string, options: Run = {}): Promise<T[]> {
    const reader = await this.#guard(options, () => this.#connection.runAndReadAll(sql));
    const names = reader.columnNames();
    return reader.getRows().map((row) => Object.fromEntries(row.map((value, i) => [names[i], plain(value)])) as T);
  }

  /** Result chunks of up to 2,048 rows, produced as they are asked for. */
  async *stream(sql: string, options: Run = {}): AsyncGenerator<DuckDBDataChunk> {
    const result: DuckDBResult = await this.#guard(options, () => this.#connection.stream(sql));
    while (true) {
      const chunk = await this.#guard(options, () => result.fetchChunk());
      if (!chunk || chunk.rowCount === 0) return;
      yield chunk;
    }
  }

  /** Adds rows to a table without making SQL of them. */
  async append(table: string, stretches: Iterable<Stretch>): Promise<void> {
    await this.#guard({}, async () => {
      const appender = await this.#connection.createAppender(table);
      const types = Array.from({ length: appender.columnCount }, (_, i) => appender.columnType(i));
      for (const { rows, fill } of stretches) {
        const chunk = DuckDBDataChunk.create(types, rows);
        for (const i of types.keys()) fill(duckdb.data_chunk_get_vector(chunk.chunk, i), i);
        appender.appendDataChunk(chunk);
      }
      appender.closeSync();
    });
  }

  /** How far the running statement is, 0 to 1; undefined where DuckDB cannot say. */
  get progress(): number | undefined {
    const { percentage } = this.#connection.progress;
    return percentage < 0 ? undefined : Math.min(1, percentage / 100);
  }

  close(): void {
    this.#connection.closeSync();
  }

  async #guard<T>(options: Run, work: () => Promise<T>): Promise<T> {
    const { signal, timeoutMs } = { ...this.#defaults, ...options };
    signal?.throwIfAborted();
    let timedOut = false;
    let repeat: NodeJS.Timeout | undefined;
    const interrupt = () => {
      this.#connection.interrupt();
      repeat ??= setInterval(() => this.#connection.interrupt(), INTERRUPT_EVERY_MS);
    };
    const onTimeout = () => {
      timedOut = true;
      interrupt();
    };
    const timer = timeoutMs ? setTimeout(onTimeout, timeoutMs) : undefined;
    signal?.addEventListener("abort", interrupt, { once: true });
    try {
      return await work();
    } catch (error) {
      if (isInterrupted(error)) {
        signal?.throwIfAborted();
        if (timedOut && timeoutMs) throw timeoutError(timeoutMs);
      }
      throw mapDuckDBError(error);
    } finally {
      clearTimeout(timer);
      clearInterval(repeat);
      signal?.removeEventListener("abort", interrupt);
    }
  }
}

function plain(value: unknown): unknown {
  if (typeof value !== "bigint") return value;
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value.toString();
}
