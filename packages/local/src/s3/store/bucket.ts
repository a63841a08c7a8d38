import { rm } from "node:fs/promises";
import { dirname } from "node:path";
import type { Range } from "../range.ts";
import type { Blob, Blobs } from "./blob.ts";
import { type Descriptor, type Entry, now, readDescriptor, toEntry } from "./descriptor.ts";
import { isMissing, replaceFile, syncFolder } from "./durable.ts";
import type { Journal } from "./journal.ts";
import { type Layout, newID } from "./layout.ts";
import { type Listed, type ListQuery, listKeys } from "./listing.ts";
import { KeyedLock } from "./lock.ts";
import type { OrderedMap } from "./ordered.ts";
import { Pins } from "./pins.ts";

export type Draft = Omit<Descriptor, "format" | "key" | "version" | "modified">;

/** An object open for reading: what it was at that moment stays readable until `close`. */
export type Reading = { descriptor: Descriptor; bytes(range?: Range): AsyncGenerator<Buffer>; close(): Promise<void> };

/** A write is between its two steps for microseconds only. */
const MAX_ATTEMPTS = 100;

/** Sees the current entry under the key's lock and refuses by throwing. */
export type Check = (current: Entry | undefined) => void;

/** The objects of one bucket. */
export class Bucket {
  readonly name: string;
  readonly created: number;
  readonly #layout: Layout;
  readonly #blobs: Blobs;
  readonly #journal: Journal;
  readonly #index: OrderedMap<Entry>;
  readonly #lock = new KeyedLock();
  readonly #pins = new Pins();

  constructor(
    name: string,
    created: number,
    parts: { layout: Layout; blobs: Blobs; journal: Journal; index: OrderedMap<Entry> },
  ) {
    this.name = name;
    this.created = created;
    this.#layout = parts.layout;
    this.#blobs = parts.blobs;
    this.#journal = parts.journal;
    this.#index = parts.index;
  }

  find(key: string): Entry | undefined {
    return this.#index.get(key);
  }

  list(query: ListQuery): Listed<Entry> {
    return listKeys(this.#index, query);
  }

  async open(key: string): Promise<Reading | undefined> {
    // A write may come between reading the descriptor and pinning it; then the index names another version: look again.
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      const entry = this.#index.get(key);
      const descriptor = entry && (await this.#read(key));
      if (!descriptor) {
        if (this.#index.get(key) === entry) return undefined;
        continue;
      }
      this.#pins.pin(descriptor.version);
      if (this.#index.get(key)?.version === descriptor.version) return this.#reading(descriptor);
      await this.#pins.unpin(descriptor.version);
    }
    throw new Error(`The index and the descriptor of ${key} name different versions`);
  }

  store(chunks: AsyncIterable<Buffer>): Promise<Blob> {
    return this.#blobs.write(chunks);
  }

  /** Takes over another object's bytes without copying them. */
  async clone(source: Bucket, blobs: readonly Blob[]): Promise<Blob[]> {
    const clones: Blob[] = [];
    for (const blob of blobs) clones.push(await this.#blobs.clone(source.#blobs, blob));
    return clones;
  }

  /** Makes blobs just stored the object's bytes; a refusal removes them. */
  put(key: string, draft: Draft, check: Check): Promise<Descriptor> {
    return this.#commit(key, draft, check, () => this.#blobs.remove(draft.blobs));
  }

  /** The same with blobs somebody else keeps (an upload's parts): a refusal leaves them. */
  adopt(key: string, draft: Draft, check: Check): Promise<Descriptor> {
    return this.#commit(key, draft, check, () => Promise.resolve());
  }

  /** Removing what is not there succeeds, as in S3. */
  remove(key: string, check: Check): Promise<void> {
    return this.#lock.run(key, async () => {
      check(this.#index.get(key));
      const before = await this.#read(key);
      if (!before) return;
      const path = this.#layout.object(key);
      this.#journal.key(key, before.blobs);
      await rm(path, { force: true });
      this.#index.delete(key);
      await syncFolder(dirname(path));
      await this.#retire(before);
    });
  }

  /** The one way an object comes to be or is replaced. */
  #commit(key: string, draft: Draft, check: Check, onRefused: () => Promise<void>): Promise<Descriptor> {
    return this.#lock.run(key, async () => {
      const descriptor: Descriptor = { format: 1, key, version: newID(), modified: now(), ...draft };
      const path = this.#layout.object(key);
      let before: Descriptor | undefined;
      try {
        check(this.#index.get(key));
        before = await this.#read(key);
        this.#journal.key(key, before?.blobs ?? []);
        await replaceFile(path, this.#layout.scratch(), JSON.stringify(descriptor));
      } catch (error) {
        await onRefused();
        throw error;
      }
      this.#index.set(toEntry(descriptor));
      await syncFolder(dirname(path));
      if (before) await this.#retire(before);
      return descriptor;
    });
  }

  async #read(key: string): Promise<Descriptor | undefined> {
    if (!this.#index.get(key)) return undefined;
    try {
      return await readDescriptor(this.#layout.object(key));
    } catch (error) {
      if (isMissing(error)) return undefined; // removed between the index and the file
      throw error;
    }
  }

  #retire({ version, blobs }: Descriptor): Promise<void> {
    return this.#pins.retire(version, () => this.#blobs.remove(blobs));
  }

  #reading(descriptor: Descriptor): Reading {
    const { version, blobs, size } = descriptor;
    return {
      descriptor,
      bytes: (range = { start: 0, end: size - 1 }) => this.#blobs.read(blobs, range),
      close: () => this.#pins.unpin(version),
    };
  }
}
