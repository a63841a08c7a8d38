/**
 * The frames of an Arrow IPC stream, without understanding what is in them:
 * https://arrow.apache.org/docs/format/Columnar.html#encapsulated-message-format
 */
type Message = { kind: "schema" | "data"; chunks: AsyncIterable<Uint8Array> };

const PREFIX_BYTES = 8;
const SCHEMA = 1;

/** Ends at the end-of-stream marker, which is not given. The chunks of a message must be read before the next one is asked for. */
export async function* arrowMessages(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Message> {
  const reader = createReader(bytes);
  for (;;) {
    const prefix = await reader.exactly(PREFIX_BYTES);
    if (!prefix) return;
    const metadataBytes = view(prefix).getInt32(4, true);
    if (metadataBytes === 0) return;
    const metadata = await reader.exactly(metadataBytes);
    if (!metadata) throw new Error("The Arrow stream ended in the middle of a message");
    const { type, bodyBytes } = readHeader(view(metadata));
    yield { kind: type === SCHEMA ? "schema" : "data", chunks: message(prefix, metadata, reader.pass(bodyBytes)) };
  }
}

async function* message(prefix: Uint8Array, metadata: Uint8Array, body: AsyncIterable<Uint8Array>) {
  yield prefix;
  yield metadata;
  yield* body;
}

/** Two fields of the flatbuffer `Message`: what its header is (field 1) and how long its body (field 3). */
function readHeader(buffer: DataView) {
  const table = buffer.getUint32(0, true);
  const vtable = table - buffer.getInt32(table, true);
  const size = buffer.getUint16(vtable, true);
  const field = (index: number) => {
    const slot = 4 + 2 * index;
    const offset = slot < size ? buffer.getUint16(vtable + slot, true) : 0;
    return offset === 0 ? undefined : table + offset;
  };
  const type = field(1);
  const body = field(3);
  return {
    type: type === undefined ? 0 : buffer.getUint8(type),
    bodyBytes: body === undefined ? 0 : Number(buffer.getBigInt64(body, true)),
  };
}

function createReader(bytes: AsyncIterable<Uint8Array>) {
  const source = bytes[Symbol.asyncIterator]();
  let held: Uint8Array = new Uint8Array(0);

  async function take(most: number): Promise<Uint8Array | undefined> {
    while (held.length === 0) {
      const { value, done } = await source.next();
      if (done) return;
      held = value;
    }
    const taken = held.subarray(0, most);
    held = held.subarray(taken.length);
    return taken;
  }

  return {
    /** Undefined when the stream ends before. */
    async exactly(length: number): Promise<Uint8Array | undefined> {
      const result = new Uint8Array(length);
      for (let filled = 0; filled < length; ) {
        const chunk = await take(length - filled);
        if (!chunk) return;
        result.set(chunk, filled);
        filled += chunk.length;
      }
      return result;
    },
    async *pass(length: number): AsyncIterable<Uint8Array> {
      for (let left = length; left > 0; ) {
        const chunk = await take(left);
        if (!chunk) throw new Error("The Arrow stream ended in the middle of a message");
        left -= chunk.length;
        yield chunk;
      }
    },
  };
}

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
