import { createHash } from "node:crypto";
import { S3Error } from "../errors.ts";
import { sameSignature, scopeText, sign } from "./key.ts";
import type { Identity } from "./verify.ts";

/** Longest line of the framing: a size and a signature, or one trailer. */
const MAX_LINE_BYTES = 4096;
const MAX_TRAILERS = 16;

export type Framing = { signed: boolean; trailer: boolean };

/** By x-amz-content-sha256. */
export const framings = new Map<string, Framing>([
  ["STREAMING-UNSIGNED-PAYLOAD-TRAILER", { signed: false, trailer: true }],
  ["STREAMING-AWS4-HMAC-SHA256-PAYLOAD", { signed: true, trailer: false }],
  ["STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER", { signed: true, trailer: true }],
]);

/**
 * Takes aws-chunked framing off a body and yields its bytes without copying them. A chunk's signature is checked where
 * the chunk ends, so whoever stores the bytes must drop them when this throws. Trailers are handed over at the end.
 */
export async function* decodeChunks(
  source: AsyncIterable<Buffer>,
  framing: Framing,
  identity: Identity,
  onTrailers: (trailers: Map<string, string>) => void,
): AsyncGenerator<Buffer> {
  const reader = new FrameReader(source);
  const signer = framing.signed ? new ChunkSigner(identity) : undefined;
  for (;;) {
    const { size, signature } = parseChunkHeader(await reader.line());
    const hash = signer && createHash("sha256");
    for (let left = size; left > 0; ) {
      const piece = await reader.take(left);
      left -= piece.length;
      hash?.update(piece);
      yield piece;
    }
    if (signer && hash) signer.checkChunk(hash.digest("hex"), signature);
    if (size === 0) break;
    if ((await reader.line()) !== "") throw new S3Error("InvalidChunkSizeError");
  }
  const trailers = await readTrailers(reader);
  if (framing.trailer) signer?.checkTrailers(trailers);
  await reader.end();
  onTrailers(trailers);
}

async function readTrailers(reader: FrameReader): Promise<Map<string, string>> {
  const trailers = new Map<string, string>();
  for (let line = await reader.line(); line !== ""; line = await reader.line()) {
    const at = line.indexOf(":");
    if (at < 1 || trailers.size >= MAX_TRAILERS) throw new S3Error("MalformedTrailerError");
    trailers.set(line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim());
  }
  return trailers;
}

function parseChunkHeader(line: string): { size: number; signature: string } {
  const match = /^([0-9a-f]{1,12})(?:;chunk-signature=([0-9a-f]{64}))?$/i.exec(line.trim());
  if (!match) throw new S3Error("InvalidChunkSizeError");
  return { size: Number.parseInt(match[1] ?? "", 16), signature: match[2] ?? "" };
}

/** Each signature covers the one before, from the request's own on, so chunks can be neither moved nor dropped. */
class ChunkSigner {
  readonly #identity: Identity;
  #previous: string;

  constructor(identity: Identity) {
    this.#identity = identity;
    this.#previous = identity.signature;
  }

  checkChunk(payloadHash: string, signature: string): void {
    this.#check("AWS4-HMAC-SHA256-PAYLOAD", [sha256(""), payloadHash], signature);
  }

  checkTrailers(trailers: Map<string, string>): void {
    const signature = trailers.get("x-amz-trailer-signature") ?? "";
    trailers.delete("x-amz-trailer-signature");
    const text = [...trailers].map(([name, value]) => `${name}:${value}\n`).join("");
    this.#check("AWS4-HMAC-SHA256-TRAILER", [sha256(text)], signature);
  }

  #check(algorithm: string, hashes: string[], signature: string): void {
    const { signingKey, amzDate, scope } = this.#identity;
    const expected = sign(signingKey, [algorithm, amzDate, scopeText(scope), this.#previous, ...hashes].join("\n"));
    if (!sameSignature(expected, signature)) throw new S3Error("SignatureDoesNotMatch");
    this.#previous = signature;
  }
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** Lines and runs of bytes out of a stream of buffers. */
class FrameReader {
  readonly #source: AsyncIterator<Buffer>;
  #buffer: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** Up to `most` bytes, at least one. */
  async take(most: number): Promise<Buffer> {
    if (this.#buffer.length === 0) await this.#fill();
    const piece = this.#buffer.subarray(0, most);
    this.#buffer = this.#buffer.subarray(piece.length);
    return piece;
  }

  /** The next line without its CRLF. */
  async line(): Promise<string> {
    for (;;) {
      const end = this.#buffer.indexOf("\r\n");
      if (end > MAX_LINE_BYTES || (end < 0 && this.#buffer.length > MAX_LINE_BYTES))
        throw new S3Error("InvalidChunkSizeError");
      if (end >= 0) {
        const line = this.#buffer.toString("latin1", 0, end);
        this.#buffer = this.#buffer.subarray(end + 2);
        return line;
      }
      await this.#fill();
    }
  }

  /** Refuses anything after the last trailer; reading to the end also frees the connection for the next request. */
  async end(): Promise<void> {
    if (this.#buffer.length > 0 || !(await this.#source.next()).done) throw new S3Error("InvalidChunkSizeError");
  }

  async #fill(): Promise<void> {
    const { value, done } = await this.#source.next();
    if (done) throw new S3Error("IncompleteBody");
    this.#buffer = this.#buffer.length === 0 ? value : Buffer.concat([this.#buffer, value]);
  }
}
