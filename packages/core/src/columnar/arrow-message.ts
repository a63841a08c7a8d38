import { type Field, Message, Schema } from "apache-arrow";
import { BufferRegion, DictionaryBatch, FieldNode, RecordBatch } from "apache-arrow/ipc/metadata/message";

// Messages of an Arrow IPC stream, of buffers that hold what Arrow wants already.

const ALIGNMENT = 8;
const CONTINUATION = -1;
export const END_OF_STREAM = new Uint8Array(new Int32Array([CONTINUATION, 0]).buffer);

/** A column of a batch: buffers in the order Arrow wants them. */
export type Encoded = { rows: number; nulls: number; buffers: Uint8Array[] };

const padded = (bytes: number) => (bytes + ALIGNMENT - 1) & ~(ALIGNMENT - 1);

export const schemaMessage = (fields: Field[]): Uint8Array => framed(Message.from(new Schema(fields)), []);

export function dictionaryMessage({
  id,
  isDelta,
  rows,
  buffers,
}: Omit<Encoded, "nulls"> & { id: number; isDelta: boolean }) {
  const { regions, length } = layOut(buffers);
  const values = new RecordBatch(rows, [new FieldNode(rows, 0)], regions, null);
  return framed(Message.from(new DictionaryBatch(values, id, isDelta), length), buffers);
}

export function batchMessage(columns: readonly Encoded[], rows: number): Uint8Array {
  const buffers = columns.flatMap((column) => column.buffers);
  const { regions, length } = layOut(buffers);
  const nodes = columns.map((column) => new FieldNode(column.rows, column.nulls));
  return framed(Message.from(new RecordBatch(rows, nodes, regions, null), length), buffers);
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
