import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { stat } from "node:fs/promises";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { ComeBack, retry, succeeded } from "./retry.ts";
import { Hopeless } from "./trouble.ts";

/** Between two pieces; a large file may take its time. */
const STALLED_MS = 60_000;

/** Bytes of a URL into a file, without holding them; URLs live for minutes, so a refused one is asked for anew. */
export async function download(
  target: string,
  address: () => Promise<{ url: string; headers: Record<string, string> }>,
  { largest, signal }: { largest: number; signal: AbortSignal },
): Promise<void> {
  await retry(async () => {
    const { url, headers } = await address();
    const stalled = new AbortController();
    const timer = setTimeout(() => stalled.abort(new ComeBack("The download stands still.")), STALLED_MS);
    try {
      const response = await fetch(url, { headers, signal: AbortSignal.any([signal, stalled.signal]) });
      if (response.status === 403) throw new ComeBack("The address of an input has expired.");
      const { body } = await succeeded(response, "The storage");
      let bytes = 0;
      const counted = new Transform({
        transform(piece: Buffer, _encoding, done) {
          bytes += piece.length;
          timer.refresh();
          done(
            bytes > largest ? new Hopeless("The inputs are larger than the disk that the job may use.") : null,
            piece,
          );
        },
      });
      const from = body === null ? Readable.from([]) : Readable.fromWeb(body as ReadableStream);
      await pipeline(from, counted, createWriteStream(target), { signal });
    } finally {
      clearTimeout(timer);
    }
  }, signal);
}

export async function digestOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}

export async function upload(
  path: string,
  address: () => Promise<{ url: string; headers: Record<string, string> }>,
  signal: AbortSignal,
): Promise<void> {
  const { size } = await stat(path);
  await retry(async () => {
    const { url, headers } = await address();
    const response = await fetch(url, {
      method: "PUT",
      headers: { ...headers, "content-length": `${size}` },
      // An empty stream would be sent without a length.
      body: size === 0 ? "" : (Readable.toWeb(createReadStream(path)) as NonNullable<RequestInit["body"]>),
      duplex: "half",
      signal,
    } as RequestInit);
    if (response.status === 403) throw new ComeBack("The address of an output has expired.");
    await succeeded(response, "The storage");
  }, signal);
}
