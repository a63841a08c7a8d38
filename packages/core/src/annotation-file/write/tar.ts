const BLOCK = 512;
const SHORT = 100;
/** What an octal number of eleven digits holds. */
const MOST_BYTES = 8 ** 11;

export type Entry = { name: string; bytes: number; content: Iterable<Buffer> | AsyncIterable<Buffer> };

export const textEntry = (name: string, text: string): Entry => {
  const content = Buffer.from(text);
  return { name, bytes: content.length, content: [content] };
};

/** A tar archive as POSIX has it (pax), of entries one after the other. */
export async function* tar(entries: AsyncIterable<Entry>): AsyncGenerator<Buffer> {
  for await (const { name, bytes, content } of entries) {
    if (bytes >= MOST_BYTES) throw new RangeError(`${name} has ${bytes} bytes, more than an archive's entry may`);
    if (Buffer.byteLength(name) > SHORT || /[^\x20-\x7e]/.test(name)) {
      const path = paxRecord("path", name);
      yield header("pax", path.length, "x");
      yield padded(path);
    }
    yield header(name, bytes, "0");
    for await (const chunk of content) yield chunk;
    if (bytes % BLOCK > 0) yield Buffer.alloc(BLOCK - (bytes % BLOCK));
  }
  yield Buffer.alloc(2 * BLOCK);
}

function header(name: string, bytes: number, type: "0" | "x"): Buffer {
  const block = Buffer.alloc(BLOCK);
  block.write(Buffer.from(name).subarray(0, SHORT).toString("latin1"), 0, "latin1");
  const octal = (value: number, at: number, digits: number) => block.write(value.toString(8).padStart(digits, "0"), at);
  octal(0o644, 100, 7);
  octal(0, 108, 7);
  octal(0, 116, 7);
  octal(bytes, 124, 11);
  octal(0, 136, 11);
  block.write("        ", 148);
  block.write(type, 156);
  block.write("ustar\x0000", 257);
  octal(
    block.reduce((sum, byte) => sum + byte, 0),
    148,
    6,
  );
  block.write("\0 ", 154);
  return block;
}

/** `<length> <key>=<value>\n`, of which the length is the whole's. */
function paxRecord(key: string, value: string): Buffer {
  const rest = Buffer.byteLength(` ${key}=${value}\n`);
  let length = rest + String(rest).length;
  length = rest + String(length).length;
  return Buffer.from(`${length} ${key}=${value}\n`);
}

const padded = (bytes: Buffer): Buffer =>
  Buffer.concat([bytes, Buffer.alloc((BLOCK - (bytes.length % BLOCK)) % BLOCK)]);
