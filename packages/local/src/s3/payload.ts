import { createHash } from "node:crypto";
import type { Call } from "./call.ts";
import { type Algorithm, type Checksum, checksumHeader, createDigest, type Digest } from "./checksum/algorithm.ts";
import { checkedValue, type Declared, declaredChecksums } from "./checksum/declared.ts";
import { S3Error } from "./errors.ts";
import { decodeChunks, type Framing, framings } from "./signature/chunked.ts";
import type { Identity } from "./signature/verify.ts";

export const MAX_PART_BYTES = 5 * 1024 ** 3;

/** What arrived, once every promise made about it has been kept. */
export type Received = {
  size: number;
  md5: string;
  checksums: Partial<Record<Algorithm, string>>;
  checksum?: Checksum;
};

type PayloadOptions = { also?: Algorithm; declared?: Declared };

/**
 * The body of one request. `chunks` yields its plain bytes and throws at the end if size, signature or any declared
 * checksum is wrong, so a consumer that finished without an error holds exactly what the client meant to send.
 */
export class Payload {
  readonly #call: Call;
  readonly #identity: Identity;
  readonly #framing: Framing | undefined;
  readonly #length: number;
  readonly #declared: Declared;
  readonly #digests: Map<Algorithm, Digest>;
  #received: Received | undefined;

  /** `also`: an algorithm to compute although the client did not name it (parts of an upload with a checksum). */
  constructor(
    call: Call,
    identity: Identity,
    { also, declared = declaredChecksums(call.headers) }: PayloadOptions = {},
  ) {
    this.#call = call;
    this.#identity = identity;
    this.#framing = framing(identity.payloadHash);
    this.#length = bodyLength(call, this.#framing);
    this.#declared = declared;
    const wanted = new Set([this.#declared.checksum?.algorithm, also].filter((name) => name !== undefined));
    this.#digests = new Map([...wanted].map((name) => [name, createDigest(name)]));
  }

  get received(): Received {
    if (!this.#received) throw new Error("The payload has not been read to its end");
    return this.#received;
  }

  async *chunks(): AsyncGenerator<Buffer> {
    const { request, response } = this.#call;
    // Only now, with the signature checked, is the client asked for its gigabytes.
    if (request.headers.expect?.toLowerCase() === "100-continue") response.writeContinue();
    const md5 = createHash("md5");
    const sha256 = /^[0-9a-f]{64}$/i.test(this.#identity.payloadHash) ? createHash("sha256") : undefined;
    let trailers = new Map<string, string>();
    let size = 0;
    // Left open when reading stops early, so that the client still gets to read why.
    const wire = request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
    const body = this.#framing
      ? decodeChunks(wire, this.#framing, this.#identity, (found) => {
          trailers = found;
        })
      : wire;
    for await (const chunk of body) {
      size += chunk.length;
      if (size > this.#length) throw new S3Error("IncompleteBody");
      md5.update(chunk);
      sha256?.update(chunk);
      for (const digest of this.#digests.values()) digest.update(chunk);
      yield chunk;
    }
    if (size !== this.#length) throw new S3Error("IncompleteBody");
    if (sha256 && sha256.digest("hex") !== this.#identity.payloadHash.toLowerCase())
      throw new S3Error("XAmzContentSHA256Mismatch");
    this.#received = this.#check(size, md5.digest(), trailers);
  }

  #check(size: number, md5: Buffer, trailers: Map<string, string>): Received {
    const { contentMD5, checksum } = this.#declared;
    if (contentMD5 !== undefined && contentMD5 !== md5.toString("base64"))
      throw new S3Error("BadDigest", "The Content-MD5 you specified did not match what we received.");
    const checksums = Object.fromEntries([...this.#digests].map(([name, digest]) => [name, digest.value()]));
    const received: Received = { size, md5: md5.toString("hex"), checksums };
    if (!checksum) return received;
    const { algorithm } = checksum;
    const promised = checksum.value ?? trailers.get(checksumHeader(algorithm));
    if (promised === undefined) throw new S3Error("MalformedTrailerError");
    const value = checksums[algorithm] ?? "";
    if (checkedValue(algorithm, promised) !== value)
      throw new S3Error("BadDigest", `The ${algorithm} you specified did not match the calculated checksum.`);
    return { ...received, checksum: { algorithm, value, type: "FULL_OBJECT" } };
  }
}

/** A small body (XML) as one buffer. */
export async function readAll(call: Call, identity: Identity, maximum: number, declared?: Declared): Promise<Buffer> {
  const payload = new Payload(call, identity, { declared });
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of payload.chunks()) {
    size += chunk.length;
    if (size > maximum) throw new S3Error("EntityTooLarge");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function framing(payloadHash: string): Framing | undefined {
  const known = framings.get(payloadHash);
  if (known || payloadHash === "UNSIGNED-PAYLOAD" || /^[0-9a-f]{64}$/i.test(payloadHash)) return known;
  if (payloadHash.startsWith("STREAMING-")) throw new S3Error("NotImplemented", `${payloadHash} is not implemented`);
  throw new S3Error(
    "InvalidArgument",
    "x-amz-content-sha256 must be UNSIGNED-PAYLOAD, STREAMING-…, or a valid sha256 value.",
  );
}

function bodyLength({ headers }: Call, framed: Framing | undefined): number {
  const text = framed ? headers.get("x-amz-decoded-content-length") : headers.sent("content-length");
  if (text === undefined || !/^\d+$/.test(text)) throw new S3Error("MissingContentLength");
  const length = Number(text);
  if (length > MAX_PART_BYTES)
    throw new S3Error("EntityTooLarge", undefined, { details: { ProposedSize: text, MaxSizeAllowed: MAX_PART_BYTES } });
  return length;
}
