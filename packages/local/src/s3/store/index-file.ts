import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import type { Algorithm, ChecksumType } from "../checksum/algorithm.ts";
import { type Entry, sharedKind } from "./descriptor.ts";
import { isMissing, syncFolderNow } from "./durable.ts";

const BATCH = 1000;

type Line = [
  key: string,
  version: string,
  size: number,
  etag: string,
  modified: number,
  algorithm?: Algorithm,
  type?: ChecksumType,
];

/** Writes the whole index aside, then in place. Only ever a shortcut: the descriptors are what counts. */
export function writeIndex(path: string, scratch: string, entries: Iterable<Entry>): void {
  const file = openSync(scratch, "wx");
  let batch: string[] = [];
  let count = 0;
  const flush = () => {
    writeSync(file, batch.map((line) => `${line}\n`).join(""));
    batch = [];
  };
  for (const { key, version, size, etag, modified, kind } of entries) {
    const line: Line = [key, version, size, etag, modified, kind?.algorithm, kind?.type];
    batch.push(JSON.stringify(kind ? line : line.slice(0, 5)));
    count += 1;
    if (batch.length === BATCH) flush();
  }
  batch.push(JSON.stringify({ entries: count }));
  flush();
  fsyncSync(file);
  closeSync(file);
  renameSync(scratch, path);
  syncFolderNow(dirname(path));
}

/** Undefined where there is none, or none that is whole. */
export function readIndex(path: string): Entry[] | undefined {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
  const end = text.lastIndexOf("\n", text.length - 2) + 1;
  try {
    const { entries: count } = JSON.parse(text.slice(end)) as { entries: number };
    const entries = readLines(text, end);
    return entries.length === count ? entries : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function readLines(text: string, end: number): Entry[] {
  const entries: Entry[] = [];
  for (let at = 0; at < end; ) {
    const next = text.indexOf("\n", at);
    const [key, version, size, etag, modified, algorithm, type] = JSON.parse(text.slice(at, next)) as Line;
    const kind = algorithm && type && sharedKind({ algorithm, type });
    entries.push({ key, version, size, etag, modified, ...(kind ? { kind } : {}) });
    at = next + 1;
  }
  return entries;
}
