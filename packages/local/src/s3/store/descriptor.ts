import { readFile } from "node:fs/promises";
import type { Checksum } from "../checksum/algorithm.ts";
import type { Blob } from "./blob.ts";

/** Headers kept with an object and given back on reading, by lower-case name. */
export type ContentHeaders = Record<string, string>;

export type Attributes = { headers: ContentHeaders; metadata: Record<string, string> };

/** One part of a completed multipart upload, in order. */
export type ObjectPart = { number: number; size: number; checksum?: string };

/** Everything about one object: what its file in `objects/` holds. */
export type Descriptor = Attributes & {
  format: 1;
  key: string;
  /** Differs with every write; readers pin it. */
  version: string;
  size: number;
  etag: string;
  /** Milliseconds, whole seconds: HTTP dates have no finer grain. */
  modified: number;
  blobs: Blob[];
  checksum?: Checksum;
  parts?: ObjectPart[];
  /** The multipart upload it came from, so that a repeated completion is answered with the same success. */
  uploadID?: string;
};

/** What listings and conditions need, held in memory for every object. */
export type Entry = { key: string; version: string; size: number; etag: string; modified: number; kind?: ChecksumKind };

export type ChecksumKind = Pick<Checksum, "algorithm" | "type">;

export const toEntry = ({ key, version, size, etag, modified, checksum }: Descriptor): Entry => ({
  key,
  version,
  size,
  etag,
  modified,
  ...(checksum ? { kind: sharedKind(checksum) } : {}),
});

const kinds = new Map<string, ChecksumKind>();

/** There are eight kinds at most: a hundred thousand entries need not hold one each. */
export function sharedKind({ algorithm, type }: ChecksumKind): ChecksumKind {
  const name = `${algorithm} ${type}`;
  const kind = kinds.get(name) ?? { algorithm, type };
  kinds.set(name, kind);
  return kind;
}

export const now = (): number => Math.floor(Date.now() / 1000) * 1000;

export const readDescriptor = async (path: string): Promise<Descriptor> =>
  JSON.parse(await readFile(path, "utf8")) as Descriptor;
