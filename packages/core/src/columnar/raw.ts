import type { DuckDBDataChunk } from "@duckdb/node-api";
import duckdb from "@duckdb/node-bindings";

/** A column of a chunk as DuckDB holds it; the memory is DuckDB's and lasts as long as the chunk. */
export type RawColumn = { data: Uint8Array; isNull: ((row: number) => boolean) | undefined; rows: number };

/** DuckDB's strings: 4 bytes length, then 12 bytes of text or 4 of prefix and a pointer. */
const STRING_BYTES = 16;
const INLINED = 12;

export function rawColumn(chunk: DuckDBDataChunk, index: number, width: number): RawColumn {
  const rows = chunk.rowCount;
  const vector = duckdb.data_chunk_get_vector(chunk.chunk, index);
  const data = duckdb.vector_get_data(vector, rows * width);
  const validity = duckdb.vector_get_validity(vector, Math.ceil(rows / 64) * 8) as Uint8Array | null;
  return { data, rows, isNull: validity ? (row) => (((validity[row >> 3] ?? 0) >> (row & 7)) & 1) === 0 : undefined };
}

export type RawText = RawColumn & { bytes: (row: number) => Uint8Array };

export function rawText(chunk: DuckDBDataChunk, index: number): RawText {
  const column = rawColumn(chunk, index, STRING_BYTES);
  const { data } = column;
  const lengths = new DataView(data.buffer, data.byteOffset, data.byteLength);
  return {
    ...column,
    bytes(row) {
      const at = row * STRING_BYTES;
      const length = lengths.getUint32(at, true);
      return length <= INLINED
        ? data.subarray(at + 4, at + 4 + length)
        : duckdb.get_data_from_pointer(data.buffer as ArrayBuffer, data.byteOffset + at + 8, length);
    },
  };
}

const decoder = new TextDecoder();

export function textValues(chunk: DuckDBDataChunk, index: number): (string | null)[] {
  const column = rawText(chunk, index);
  return Array.from({ length: column.rows }, (_, row) =>
    column.isNull?.(row) ? null : decoder.decode(column.bytes(row)),
  );
}
