import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { log } from "../log.ts";
import { type Blob, Blobs } from "./blob.ts";
import { Bucket } from "./bucket.ts";
import { type Descriptor, type Entry, toEntry } from "./descriptor.ts";
import { isMissing, syncFolderNow } from "./durable.ts";
import { readIndex, writeIndex } from "./index-file.ts";
import { type Changes, Journal, readJournal } from "./journal.ts";
import { Layout, shards } from "./layout.ts";
import { OrderedMap } from "./ordered.ts";
import { type Part, type Upload, type UploadInfo, Uploads } from "./uploads.ts";

/** After this many changes the index file is written anew at the next start. */
const MANY_CHANGES = 2_000;

export type OpenBucket = { bucket: Bucket; uploads: Uploads; close(): void };

/**
 * Opens a bucket's folder after whatever ended its last process: brings the index up to date, drops what was being
 * written, and removes blobs nobody refers to. Reads synchronously: nothing is served yet, and it is several times faster
 * for many small files.
 */
export function openBucket(root: string, name: string): OpenBucket {
  const layout = new Layout(join(root, name));
  rmSync(layout.tmp(), { recursive: true, force: true });
  makeFolders(layout);
  const known = readIndex(layout.index());
  const journaled = known && readJournal(layout.journal());
  const changes = journaled === "clean" ? { keys: new Set<string>(), blobs: new Set<string>() } : journaled;
  const recovered = new Recovery(layout);
  const index = new OrderedMap(known && changes ? recovered.update(known, changes) : recovered.rebuild());
  const uploads = recovered.uploads();
  const orphans = recovered.removeOrphans(changes ? [...changes.blobs] : undefined);
  if (orphans > 0) log.info("s3: removed unfinished writes", { bucket: name, blobs: orphans });

  const save = () =>
    writeIndex(
      layout.index(),
      layout.scratch(),
      index.from(() => true),
    );
  const kept = journaled !== "clean" && changes && changes.keys.size < MANY_CHANGES;
  if (!changes || changes.keys.size >= MANY_CHANGES) save();
  const journal = kept ? Journal.reopen(layout.journal()) : Journal.create(layout.journal());
  const parts = { layout, journal, blobs: new Blobs(layout, journal) };
  return {
    bucket: new Bucket(name, statSync(layout.objects()).birthtimeMs, { ...parts, index }),
    uploads: new Uploads(parts, uploads),
    close: () => {
      if (kept || !journal.isEmpty) save();
      journal.finish();
    },
  };
}

/** Reads what the folders hold and remembers which blobs it met. */
class Recovery {
  readonly #layout: Layout;
  readonly #referred = new Set<string>();
  readonly #completed = new Set<string>();
  /** A file that cannot be read may refer to any blob, so then none is removed. */
  #damaged = false;

  constructor(layout: Layout) {
    this.#layout = layout;
  }

  /** Every descriptor there is: at the first start, and where the journal cannot be believed. */
  rebuild(): Entry[] {
    return files(this.#layout.objects()).flatMap((path) => this.#object(path) ?? []);
  }

  /** Only the descriptors that may have changed. */
  update(known: readonly Entry[], { keys }: Changes): Entry[] {
    const fresh = [...keys].flatMap((key) => this.#object(this.#layout.object(key)) ?? []);
    return [...(keys.size === 0 ? known : known.filter((entry) => !keys.has(entry.key))), ...fresh];
  }

  uploads(): Upload[] {
    return readdirSync(this.#layout.uploads()).flatMap((id) => this.#upload(id) ?? []);
  }

  /** `candidates`: the blobs that came or went since the index was written; all there are where that is not known. */
  removeOrphans(candidates: readonly string[] | undefined): number {
    if (this.#damaged) return 0;
    const all = candidates?.map((id) => this.#layout.blob(id)) ?? files(this.#layout.blobs());
    const orphans = all.filter((path) => !this.#referred.has(basename(path)) && existsSync(path));
    for (const path of orphans) rmSync(path, { force: true });
    return orphans.length;
  }

  #object(path: string): Entry | undefined {
    const descriptor = this.#read<Descriptor>(path);
    if (!descriptor) return undefined;
    if (descriptor.uploadID) this.#completed.add(descriptor.uploadID);
    this.#refer(descriptor.blobs);
    return toEntry(descriptor);
  }

  /** An upload without its descriptor was never answered; one its object names was cut off while being cleared away. */
  #upload(id: string): Upload | undefined {
    const folder = this.#layout.upload(id);
    const names = readdirSync(folder);
    if (!names.includes("upload.json") || this.#completed.has(id)) {
      rmSync(folder, { recursive: true });
      return undefined;
    }
    const info = this.#read<UploadInfo>(join(folder, "upload.json"));
    const parts = names
      .filter((name) => name !== "upload.json")
      .flatMap((name) => this.#read<Part>(join(folder, name)) ?? []);
    this.#refer(parts.map(({ blob }) => blob));
    return info && { info, parts: new Map(parts.map((part) => [part.number, part])) };
  }

  #refer(blobs: readonly Blob[]): void {
    for (const { id } of blobs) this.#referred.add(id);
  }

  #read<T>(path: string): T | undefined {
    try {
      return JSON.parse(readFileSync(path, "utf8")) as T;
    } catch (error) {
      if (isMissing(error)) return undefined;
      this.#damaged = true;
      log.error("s3: unreadable descriptor, left as it is", { path, error });
      return undefined;
    }
  }
}

/** New folders are made to last before anything is put into them. */
function makeFolders(layout: Layout): void {
  const parents = [layout.objects(), layout.blobs()];
  const inner = parents.flatMap((parent) => shards().map((shard) => join(parent, shard)));
  const made = [layout.tmp(), layout.uploads(), ...inner]
    .map((folder) => mkdirSync(folder, { recursive: true }))
    .filter((path) => path !== undefined && path !== layout.tmp());
  if (made.length === 0) return;
  for (const folder of new Set([...made.map((path) => dirname(path ?? "")), layout.root, ...parents]))
    syncFolderNow(folder);
}

const files = (parent: string): string[] =>
  shards().flatMap((shard) => readdirSync(join(parent, shard)).map((name) => join(parent, shard, name)));
