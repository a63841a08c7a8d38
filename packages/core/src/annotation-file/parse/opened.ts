import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { broken } from "./broken.ts";
import { unzipped, unzippedText } from "./zip.ts";

const GIB = 1024 ** 3;
/** Of what is compressed, as it is when it no longer is. */
const MOST_BYTES = 16 * GIB;

/** A file that can be read as often as wanted, without its compression. */
export type Opened = () => AsyncGenerator<Buffer>;

/** `isText` says that the format is one file; an archive of zip then holds that, and else reads like one of tar. */
export async function openFile(path: string, { isText = false } = {}): Promise<Opened> {
  if (await beginsWith(path, Buffer.from("PK\u0003\u0004")))
    return () => limited(isText ? unzippedText(path) : unzipped(path));
  const isGzip = await beginsWith(path, Buffer.from([0x1f, 0x8b]));
  return () => limited(isGzip ? gunzipped(path) : (createReadStream(path) as AsyncIterable<Buffer>));
}

async function beginsWith(path: string, bytes: Buffer): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(bytes.length), 0, bytes.length, 0);
    return buffer.equals(bytes);
  } finally {
    await file.close();
  }
}

async function* gunzipped(path: string): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  const pumping = pipeline(createReadStream(path), gunzip);
  pumping.catch(() => undefined); // Whoever reads hears of it.
  try {
    yield* gunzip as AsyncIterable<Buffer>;
  } catch (error) {
    throw broken("The file is damaged: what is compressed in it can't be read to its end.", error);
  }
}

async function* limited(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw broken(`The file holds more than ${MOST_BYTES / GIB} GiB.`);
    yield chunk;
  }
}
