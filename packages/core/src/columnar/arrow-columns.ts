import type { DuckDBDataChunk } from "@duckdb/node-api";
import {
  Bool,
  type DataType,
  DateDay,
  Decimal,
  Dictionary,
  Float64,
  Int32,
  Int64,
  TimeMicrosecond,
  TimestampMicrosecond,
  Utf8,
} from "apache-arrow";
import type { Column } from "../table/schema.ts";
import { type RawColumn, rawColumn, rawText } from "./raw.ts";

/** Collects the values of one column for the next record batch. */
export type ColumnEncoder = {
  type: DataType;
  append(chunk: DuckDBDataChunk, index: number): void;
  /** Buffers in the order Arrow wants them, and starts the next batch. */
  take(): { rows: number; nulls: number; buffers: Uint8Array[] };
  /** Values the dictionary has got since it was last asked. */
  takeDictionary?(): { id: number; isDelta: boolean; rows: number; buffers: Uint8Array[] } | undefined;
};

/** Texts with at most this many different values travel as a dictionary. */
const MAX_DICTIONARY = 4_096;
const NO_BYTES = new Uint8Array(0);

export function encoderOf(column: Column, index: number): ColumnEncoder {
  switch (column.type) {
    case "int64":
      return fixed(new Int64(), 8);
    case "float64":
      return fixed(new Float64(), 8);
    case "date":
      return fixed(new DateDay(), 4);
    case "time":
      return fixed(new TimeMicrosecond(), 8);
    case "timestamp":
      return fixed(new TimestampMicrosecond(), 8);
    case "timestamptz":
      return fixed(new TimestampMicrosecond("UTC"), 8);
    case "decimal":
      return decimal(column.precision ?? 38, column.scale ?? 0);
    case "bool":
      return bool();
    case "text":
      return isCategory(column) ? dictionary(index) : text();
  }
}

const isCategory = ({ stats }: Column) =>
  !stats.distinctApproximate && stats.distinct > 0 && stats.distinct <= MAX_DICTIONARY;

/** Memory that grows as it is written and is handed out whole. */
class Bytes {
  #bytes = new Uint8Array(4_096);
  length = 0;

  reserve(count: number): Uint8Array {
    const end = this.length + count;
    if (end > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(end, this.#bytes.length * 2));
      grown.set(this.#bytes.subarray(0, this.length));
      this.#bytes = grown;
    }
    const room = this.#bytes.subarray(this.length, end);
    this.length = end;
    return room;
  }

  take(): Uint8Array {
    const taken = this.#bytes.subarray(0, this.length);
    this.#bytes = new Uint8Array(Math.max(4_096, this.#bytes.length));
    this.length = 0;
    return taken;
  }
}

/** Arrow's validity bits; none at all while no value is missing. */
class Validity {
  #packed = new Uint8Array(0);
  rows = 0;
  nulls = 0;

  append({ rows, isNull }: RawColumn, onNull: (row: number) => void): void {
    const start = this.rows;
    this.rows += rows;
    this.#grow();
    if (!isNull) return;
    for (let row = 0; row < rows; row++) {
      if (!isNull(row)) continue;
      this.nulls++;
      const at = start + row;
      this.#packed[at >> 3] = (this.#packed[at >> 3] ?? 0) & ~(1 << (at & 7));
      onNull(row);
    }
  }

  take(): { rows: number; nulls: number; bits: Uint8Array } {
    const taken = {
      rows: this.rows,
      nulls: this.nulls,
      bits: this.nulls === 0 ? NO_BYTES : this.#packed.subarray(0, (this.rows + 7) >> 3),
    };
    this.#packed = new Uint8Array(0);
    this.rows = 0;
    this.nulls = 0;
    return taken;
  }

  #grow(): void {
    const needed = (this.rows + 7) >> 3;
    if (needed <= this.#packed.length) return;
    const grown = new Uint8Array(Math.max(needed, this.#packed.length * 2)).fill(0xff);
    grown.set(this.#packed);
    this.#packed = grown;
  }
}

/** Types that Arrow holds exactly as DuckDB does. */
function fixed(type: DataType, width: number): ColumnEncoder {
  const validity = new Validity();
  const values = new Bytes();
  return {
    type,
    append(chunk, index) {
      const raw = rawColumn(chunk, index, width);
      const room = values.reserve(raw.rows * width);
      room.set(raw.data);
      // What stands in place of a missing value is whatever memory held.
      validity.append(raw, (row) => room.fill(0, row * width, (row + 1) * width));
    },
    take: () => withValidity(validity, [values.take()]),
  };
}

/** DuckDB uses as few bytes as the precision needs, Arrow always sixteen. */
function decimal(precision: number, scale: number): ColumnEncoder {
  const width = precision <= 4 ? 2 : precision <= 9 ? 4 : precision <= 18 ? 8 : 16;
  const validity = new Validity();
  const values = new Bytes();
  return {
    type: new Decimal(scale, precision, 128),
    append(chunk, index) {
      const raw = rawColumn(chunk, index, width);
      const room = values.reserve(raw.rows * 16);
      for (let row = 0; row < raw.rows; row++) {
        const from = row * width;
        const negative = ((raw.data[from + width - 1] ?? 0) & 0x80) !== 0;
        room.set(raw.data.subarray(from, from + width), row * 16);
        room.fill(negative ? 0xff : 0, row * 16 + width, (row + 1) * 16);
      }
      validity.append(raw, (row) => room.fill(0, row * 16, (row + 1) * 16));
    },
    take: () => withValidity(validity, [values.take()]),
  };
}

function bool(): ColumnEncoder {
  const validity = new Validity();
  const values = new Bytes();
  return {
    type: new Bool(),
    append(chunk, index) {
      const raw = rawColumn(chunk, index, 1);
      const room = values.reserve(raw.rows);
      room.set(raw.data);
      validity.append(raw, (row) => room.fill(0, row, row + 1));
    },
    take() {
      const bytes = values.take();
      const bits = new Uint8Array((bytes.length + 7) >> 3);
      for (let i = 0; i < bytes.length; i++) if (bytes[i]) bits[i >> 3] = (bits[i >> 3] ?? 0) | (1 << (i & 7));
      return withValidity(validity, [bits]);
    },
  };
}

/** Offsets and bytes of texts. */
class Texts {
  readonly #bytes = new Bytes();
  #offsets: number[] = [0];

  push(bytes: Uint8Array): void {
    this.#bytes.reserve(bytes.length).set(bytes);
    this.#offsets.push(this.#bytes.length);
  }

  get count(): number {
    return this.#offsets.length - 1;
  }

  take(): Uint8Array[] {
    const offsets = Int32Array.from(this.#offsets);
    this.#offsets = [0];
    return [new Uint8Array(offsets.buffer), this.#bytes.take()];
  }
}

function text(): ColumnEncoder {
  const validity = new Validity();
  const texts = new Texts();
  return {
    type: new Utf8(),
    append(chunk, index) {
      const raw = rawText(chunk, index);
      for (let row = 0; row < raw.rows; row++) texts.push(raw.isNull?.(row) ? NO_BYTES : raw.bytes(row));
      validity.append(raw, () => undefined);
    },
    take: () => withValidity(validity, texts.take()),
  };
}

/** A dictionary that grows with the stream: each batch brings the values that are new in it. */
function dictionary(id: number): ColumnEncoder {
  const validity = new Validity();
  const indices = new Bytes();
  const known = new Map<string, number>();
  const fresh = new Texts();
  let sent = false;
  const indexOf = (bytes: Uint8Array): number => {
    const key = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
    const found = known.get(key);
    if (found !== undefined) return found;
    known.set(key, known.size);
    fresh.push(bytes);
    return known.size - 1;
  };
  return {
    type: new Dictionary(new Utf8(), new Int32(), id),
    append(chunk, index) {
      const raw = rawText(chunk, index);
      const room = indices.reserve(raw.rows * 4);
      const view = new DataView(room.buffer, room.byteOffset, room.byteLength);
      for (let row = 0; row < raw.rows; row++)
        view.setInt32(row * 4, raw.isNull?.(row) ? 0 : indexOf(raw.bytes(row)), true);
      validity.append(raw, () => undefined);
    },
    take: () => withValidity(validity, [indices.take()]),
    takeDictionary() {
      const rows = fresh.count;
      if (sent && rows === 0) return undefined;
      const isDelta = sent;
      sent = true;
      return { id, isDelta, rows, buffers: [NO_BYTES, ...fresh.take()] };
    },
  };
}

function withValidity(validity: Validity, buffers: Uint8Array[]) {
  const { rows, nulls, bits } = validity.take();
  return { rows, nulls, buffers: [bits, ...buffers] };
}
