import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";

/** The same bytes, compressed as they come. */
export async function* gzipped(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gzip = createGzip();
  const pumping = pipeline(Readable.from(chunks), gzip);
  pumping.catch(() => undefined); // Whoever reads hears of it.
  yield* gzip as AsyncIterable<Buffer>;
  await pumping;
}
