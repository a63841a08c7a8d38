import { zstdDecompressSync } from "node:zlib";
import { CompressionType, compressionRegistry, type RecordBatch, RecordBatchReader, type Schema } from "apache-arrow";
import { decodeLz4Frame } from "./lz4.ts";
import { CutShort, messagesOf } from "./messages.ts";

const MAX_BUFFER_BYTES = 1024 * 1024 * 1024;

compressionRegistry.set(CompressionType.ZSTD, {
  decode: (bytes) => zstdDecompressSync(bytes, { maxOutputLength: MAX_BUFFER_BYTES }),
});
compressionRegistry.set(CompressionType.LZ4_FRAME, {
  decode: (bytes) => decodeLz4Frame(bytes, MAX_BUFFER_BYTES),
});

export type Batches = { schema: Schema; batches: AsyncIterable<RecordBatch> };
type Reading = { signal?: AbortSignal; beginning?: boolean };

/** The record batches of an Arrow file or stream, one in memory at a time. */
export async function readBatches(path: string, reading: Reading = {}): Promise<Batches> {
  const messages = messagesOf(path, reading);
  const reader = await RecordBatchReader.from(reading.beginning ? untilCut(messages) : messages);
  await reader.open();
  if (!reader.schema) throw new RangeError("no schema");
  return { schema: reader.schema, batches: reader as AsyncIterable<RecordBatch> };
}

async function* untilCut(messages: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* messages;
  } catch (error) {
    if (!(error instanceof CutShort)) throw error;
  }
}
