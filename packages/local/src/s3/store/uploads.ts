import { mkdir, rename, rm } from "node:fs/promises";
import type { Algorithm, ChecksumType } from "../checksum/algorithm.ts";
import type { Blob, Blobs } from "./blob.ts";
import { type Attributes, now } from "./descriptor.ts";
import { replaceFile, syncFolder } from "./durable.ts";
import type { Journal } from "./journal.ts";
import { type Layout, newID } from "./layout.ts";
import { KeyedLock } from "./lock.ts";

export type UploadInfo = Attributes & {
  id: string;
  key: string;
  initiated: number;
  checksum?: { algorithm: Algorithm; type: ChecksumType };
};

/** `checksum` is in the upload's algorithm, base64. */
export type Part = { number: number; size: number; etag: string; modified: number; blob: Blob; checksum?: string };

export type Upload = { info: UploadInfo; parts: Map<number, Part> };

/** Multipart uploads under way: on disk for good, and all in memory, where listing them costs nothing. */
export class Uploads {
  readonly #layout: Layout;
  readonly #blobs: Blobs;
  readonly #journal: Journal;
  readonly #byID: Map<string, Upload>;
  readonly #lock = new KeyedLock();

  constructor(parts: { layout: Layout; blobs: Blobs; journal: Journal }, uploads: Iterable<Upload>) {
    this.#layout = parts.layout;
    this.#blobs = parts.blobs;
    this.#journal = parts.journal;
    this.#byID = new Map([...uploads].map((upload) => [upload.info.id, upload]));
  }

  all(): Upload[] {
    return [...this.#byID.values()];
  }

  find(key: string, id: string): Upload | undefined {
    const upload = this.#byID.get(id);
    return upload?.info.key === key ? upload : undefined;
  }

  async create(input: Omit<UploadInfo, "id" | "initiated">): Promise<UploadInfo> {
    const info: UploadInfo = { id: newID(), initiated: now(), ...input };
    const folder = this.#layout.upload(info.id);
    await mkdir(folder);
    await replaceFile(`${folder}/upload.json`, this.#layout.scratch(), JSON.stringify(info));
    await Promise.all([syncFolder(folder), syncFolder(this.#layout.uploads())]);
    this.#byID.set(info.id, { info, parts: new Map() });
    return info;
  }

  /** Takes over the part's blob; a part of the same number is replaced. Undefined (and no blob) if the upload has ended. */
  putPart(key: string, id: string, part: Omit<Part, "modified">): Promise<Part | undefined> {
    return this.#lock.run(id, async () => {
      const upload = this.find(key, id);
      if (!upload) {
        await this.#blobs.remove([part.blob]);
        return undefined;
      }
      const before = upload.parts.get(part.number);
      const stored: Part = { ...part, modified: now() };
      if (before) this.#journal.blobs([before.blob.id]);
      try {
        await replaceFile(this.#layout.part(id, part.number), this.#layout.scratch(), JSON.stringify(stored));
      } catch (error) {
        await this.#blobs.remove([part.blob]);
        throw error;
      }
      upload.parts.set(part.number, stored);
      await syncFolder(this.#layout.upload(id));
      if (before) await this.#blobs.remove([before.blob]);
      return stored;
    });
  }

  abort(key: string, id: string): Promise<boolean> {
    return this.#lock.run(id, async () => {
      const upload = this.find(key, id);
      if (!upload) return false;
      await this.#forget(upload);
      await this.#blobs.remove([...upload.parts.values()].map(({ blob }) => blob));
      return true;
    });
  }

  /** Runs `commit` while no part can change. The blobs it returns belong to the object from then on; the rest go. */
  complete<T>(
    key: string,
    id: string,
    commit: (upload: Upload | undefined) => Promise<{ kept: readonly Blob[]; result: T }>,
  ): Promise<T> {
    return this.#lock.run(id, async () => {
      const upload = this.find(key, id);
      const { kept, result } = await commit(upload);
      if (!upload) return result;
      await this.#forget(upload);
      const keptIDs = new Set(kept.map((blob) => blob.id));
      const spare = [...upload.parts.values()].map(({ blob }) => blob).filter((blob) => !keptIDs.has(blob.id));
      await this.#blobs.remove(spare);
      return result;
    });
  }

  /**
   * The folder goes in one rename, so that a crash leaves the upload whole or gone. Memory forgets first: should the
   * rename fail, nobody can abort a completed upload and take the object's blobs along.
   */
  async #forget({ info, parts }: Upload): Promise<void> {
    this.#byID.delete(info.id);
    this.#journal.blobs([...parts.values()].map(({ blob }) => blob.id));
    const scratch = this.#layout.scratch();
    await rename(this.#layout.upload(info.id), scratch);
    await syncFolder(this.#layout.uploads());
    await rm(scratch, { recursive: true });
  }
}
