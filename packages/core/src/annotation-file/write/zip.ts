import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { crc32, createDeflateRaw, deflateRawSync } from "node:zlib";
import type { Entry } from "./tar.ts";

/** Most files are a few lines: these are packed at once, and their sizes stand before them. */
const AT_ONCE = 1024 * 1024;
const MOST_16 = 0xffff;
const MOST_32 = 0xffffffff;
const DEFLATED = 8;
const UTF8 = 1 << 11;
const SIZES_BEHIND = 1 << 3;
const VERSION_ZIP64 = 45;
/** The first day that it can say: what is in an archive depends on nothing but what is packed. */
const FIRST_DAY = 0x21;
const FILE_MODE = 0o100644 * 2 ** 16;
const MADE_ON_UNIX = 3 * 2 ** 8;

type Sizes = { crc: number; packed: number; bytes: number };

/** A zip archive of entries one after the other, as it goes; of each only its line in the directory is held. */
export async function* zip(entries: AsyncIterable<Entry>): AsyncGenerator<Buffer> {
  const directory: Buffer[] = [];
  let at = 0;
  for await (const entry of entries) {
    const name = Buffer.from(entry.name);
    const from = at;
    let sizes: Sizes = { crc: 0, packed: 0, bytes: 0 };
    const parts = entry.bytes <= AT_ONCE ? whole(name, entry) : streamed(name, entry);
    for await (const part of parts) {
      if ("crc" in part) {
        sizes = part;
        continue;
      }
      at += part.length;
      yield part;
    }
    directory.push(central(name, sizes, from, entry.bytes > AT_ONCE));
  }
  yield* directory;
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  yield* ending(directory.length, size, at);
}

async function* whole(name: Buffer, { content }: Entry): AsyncGenerator<Buffer | Sizes> {
  const chunks: Buffer[] = [];
  for await (const chunk of content) chunks.push(chunk);
  const plain = Buffer.concat(chunks);
  const packed = deflateRawSync(plain);
  const sizes = { crc: crc32(plain), packed: packed.length, bytes: plain.length };
  yield local(name, sizes);
  yield packed;
  yield sizes;
}

/** Its sizes are known when it is over, and stand behind it. */
async function* streamed(name: Buffer, { content }: Entry): AsyncGenerator<Buffer | Sizes> {
  const sizes = { crc: 0, packed: 0, bytes: 0 };
  async function* counted() {
    for await (const chunk of content) {
      sizes.crc = crc32(chunk, sizes.crc);
      sizes.bytes += chunk.length;
      yield chunk;
    }
  }
  yield local(name);
  const deflate = createDeflateRaw();
  const pumping = pipeline(Readable.from(counted()), deflate);
  pumping.catch(() => undefined); // Whoever reads hears of it.
  for await (const chunk of deflate as AsyncIterable<Buffer>) {
    sizes.packed += chunk.length;
    yield chunk;
  }
  await pumping;
  const behind = fields(24);
  yield behind.u32(0x08074b50).u32(sizes.crc).u64(sizes.packed).u64(sizes.bytes).done();
  yield sizes;
}

function local(name: Buffer, sizes?: Sizes): Buffer {
  const head = fields(30).u32(0x04034b50);
  common(head, sizes === undefined);
  head
    .u32(sizes?.crc ?? 0)
    .u32(sizes?.packed ?? MOST_32)
    .u32(sizes?.bytes ?? MOST_32);
  const extra = sizes ? Buffer.alloc(0) : fields(20).u16(1).u16(16).u64(0).u64(0).done();
  return Buffer.concat([head.u16(name.length).u16(extra.length).done(), name, extra]);
}

function central(name: Buffer, { crc, packed, bytes }: Sizes, from: number, isStreamed: boolean): Buffer {
  const large = [bytes, packed, from].filter((value) => value >= MOST_32);
  const extra = fields(large.length > 0 ? 4 + 8 * large.length : 0);
  if (large.length > 0) extra.u16(1).u16(8 * large.length);
  for (const value of large) extra.u64(value);
  const short = (value: number) => Math.min(value, MOST_32);
  const head = fields(46)
    .u32(0x02014b50)
    .u16(MADE_ON_UNIX + VERSION_ZIP64);
  common(head, isStreamed);
  head.u32(crc).u32(short(packed)).u32(short(bytes)).u16(name.length).u16(extra.done().length);
  head.u16(0).u16(0).u16(0).u32(FILE_MODE).u32(short(from));
  return Buffer.concat([head.done(), name, extra.done()]);
}

const common = (head: Fields, isStreamed: boolean): Fields =>
  head
    .u16(VERSION_ZIP64)
    .u16(UTF8 + (isStreamed ? SIZES_BEHIND : 0))
    .u16(DEFLATED)
    .u16(0)
    .u16(FIRST_DAY);

function* ending(count: number, size: number, at: number): Generator<Buffer> {
  if (count >= MOST_16 || size >= MOST_32 || at >= MOST_32) {
    const record = fields(56).u32(0x06064b50).u64(44).u16(VERSION_ZIP64).u16(VERSION_ZIP64).u32(0).u32(0);
    yield record.u64(count).u64(count).u64(size).u64(at).done();
    yield fields(20)
      .u32(0x07064b50)
      .u32(0)
      .u64(at + size)
      .u32(1)
      .done();
  }
  const [many, large, far] = [Math.min(count, MOST_16), Math.min(size, MOST_32), Math.min(at, MOST_32)];
  yield fields(22).u32(0x06054b50).u16(0).u16(0).u16(many).u16(many).u32(large).u32(far).u16(0).done();
}

type Fields = ReturnType<typeof fields>;

/** Numbers one after the other, the least of each first. */
function fields(bytes: number) {
  const buffer = Buffer.alloc(bytes);
  let at = 0;
  const written = {
    u16(value: number) {
      at = buffer.writeUInt16LE(value, at);
      return written;
    },
    u32(value: number) {
      at = buffer.writeUInt32LE(value, at);
      return written;
    },
    u64(value: number) {
      at = buffer.writeBigUInt64LE(BigInt(value), at);
      return written;
    },
    done: () => buffer,
  };
  return written;
}
