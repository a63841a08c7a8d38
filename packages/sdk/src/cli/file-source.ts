import { type FileHandle, open } from "node:fs/promises";
import { basename } from "node:path";
import type { UploadSource } from "../upload.ts";
import { UsageError } from "./exit.ts";

/** Reads ranges of a file on demand: memory holds the parts under way and nothing else. */
export async function openSource(path: string): Promise<UploadSource & { close(): Promise<void> }> {
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
    slice: (start, end) => readExactly(handle, start, end),
    close: () => handle.close(),
  };
}

async function readExactly(handle: FileHandle, start: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(end - start);
  for (let done = 0; done < bytes.length; ) {
    const { bytesRead } = await handle.read(bytes, done, bytes.length - done, start + done);
    if (bytesRead === 0) throw new Error("The file became shorter while it was being sent");
    done += bytesRead;
  }
  return bytes;
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
