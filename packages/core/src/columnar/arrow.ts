import type { DuckDBDataChunk } from "@duckdb/node-api";
import { Field } from "apache-arrow";
import type { Column } from "../table/schema.ts";
import { type ColumnEncoder, encoderOf } from "./arrow-columns.ts";
import { batchMessage, dictionaryMessage, END_OF_STREAM, schemaMessage } from "./arrow-message.ts";

/** Batches this large keep the share of headers small and the memory flat. */
const BATCH_ROWS = 16_384;

/** Chunks of a query over the columns, in their order, as an Arrow IPC stream; one record batch in memory at a time. */
export async function* arrow(
  chunks: AsyncIterable<DuckDBDataChunk>,
  columns: readonly Column[],
): AsyncGenerator<Uint8Array> {
  const encoders = columns.map(encoderOf);
  yield schemaMessage(columns.map(({ name }, i) => new Field(name, (encoders[i] as ColumnEncoder).type, true)));
  let pending = 0;
  for await (const chunk of chunks) {
    for (const [i, encoder] of encoders.entries()) encoder.append(chunk, i);
    pending += chunk.rowCount;
    if (pending < BATCH_ROWS) continue;
    yield* batch(encoders, pending);
    pending = 0;
  }
  if (pending > 0) yield* batch(encoders, pending);
  yield END_OF_STREAM;
}

function* batch(encoders: ColumnEncoder[], rows: number): Generator<Uint8Array> {
  for (const encoder of encoders) {
    const added = encoder.takeDictionary?.();
    if (added) yield dictionaryMessage(added);
  }
  yield batchMessage(
    encoders.map((encoder) => encoder.take()),
    rows,
  );
}
