import { createHash, randomBytes } from "node:crypto";
import { join } from "node:path";

/**
 * A bucket on disk. Names come from digests and random ids only: a key never becomes a path, so it may hold `..`, any
 * letter case and 1,024 bytes.
 *
 *   objects/<2>/<sha256 of key>.json   descriptor of one object; its rename is the commit of a write
 *   blobs/<2>/<id>                     bytes; written once, then immutable; many of them make a multipart object
 *   uploads/<id>/upload.json, <n>.json multipart uploads under way and their parts
 *   notices/<sequence>.json            what is still to be told of writes
 *   tmp/                               files being written; emptied at start
 *   index, journal                     what spares a start reading every descriptor
 */
export class Layout {
  readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  readonly objects = (): string => join(this.root, "objects");
  readonly blobs = (): string => join(this.root, "blobs");
  readonly uploads = (): string => join(this.root, "uploads");
  readonly tmp = (): string => join(this.root, "tmp");
  readonly index = (): string => join(this.root, "index");
  readonly journal = (): string => join(this.root, "journal");

  object(key: string): string {
    const digest = createHash("sha256").update(key).digest("hex");
    return join(this.objects(), digest.slice(0, 2), `${digest}.json`);
  }

  blob(id: string): string {
    return join(this.blobs(), id.slice(0, 2), id);
  }

  upload(id: string): string {
    return join(this.uploads(), id);
  }

  part(uploadID: string, number: number): string {
    return join(this.upload(uploadID), `${number}.json`);
  }

  scratch(): string {
    return join(this.tmp(), newID());
  }
}

export const newID = (): string => randomBytes(16).toString("hex");

/** The two-digit folders under `objects` and `blobs`. */
export const shards = (): string[] => Array.from({ length: 256 }, (_, at) => at.toString(16).padStart(2, "0"));
