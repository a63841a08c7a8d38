import { createHash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import { basename } from "node:path";
import type { UploadSource } from "../upload.ts";
import { UsageError } from "./exit.ts";
import { sendRange } from "./send-range.ts";

export type FileSource = UploadSource & { modifiedAt: Date; close(): Promise<void> };

/** Reads ranges of a file when they are sent: memory holds a chunk of each part under way, however large the parts are. */
export async function openSource(path: string): Promise<FileSource> {
  const handle = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(error.code === "ENOENT" ? `No such file: ${path}` : `Cannot read ${path}: ${error.message}`);
  });
  const stat = await handle.stat();
  if (!stat.isFile()) {
    await handle.close();
    throw new UsageError(`Not a file: ${path}`);
  }
  return {
    name: basename(path),
    size: stat.size,
    modifiedAt: stat.mtime,
    slice: (start, end) => ({ size: end - start, chunks: () => read(handle, start, end) }),
    send: sendRange,
    createSHA256: () => createHash("sha256"),
    close: () => handle.close(),
  };
}

const CHUNK = 512 * 1024;
/** Buffers between uses: a new one for each chunk would fill memory faster than it is collected. */
const spare: Buffer<ArrayBuffer>[] = [];

async function* read(handle: FileHandle, start: number, end: number): AsyncIterable<Uint8Array> {
  const buffer = spare.pop() ?? Buffer.allocUnsafeSlow(CHUNK);
  try {
    for (let at = start; at < end; ) {
      const { bytesRead } = await handle.read(buffer, 0, Math.min(CHUNK, end - at), at);
      if (bytesRead === 0) throw new Error("The file became shorter while it was being sent");
      yield buffer.subarray(0, bytesRead);
      at += bytesRead;
    }
  } finally {
    spare.push(buffer);
  }
}

const TYPES: Record<string, string> = {
  csv: "text/csv",
  tsv: "text/tab-separated-values",
  ndjson: "application/x-ndjson",
  jsonl: "application/x-ndjson",
  json: "application/json",
  parquet: "application/vnd.apache.parquet",
  txt: "text/plain",
  pdf: "application/pdf",
  png: "image/png",
  jpg: "image/jpeg",
  mp4: "video/mp4",
};

export const contentType = (name: string) =>
  TYPES[name.slice(name.lastIndexOf(".") + 1).toLowerCase()] ?? "application/octet-stream";
