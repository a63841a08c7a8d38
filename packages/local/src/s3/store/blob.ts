import { createReadStream } from "node:fs";
import { constants, copyFile, type FileHandle, link, open, rm } from "node:fs/promises";
import { dirname } from "node:path";
import type { Range } from "../range.ts";
import { syncFolder } from "./durable.ts";
import type { Journal } from "./journal.ts";
import { type Layout, newID } from "./layout.ts";

export type Blob = { id: string; size: number };

/** Socket reads are 64 KiB; writing them sixteen at a time spares most trips to the thread pool. */
const WRITE_BYTES = 1024 * 1024;
const READ_BYTES = 256 * 1024;

/** Files of bytes that never change once written. */
export class Blobs {
  readonly #layout: Layout;
  readonly #journal: Journal;

  constructor(layout: Layout, journal: Journal) {
    this.#layout = layout;
    this.#journal = journal;
  }

  /** Stores a stream, on disk for good when this resolves; leaves nothing behind when it rejects. */
  async write(chunks: AsyncIterable<Buffer>): Promise<Blob> {
    const { id, path } = this.#create();
    const handle = await open(path, "wx");
    try {
      const size = await writeChunks(handle, chunks);
      await Promise.all([handle.datasync(), syncFolder(dirname(path))]);
      return { id, size };
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    } finally {
      await handle.close();
    }
  }

  /** The bytes of `range` out of blobs laid end to end. */
  async *read(blobs: readonly Blob[], range: Range): AsyncGenerator<Buffer> {
    for (const { blob, start, end } of slices(blobs, range))
      yield* createReadStream(this.#layout.blob(blob.id), { start, end, highWaterMark: READ_BYTES });
  }

  /** A second name for another's bytes; a copy where the file system has no hard link to give. */
  async clone(source: Blobs, blob: Blob): Promise<Blob> {
    const { id, path } = this.#create();
    const origin = source.#layout.blob(blob.id);
    try {
      await link(origin, path);
    } catch {
      await copyFile(origin, path, constants.COPYFILE_EXCL);
      const handle = await open(path, "r+");
      await handle.datasync().finally(() => handle.close());
    }
    await syncFolder(dirname(path));
    return { id, size: blob.size };
  }

  async remove(blobs: readonly Blob[]): Promise<void> {
    this.#journal.blobs(blobs.map(({ id }) => id));
    for (const { id } of blobs) await rm(this.#layout.blob(id), { force: true });
  }

  #create(): { id: string; path: string } {
    const id = newID();
    this.#journal.blobs([id]);
    return { id, path: this.#layout.blob(id) };
  }
}

/** Which piece of which blob a range of the whole falls on. */
export function slices(blobs: readonly Blob[], range: Range): { blob: Blob; start: number; end: number }[] {
  let offset = 0;
  return blobs.flatMap((blob) => {
    const start = Math.max(range.start - offset, 0);
    const end = Math.min(range.end - offset, blob.size - 1);
    offset += blob.size;
    return start <= end ? [{ blob, start, end }] : [];
  });
}

/** One batch is on its way to the disk while the next one gathers: back-pressure with at most two in memory. */
async function writeChunks(handle: FileHandle, chunks: AsyncIterable<Buffer>): Promise<number> {
  let batch: Buffer[] = [];
  let gathered = 0;
  let written = 0;
  let pending: Promise<void> = Promise.resolve();
  const flush = async () => {
    await pending;
    pending = writeAll(handle, batch, gathered, written);
    pending.catch(() => undefined); // seen by the next await; must not count as unhandled until then
    written += gathered;
    batch = [];
    gathered = 0;
  };
  try {
    for await (const chunk of chunks) {
      batch.push(chunk);
      gathered += chunk.length;
      if (gathered >= WRITE_BYTES) await flush();
    }
    if (gathered > 0) await flush();
  } finally {
    await pending; // the handle must not be closed under a write
  }
  return written;
}

async function writeAll(handle: FileHandle, batch: Buffer[], size: number, position: number): Promise<void> {
  const { bytesWritten } = await handle.writev(batch, position);
  if (bytesWritten === size) return;
  const rest = Buffer.concat(batch).subarray(bytesWritten);
  await writeAll(handle, [rest], rest.length, position + bytesWritten);
}
