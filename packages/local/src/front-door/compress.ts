import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Answer } from "./answer.ts";

// The content types and sizes that CloudFront compresses.
const TYPES =
  /^(text\/|application\/(javascript|json|xml|wasm|manifest\+json|problem\+json|vnd\.api\+json|rss\+xml|x-javascript)|image\/svg\+xml|font\/(ttf|otf))/;
const LEAST_BYTES = 1_000;
const MOST_BYTES = 10_000_000;
const CACHED_BYTES = 64 * 1024 * 1024;

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Compresses answers whose length is known. What never changes is compressed well, and once. */
export function createCompressor() {
  const cache = new Map<string, Buffer>();
  let cachedBytes = 0;

  async function compressed(body: Buffer, encoding: "br" | "gzip", forever: boolean): Promise<Buffer> {
    if (encoding === "gzip") return zip(body, { level: forever ? 9 : 5 });
    return brotli(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: forever ? 9 : 4, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
    });
  }

  return async function compress(answer: Answer, accepts: string): Promise<Answer> {
    const { headers, body } = answer;
    if (!Buffer.isBuffer(body) || body.length < LEAST_BYTES || body.length > MOST_BYTES) return answer;
    if (headers["content-encoding"] !== undefined || !TYPES.test(headers["content-type"] ?? "")) return answer;
    const varying = { ...headers, vary: headers.vary ? `${headers.vary}, Accept-Encoding` : "Accept-Encoding" };
    const encoding = /\bbr\b/.test(accepts) ? "br" : /\bgzip\b/.test(accepts) ? "gzip" : undefined;
    if (!encoding) return { ...answer, headers: varying };
    const forever = headers["cache-control"]?.includes("immutable") ?? false;
    const key = `${encoding} ${headers.etag}`;
    let smaller = forever ? cache.get(key) : undefined;
    if (!smaller) {
      smaller = await compressed(body, encoding, forever);
      if (forever && cachedBytes + smaller.length < CACHED_BYTES) {
        cache.set(key, smaller);
        cachedBytes += smaller.length;
      }
    }
    const etag: Record<string, string> = headers.etag?.startsWith('"') ? { etag: `W/${headers.etag}` } : {};
    return { ...answer, headers: { ...varying, ...etag, "content-encoding": encoding }, body: smaller };
  };
}
