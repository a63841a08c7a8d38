import { createReadStream, createWriteStream } from "node:fs";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createZstdDecompress } from "node:zlib";
import { AppError } from "../error/index.ts";
import type { Compression, Encoding } from "./probe.ts";

/** Text does not shrink further than this; what does is made to fill a disk. */
const MAX_RATIO = 1_000;
const RATIO_FREE_BYTES = 64 * 1024 * 1024;

export type Caps = { maxBytes: number; signal?: AbortSignal };

export const damagedArchive = (kind: Compression, cause: unknown) =>
  new AppError(
    "unprocessable",
    "import.damaged_archive",
    `The ${kind} file is damaged or cut short. Compress and upload it again.`,
    { cause },
  );

export async function decompress(source: string, target: string, kind: Compression, caps: Caps): Promise<void> {
  const input = createReadStream(source);
  const limit = counter((bytes) => {
    const allowed = Math.min(caps.maxBytes, Math.max(RATIO_FREE_BYTES, input.bytesRead * MAX_RATIO));
    if (bytes > allowed)
      throw new AppError(
        "unprocessable",
        "import.too_large_unpacked",
        "The file unpacks to far more than it may. Unpack it yourself and import a part of it.",
      );
  });
  try {
    await pipeline(input, kind === "gzip" ? createGunzip() : createZstdDecompress(), limit, createWriteStream(target), {
      signal: caps.signal,
    });
  } catch (error) {
    caps.signal?.throwIfAborted();
    if (error instanceof AppError) throw error;
    throw damagedArchive(kind, error);
  }
}

/** Rewrites text as UTF-8 without byte order mark. */
export async function toUtf8(source: string, target: string, encoding: Encoding, signal?: AbortSignal): Promise<void> {
  const decoder = new TextDecoder(encoding);
  const decode = new Transform({
    transform: (chunk: Buffer, _, done) => done(null, decoder.decode(chunk, { stream: true })),
    flush: (done) => done(null, decoder.decode()),
  });
  await pipeline(createReadStream(source, { highWaterMark: 1 << 20 }), decode, createWriteStream(target), { signal });
}

/** Makes `\n` of every line end outside and inside quotes; for files that mix them. */
export async function toUnixLines(source: string, target: string, signal?: AbortSignal): Promise<void> {
  let held = "";
  const rewrite = new Transform({
    transform: (chunk: Buffer, _, done) => {
      const text = held + chunk.toString("latin1");
      held = text.endsWith("\r") ? "\r" : "";
      done(null, Buffer.from(text.slice(0, text.length - held.length).replace(/\r\n?/g, "\n"), "latin1"));
    },
    flush: (done) => done(null, held && "\n"),
  });
  await pipeline(createReadStream(source, { highWaterMark: 1 << 20 }), rewrite, createWriteStream(target), { signal });
}

function counter(check: (bytes: number) => void): Transform {
  let bytes = 0;
  return new Transform({
    transform: (chunk: Buffer, _, done) => {
      bytes += chunk.length;
      try {
        check(bytes);
        done(null, chunk);
      } catch (error) {
        done(error as Error);
      }
    },
  });
}
