import type { DuckDBDataChunk } from "@duckdb/node-api";
import { Field, Message, Schema } from "apache-arrow";
import { BufferRegion, DictionaryBatch, FieldNode, RecordBatch } from "apache-arrow/ipc/metadata/message";
import type { Column } from "../table/schema.ts";
import { type ColumnEncoder, encoderOf } from "./arrow-columns.ts";

/** Batches this large keep the share of headers small and the memory flat. */
const BATCH_ROWS = 16_384;
const ALIGNMENT = 8;
const CONTINUATION = -1;
const END_OF_STREAM = new Uint8Array(new Int32Array([CONTINUATION, 0]).buffer);

const padded = (bytes: number) => (bytes + ALIGNMENT - 1) & ~(ALIGNMENT - 1);

/** Chunks of a query over the columns, in their order, as an Arrow IPC stream; one record batch in memory at a time. */
export async function* arrow(
  chunks: AsyncIterable<DuckDBDataChunk>,
  columns: readonly Column[],
): AsyncGenerator<Uint8Array> {
  const encoders = columns.map(encoderOf);
  yield framed(
    Message.from(new Schema(columns.map(({ name }, i) => new Field(name, (encoders[i] as ColumnEncoder).type, true)))),
    [],
  );
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
    if (!added) continue;
    const { regions, length } = layOut(added.buffers);
    const values = new RecordBatch(added.rows, [new FieldNode(added.rows, 0)], regions, null);
    yield framed(Message.from(new DictionaryBatch(values, added.id, added.isDelta), length), added.buffers);
  }
  const taken = encoders.map((encoder) => encoder.take());
  const buffers = taken.flatMap((column) => column.buffers);
  const { regions, length } = layOut(buffers);
  const nodes = taken.map((column) => new FieldNode(column.rows, column.nulls));
  yield framed(Message.from(new RecordBatch(rows, nodes, regions, null), length), buffers);
}

function layOut(buffers: readonly Uint8Array[]): { regions: BufferRegion[]; length: number } {
  let at = 0;
  const regions = buffers.map(({ length }) => {
    const region = new BufferRegion(at, length);
    at += padded(length);
    return region;
  });
  return { regions, length: at };
}

/** A message of the stream: marker, length, metadata and body, each padded to eight bytes. */
function framed(message: Message, buffers: readonly Uint8Array[]): Uint8Array {
  const metadata = Message.encode(message);
  const head = padded(8 + metadata.length);
  const out = new Uint8Array(head + buffers.reduce((sum, { length }) => sum + padded(length), 0));
  const view = new DataView(out.buffer);
  view.setInt32(0, CONTINUATION, true);
  view.setInt32(4, head - 8, true);
  out.set(metadata, 8);
  let at = head;
  for (const buffer of buffers) {
    out.set(buffer, at);
    at += padded(buffer.length);
  }
  return out;
}
