import { Bool, type DataType, Field, Float64, Int32, Int64, TimestampMillisecond, Utf8 } from "apache-arrow";
import { batchMessage, END_OF_STREAM, type Encoded, schemaMessage } from "../../columnar/arrow-message.ts";
import type { Batch } from "./batches.ts";

type Column = { name: string; type: DataType; encode: (batch: Batch) => Encoded };
type Name = Exclude<keyof Batch, "kind" | "rows">;

/** What is told of each annotation, and as what. */
const COLUMNS: Column[] = [
  numbers("id", new Int64(), BigInt64Array),
  texts("elemental_id"),
  { name: "kind", type: new Utf8(), encode: ({ kind, rows }) => encodeTexts(new Array<string>(rows).fill(kind)) },
  texts("type_id"),
  texts("layer_id"),
  numbers("frame", new Int32(), Int32Array),
  numbers("end_frame", new Int32(), Int32Array),
  ...(["x", "y", "width", "height", "u", "v"] as const).map((name) => numbers(name, new Float64(), Float64Array)),
  texts("points"),
  texts("attributes"),
  texts("track_ids"),
  numbers("mark", new Int32(), Int32Array),
  { name: "key", type: new Bool(), encode: ({ key }) => encodeFlags(key) },
  numbers("modified_at", new TimestampMillisecond("UTC"), BigInt64Array),
];

/** Batches as an Arrow IPC stream, one in memory at a time. */
export async function* arrow(batches: AsyncIterable<Batch>): AsyncGenerator<Uint8Array> {
  yield schemaMessage(COLUMNS.map(({ name, type }) => new Field(name, type, true)));
  for await (const batch of batches)
    yield batchMessage(
      COLUMNS.map(({ encode }) => encode(batch)),
      batch.rows,
    );
  yield END_OF_STREAM;
}

type Values = Int32ArrayConstructor | Float64ArrayConstructor | BigInt64ArrayConstructor;

function numbers(name: Name, type: DataType, Values: Values): Column {
  return {
    name,
    type,
    encode(batch) {
      const given = batch[name] as (number | null)[];
      const filled = given.map((value) => value ?? 0);
      const data =
        Values === BigInt64Array
          ? BigInt64Array.from(filled, BigInt)
          : (Values as Float64ArrayConstructor).from(filled);
      return encoded(given, [new Uint8Array(data.buffer)]);
    },
  };
}

function texts(name: Name): Column {
  return { name, type: new Utf8(), encode: (batch) => encodeTexts(batch[name] as (string | null)[]) };
}

function encodeTexts(given: readonly (string | null)[]): Encoded {
  const offsets = new Int32Array(given.length + 1);
  let end = 0;
  for (const [i, text] of given.entries()) {
    end += text === null ? 0 : Buffer.byteLength(text);
    offsets[i + 1] = end;
  }
  return encoded(given, [new Uint8Array(offsets.buffer), Buffer.from(given.join(""))]);
}

function encodeFlags(given: readonly (boolean | null)[]): Encoded {
  return encoded(given, [bits(given, (flag) => flag === true)]);
}

/** Validity first; none at all where nothing is missing. */
function encoded(given: readonly unknown[], buffers: Uint8Array[]): Encoded {
  const nulls = given.reduce((n: number, value) => (value === null ? n + 1 : n), 0);
  const validity = nulls === 0 ? new Uint8Array(0) : bits(given, (value) => value !== null);
  return { rows: given.length, nulls, buffers: [validity, ...buffers] };
}

function bits<T>(given: readonly T[], isSet: (value: T) => boolean): Uint8Array {
  const packed = new Uint8Array((given.length + 7) >> 3);
  for (const [i, value] of given.entries()) if (isSet(value)) packed[i >> 3] = (packed[i >> 3] ?? 0) | (1 << (i & 7));
  return packed;
}
