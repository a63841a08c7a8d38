import duckdb from "@duckdb/node-bindings";
import { type Data, DataType, type Decimal, type Field, type Timestamp, TimeUnit, type Vector } from "apache-arrow";
import type { ChunkVector } from "../../duckdb/index.ts";
import { AppError } from "../../error/index.ts";

/** A stretch of a column of a record batch, into a vector of DuckDB's. */
export type Filler = (vector: ChunkVector, column: Vector, start: number, rows: number) => void;
export type Target = { type: string; fill: Filler };

/** What DuckDB holds a column as. What it has no counterpart of becomes JSON text. */
export function targetOf({ name, type }: Field): Target {
  if (DataType.isInt(type))
    return { type: `${type.isSigned ? "" : "U"}${INTEGERS[type.bitWidth]}`, fill: copy(type.bitWidth / 8) };
  if (DataType.isFloat(type) && type.precision !== 0)
    return { type: type.precision === 1 ? "FLOAT" : "DOUBLE", fill: copy(type.precision * 4) };
  if (DataType.isFloat(type)) return { type: "DOUBLE", fill: each(Float64Array, Number) };
  if (DataType.isBool(type)) return { type: "BOOLEAN", fill: each(Uint8Array, Number) };
  if (DataType.isUtf8(type) || DataType.isLargeUtf8(type)) return { type: "VARCHAR", fill: bytes };
  if (DataType.isBinary(type) || DataType.isLargeBinary(type)) return { type: "BLOB", fill: bytes };
  if (DataType.isDictionary(type) && DataType.isUtf8(type.dictionary)) return { type: "VARCHAR", fill: texts(String) };
  if (DataType.isDecimal(type) && type.bitWidth === 128) return decimal(type);
  if (DataType.isDate(type)) return { type: "DATE", fill: type.unit === 0 ? copy(4) : days };
  if (DataType.isTime(type)) return { type: "TIME", fill: moments(name, type.unit) };
  if (DataType.isTimestamp(type)) return timestamp(name, type);
  return { type: "VARCHAR", fill: texts(jsonText) };
}

const INTEGERS: Record<number, string> = { 8: "TINYINT", 16: "SMALLINT", 32: "INTEGER", 64: "BIGINT" };

/** From IPC a column of a batch is one piece that begins at its first row. */
function piece(column: Vector): Data {
  const [data] = column.data;
  if (!data || column.data.length > 1 || data.offset !== 0) throw new RangeError("column in pieces");
  return data;
}

/** Both keep a bit a row, set where there is a value; stretches begin at whole bytes. */
function missing(vector: ChunkVector, { nullBitmap, nullCount }: Data, start: number, rows: number): void {
  if (nullCount === 0 || !nullBitmap || nullBitmap.length === 0) return;
  const bits = nullBitmap.subarray(start >> 3, (start + rows + 7) >> 3);
  if (bits.length < (rows + 7) >> 3) throw new RangeError("validity");
  setValidity(vector, bits);
}

function setValidity(vector: ChunkVector, bits: Uint8Array): void {
  duckdb.vector_ensure_validity_writable(vector);
  duckdb.copy_data_to_vector_validity(vector, 0, bits.buffer as ArrayBuffer, bits.byteOffset, bits.byteLength);
}

/** DuckDB copies what it is told to: lengths are checked before. */
const setData = (vector: ChunkVector, { buffer, byteOffset, byteLength }: ArrayBufferView): void =>
  duckdb.copy_data_to_vector(vector, 0, buffer as ArrayBuffer, byteOffset, byteLength);

/** Values both hold alike. */
const copy =
  (width: number): Filler =>
  (vector, column, start, rows) => {
    const data = piece(column);
    const { buffer, byteOffset, byteLength } = data.values as Uint8Array;
    if ((start + rows) * width > byteLength) throw new RangeError("values");
    setData(vector, new Uint8Array(buffer, byteOffset + start * width, rows * width));
    missing(vector, data, start, rows);
  };

type Numbers = Float64Array | Uint8Array | Int32Array;

/** Values one at a time. */
const each =
  (Numbers: new (length: number) => Numbers, convert: (value: unknown) => number): Filler =>
  (vector, column, start, rows) => {
    const values = new Numbers(rows);
    for (let row = 0; row < rows; row++) values[row] = convert(column.get(start + row) ?? 0);
    setData(vector, values);
    missing(vector, piece(column), start, rows);
  };

const DAY_MS = 86_400_000;
const days: Filler = each(Int32Array, (value) => Math.floor(Number(value) / DAY_MS));

/** Texts by their bytes, without a detour over strings. */
const bytes: Filler = (vector, column, start, rows) => {
  const data = piece(column);
  const offsets = data.valueOffsets as Int32Array | BigInt64Array;
  for (let row = start; row < start + rows; row++) {
    if (!column.isValid(row)) continue;
    const [from, to] = [Number(offsets[row]), Number(offsets[row + 1])];
    if (!(from >= 0 && to >= from && to <= data.values.length)) throw new RangeError("offsets");
    duckdb.vector_assign_string_element_len(vector, row - start, data.values.subarray(from, to));
  }
  missing(vector, data, start, rows);
};

const texts =
  (toText: (value: unknown) => string): Filler =>
  (vector, column, start, rows) => {
    const validity = new Uint8Array((rows + 7) >> 3).fill(0xff);
    for (let row = 0; row < rows; row++) {
      const value: unknown = column.get(start + row);
      if (value === null || value === undefined) validity[row >> 3] = (validity[row >> 3] ?? 0) & ~(1 << (row & 7));
      else duckdb.vector_assign_string_element_len(vector, row, Buffer.from(toText(value)));
    }
    setValidity(vector, validity);
  };

const jsonText = (value: unknown): string =>
  JSON.stringify(value, (_, item: unknown) => {
    if (typeof item === "bigint") return Number.isSafeInteger(Number(item)) ? Number(item) : item.toString();
    return item instanceof Uint8Array ? Buffer.from(item).toString("base64") : item;
  });

/** Arrow uses sixteen bytes for every decimal, DuckDB as few as the precision needs. */
function decimal({ precision, scale }: Decimal): Target {
  const width = precision <= 4 ? 2 : precision <= 9 ? 4 : precision <= 18 ? 8 : 16;
  return {
    type: `DECIMAL(${precision}, ${scale})`,
    fill(vector, column, start, rows) {
      const data = piece(column);
      const { buffer, byteOffset, byteLength } = data.values as Uint32Array;
      if ((start + rows) * 16 > byteLength) throw new RangeError("values");
      const from = new Uint8Array(buffer, byteOffset + start * 16, rows * 16);
      const room = new Uint8Array(rows * width);
      for (let row = 0; row < rows; row++) room.set(from.subarray(row * 16, row * 16 + width), row * width);
      setData(vector, room);
      missing(vector, data, start, rows);
    },
  };
}

function timestamp(name: string, { unit, timezone }: Timestamp): Target {
  if (timezone) return { type: "TIMESTAMPTZ", fill: moments(name, unit) };
  return unit === TimeUnit.NANOSECOND
    ? { type: "TIMESTAMP_NS", fill: copy(8) }
    : { type: "TIMESTAMP", fill: moments(name, unit) };
}

const TO_MICROS: Record<number, bigint> = {
  [TimeUnit.SECOND]: 1_000_000n,
  [TimeUnit.MILLISECOND]: 1_000n,
  [TimeUnit.MICROSECOND]: 1n,
};

/** As microseconds. Nanoseconds that are no whole microseconds would be lost, which nobody asked for. */
function moments(name: string, unit: TimeUnit): Filler {
  if (unit === TimeUnit.MICROSECOND) return copy(8);
  return (vector, column, start, rows) => {
    const data = piece(column);
    const values = data.values as Int32Array | BigInt64Array;
    if (start + rows > values.length) throw new RangeError("values");
    const micros = new BigInt64Array(rows);
    for (let row = 0; row < rows; row++) {
      const value = BigInt(values[start + row] ?? 0);
      if (unit !== TimeUnit.NANOSECOND) micros[row] = value * (TO_MICROS[unit] ?? 1n);
      else if (value % 1_000n === 0n || !column.isValid(start + row)) micros[row] = value / 1_000n;
      else throw nanoseconds(name);
    }
    setData(vector, micros);
    missing(vector, data, start, rows);
  };
}

const nanoseconds = (name: string) =>
  new AppError(
    "unprocessable",
    "import.nanoseconds",
    `The column “${name.slice(0, 60)}” has nanoseconds, which a table would lose. Write it with microseconds.`,
  );
