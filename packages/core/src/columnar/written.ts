import type { DuckDBDataChunk } from "@duckdb/node-api";
import { quoteIdentifier, type Session } from "../duckdb/index.ts";
import type { Column } from "../table/schema.ts";
import { must } from "../util/index.ts";
import { arrow } from "./arrow.ts";
import { parquetFile } from "./parquet.ts";
import { asText, csv, json, ndjson, type Written } from "./text.ts";

export type Format = "arrow" | "parquet" | "csv" | "ndjson" | "json";
export type Body = AsyncGenerator<Uint8Array>;
/** Where a format that is written as a whole goes first, and what to do when its bytes were read. */
export type Into = { target?: string; onEnd?: () => Promise<void> };
/** Rows of a relation; `alias` is what the relation calls a column. */
export type Question = {
  from: string;
  outputs: (Column & Written & { alias: string })[];
  /** What stands beside the rows, where the format has a place for it. */
  envelope: Record<string, unknown>;
};

/** The bytes of an answer, as they are asked for; the session is closed at their end. */
export async function written(
  session: Session,
  { from, outputs, envelope }: Question,
  { format, signal, target, onEnd }: Into & { format: Format; signal?: AbortSignal },
): Promise<Body> {
  const isTyped = format === "arrow" || format === "parquet";
  const list = outputs.map(
    (column) =>
      `${isTyped ? quoteIdentifier(column.alias) : asText({ ...column, name: column.alias })} AS ${quoteIdentifier(column.name)}`,
  );
  const sql = `SELECT ${list.join(", ")} FROM ${from}`;
  try {
    const bytes =
      format === "parquet"
        ? await parquetFile(session, sql, must(target, "place to write to"), signal)
        : encode(await primed(session.stream(sql, { signal })), outputs, format, envelope);
    return await closing(bytes, async () => {
      session.close();
      await onEnd?.();
    });
  } catch (error) {
    session.close();
    throw error;
  }
}

function encode(
  chunks: AsyncIterable<DuckDBDataChunk>,
  columns: (Column & Written)[],
  format: Exclude<Format, "parquet">,
  envelope: Record<string, unknown>,
): Body {
  if (format === "arrow") return arrow(chunks, columns);
  if (format === "csv") return csv(chunks, columns);
  return format === "ndjson" ? ndjson(chunks, columns) : json(chunks, columns, envelope);
}

/** The first chunk is asked for at once, so that what is wrong shows while there is no answer yet. */
async function primed<T>(chunks: AsyncGenerator<T>): Promise<AsyncIterable<T>> {
  const first = await chunks.next();
  return (async function* () {
    if (first.done) return;
    yield first.value;
    yield* chunks;
  })();
}

/** Begun already: a generator that was never asked for anything ends without its `finally`. */
async function closing(bytes: AsyncIterable<Uint8Array>, end: () => Promise<void>): Promise<Body> {
  const body = (async function* () {
    try {
      yield new Uint8Array(0);
      yield* bytes;
    } finally {
      await end();
    }
  })();
  await body.next();
  return body;
}
