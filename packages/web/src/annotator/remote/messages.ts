/** A message of an Arrow stream: a mark, the length of its description, that, and its body. */
const MARK = 0xffffffff;
const HEAD = 8;
/** Where the description's table says at which place in it the length of the body is. */
const BODY_LENGTH = 10;

/** How long the message is that begins these bytes, or, while that cannot be said, how many bytes it takes to say more. */
export function lengthOf(bytes: Uint8Array): number {
  if (bytes.byteLength < HEAD) return HEAD;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== MARK) throw new Error("This is no Arrow stream");
  const described = HEAD + view.getInt32(4, true);
  if (described === HEAD || bytes.byteLength < described) return described;
  const table = HEAD + view.getInt32(HEAD, true);
  const fields = table - view.getInt32(table, true);
  // What is said last and is nothing is left out.
  const place = view.getUint16(fields, true) > BODY_LENGTH ? view.getUint16(fields + BODY_LENGTH, true) : 0;
  return described + (place === 0 ? 0 : Number(view.getBigInt64(table + place, true)));
}

/** The messages of a stream as they come, each whole; its last says only that it ends. */
export async function* messages(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let size = 0;
  let needed = HEAD;
  for await (const chunk of stream) {
    held.push(chunk);
    size += chunk.byteLength;
    while (size >= needed) {
      const bytes = joined(held, size);
      held = [bytes];
      needed = lengthOf(bytes);
      if (needed > size) break;
      yield bytes.subarray(0, needed);
      held = [bytes.subarray(needed)];
      size -= needed;
      needed = HEAD;
    }
  }
  if (size > 0) throw new Error("The annotations broke off");
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  const [first] = parts;
  if (first && parts.length === 1) return first;
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.byteLength;
  }
  return all;
}
