import { createHash } from "node:crypto";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import type { Writable } from "node:stream";
import { AtriumError } from "../error.ts";
import { createMeter, type Reading } from "../meter.ts";
import { backoff, sleep } from "../retry.ts";

const ATTEMPTS = 6;
/** How long a silent line is waited for. */
const IDLE_MS = 60_000;

type Download = {
  /** A signed URL; asked for again when a transfer broke off, because it lasts minutes only. */
  sign(): Promise<string>;
  bytes: number;
  sha256?: string;
  signal: AbortSignal;
  onProgress?: (now: Reading) => void;
};

/** Writes to a path; whoever finds the file there finds all of it, checked. */
export async function saveTo(path: string, download: Download): Promise<void> {
  const partial = `${path}.partial`;
  const out = createWriteStream(partial);
  try {
    await streamTo(out, download);
    out.end();
    await once(out, "finish");
    await rename(partial, path);
  } catch (error) {
    out.destroy();
    await rm(partial, { force: true });
    throw error;
  }
}

/** Goes on where a broken connection stopped, as long as the object is the same one. */
export async function streamTo(out: Writable, { sign, bytes, sha256, signal, onProgress }: Download): Promise<void> {
  const hash = createHash("sha256");
  const meter = createMeter(bytes, 0);
  let done = 0;
  let etag: string | undefined;
  for (let attempt = 1; done < bytes; attempt++) {
    try {
      const answer = await request(await sign(), { done, etag, signal });
      etag = answer.etag;
      for await (const chunk of answer.chunks) {
        hash.update(chunk);
        if (!out.write(chunk)) await once(out, "drain", { signal });
        done += chunk.length;
        onProgress?.(meter(done));
        attempt = 1;
      }
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof AtriumError || attempt >= ATTEMPTS) throw error;
      await sleep(backoff(attempt), signal);
    }
  }
  if (sha256 && hash.digest("hex") !== sha256)
    throw wrong("download.changed", "The bytes that arrived do not have the SHA-256 that was declared for the file");
}

type Position = { done: number; etag: string | undefined; signal: AbortSignal };

async function request(url: string, { done, etag, signal }: Position) {
  const idle = new AbortController();
  const timer = setTimeout(() => idle.abort(new Error("The storage fell silent")), IDLE_MS);
  const headers = done > 0 && etag ? { range: `bytes=${done}-`, "if-match": etag } : undefined;
  const response = await fetch(url, { headers, signal: AbortSignal.any([signal, idle.signal]) });
  const expected = headers ? 206 : 200;
  if (response.status >= 500 || !response.body) throw new Error(`The storage answered ${response.status}`);
  if (response.status !== expected)
    throw wrong("download.refused", `The storage answered ${response.status} instead of ${expected}`);

  async function* chunks(body: AsyncIterable<Uint8Array>) {
    try {
      for await (const chunk of body) {
        timer.refresh();
        yield chunk;
      }
    } finally {
      clearTimeout(timer);
    }
  }
  return {
    etag: response.headers.get("etag") ?? undefined,
    chunks: chunks(response.body as AsyncIterable<Uint8Array>),
  };
}

const wrong = (code: string, detail: string) => new AtriumError({ status: 0, code, detail });
