import { randomUUID } from "node:crypto";
import { mkdir, readdir, rename, rm, stat, utimes } from "node:fs/promises";
import { join } from "node:path";

type Fetch = (path: string) => Promise<unknown>;
type Entry = { name: string; bytes: number; usedAt: number };

const PARTIAL = ".partial";
/** A download that died with its process is older than any that still runs. */
const ABANDONED_MS = 60 * 60 * 1_000;

/**
 * Objects on scratch storage by their etag: fetched once however many ask at once, visible only when whole, the longest
 * unused removed first once they are more than `maxBytes` together.
 */
export class ObjectCache {
  readonly #folder: string;
  readonly #maxBytes: number;
  readonly #fetching = new Map<string, Promise<string>>();

  constructor(folder: string, maxBytes: number) {
    this.#folder = folder;
    this.#maxBytes = maxBytes;
  }

  /** The path of the object; `fetch` writes it to the path it is given where it is not there yet. */
  async path(etag: string, fetch: Fetch): Promise<string> {
    const path = join(this.#folder, fileName(etag));
    const now = new Date();
    try {
      await utimes(path, now, now);
      return path;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    }
    const running = this.#fetching.get(path);
    if (running) return running;
    const started = this.#fetch(path, fetch).finally(() => this.#fetching.delete(path));
    this.#fetching.set(path, started);
    return started;
  }

  async #fetch(path: string, fetch: Fetch): Promise<string> {
    await mkdir(this.#folder, { recursive: true });
    const partial = `${path}.${randomUUID()}${PARTIAL}`;
    try {
      await fetch(partial);
      await rename(partial, path);
    } finally {
      await rm(partial, { force: true });
    }
    await this.#evict(path);
    return path;
  }

  /** A file that is open stays readable after its name is gone, so no reader is harmed. */
  async #evict(keep: string): Promise<void> {
    const entries = (await this.#entries()).sort((a, b) => b.usedAt - a.usedAt);
    let total = 0;
    for (const { name, bytes, usedAt } of entries) {
      const path = join(this.#folder, name);
      if (name.endsWith(PARTIAL)) {
        if (usedAt < Date.now() - ABANDONED_MS) await rm(path, { force: true });
        continue;
      }
      total += bytes;
      if (total > this.#maxBytes && path !== keep) await rm(path, { force: true });
    }
  }

  async #entries(): Promise<Entry[]> {
    const entries: Entry[] = [];
    for (const name of await readdir(this.#folder)) {
      const found = await stat(join(this.#folder, name)).catch(() => undefined); // Another process may just have removed it.
      if (found) entries.push({ name, bytes: found.size, usedAt: found.mtimeMs });
    }
    return entries;
  }
}

/** Etags are hex and dashes; anything else cannot become a path. */
const fileName = (etag: string) => `${etag.replace(/[^A-Za-z0-9-]/g, "_")}.parquet`;
