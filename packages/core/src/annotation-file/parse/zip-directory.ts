import { type FileHandle, open } from "node:fs/promises";
import { broken } from "./broken.ts";

/** A file in an archive, as the directory at its end says. */
export type Listed = { name: string; at: number; packed: number; bytes: number; crc: number; method: number };

const MIB = 1024 * 1024;
const GIB = 1024 * MIB;
const MOST_FILES = 2_000_000;
const LARGEST_DIRECTORY = 512 * MIB;
/** Of all files together, without their compression. */
const MOST_BYTES = 16 * GIB;
/** Of one, as an archive of tar holds it. */
const MOST_FILE_BYTES = 8 * GIB;
/** What the method can't do: an archive that says so tells a lie, or uses the same bytes again and again. */
const MOST_TIMES = 1_100;
const ENDING_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const MOST_16 = 0xffff;
const MOST_32 = 0xffffffff;
const OUTSIDE = /^[/\\]|^[A-Za-z]:|(^|[/\\])\.\.([/\\]|$)|\0/;

/** All files, in the order in which they lie. Whatever would be read twice, or is more than it can be, is refused before anything is unpacked. */
export async function directoryOf(path: string): Promise<Listed[]> {
  const file = await open(path);
  try {
    const { size: length } = await file.stat();
    const { count, size, at } = await endingOf(file, length);
    if (count > MOST_FILES || size > LARGEST_DIRECTORY) throw broken(`The archive has more than ${MOST_FILES} files.`);
    const directory = await bytesAt(file, at, size);
    const listed = [...entriesIn(directory, count)].sort((a, b) => a.at - b.at);
    refuseImpossible(listed, at);
    return listed.filter(({ name }) => !name.endsWith("/"));
  } finally {
    await file.close();
  }
}

type Ending = { count: number; size: number; at: number };

async function endingOf(file: FileHandle, length: number): Promise<Ending> {
  const most = Math.min(length, ENDING_BYTES + LONGEST_COMMENT);
  const tail = await bytesAt(file, length - most, most);
  const found = tail.lastIndexOf(Buffer.from("PK\u0005\u0006", "latin1"));
  if (found < 0 || found + ENDING_BYTES > tail.length) throw broken("The zip archive is damaged: it has no end.");
  const end = tail.subarray(found);
  if (end.readUInt16LE(4) !== end.readUInt16LE(6)) throw inParts();
  const short = { count: end.readUInt16LE(10), size: end.readUInt32LE(12), at: end.readUInt32LE(16) };
  const isWhole = short.count < MOST_16 && short.size < MOST_32 && short.at < MOST_32;
  return isWhole ? short : ((await longEndingOf(file, length - most + found)) ?? short);
}

/** Of more than 65,534 files, or of more than 4 GiB. */
async function longEndingOf(file: FileHandle, end: number): Promise<Ending | undefined> {
  if (end < 20) return undefined;
  const locator = await bytesAt(file, end - 20, 20);
  if (locator.readUInt32LE(0) !== 0x07064b50) return undefined;
  if (locator.readUInt32LE(16) > 1) throw inParts();
  const record = await bytesAt(file, numberAt(locator, 8), 56);
  if (record.readUInt32LE(0) !== 0x06064b50) throw broken("The zip archive is damaged: its end is not where it says.");
  return { count: numberAt(record, 32), size: numberAt(record, 40), at: numberAt(record, 48) };
}

function* entriesIn(directory: Buffer, count: number): Generator<Listed> {
  let at = 0;
  for (let number = 0; number < count; number++) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== 0x02014b50)
      throw broken("The zip archive is damaged: its directory does not name all of its files.");
    const entry = directory.subarray(at);
    const [names, extras, comments] = [entry.readUInt16LE(28), entry.readUInt16LE(30), entry.readUInt16LE(32)];
    const flags = entry.readUInt16LE(8);
    const name = nameOf(entry.subarray(46, 46 + names));
    if (OUTSIDE.test(name)) throw broken(`The archive names a place outside of it: ${name.slice(0, 100)}`);
    if (flags & 1) throw broken(`${name} in the archive is encrypted. Pack it without a password.`);
    const method = entry.readUInt16LE(10);
    if (method !== 0 && method !== 8)
      throw broken(`${name} in the archive is packed in a way that is not read (${method}). Pack it with deflate.`);
    const sizes = { bytes: entry.readUInt32LE(24), packed: entry.readUInt32LE(20), at: entry.readUInt32LE(42) };
    yield {
      name,
      method,
      crc: entry.readUInt32LE(16),
      ...longer(sizes, entry.subarray(46 + names, 46 + names + extras)),
    };
    at += 46 + names + extras + comments;
  }
}

type Sizes = Pick<Listed, "bytes" | "packed" | "at">;

/** Numbers of more than 32 bits stand behind the name, those that are needed, in this order. */
function longer(sizes: Sizes, extras: Buffer): Sizes {
  for (let at = 0; at + 4 <= extras.length; at += 4 + extras.readUInt16LE(at + 2)) {
    if (extras.readUInt16LE(at) !== 1) continue;
    let from = at + 4;
    const next = (short: number): number => {
      if (short !== MOST_32) return short;
      if (from + 8 > extras.length) throw broken("The zip archive is damaged: the size of a file is missing.");
      from += 8;
      return numberAt(extras, from - 8);
    };
    return { bytes: next(sizes.bytes), packed: next(sizes.packed), at: next(sizes.at) };
  }
  return sizes;
}

function refuseImpossible(listed: Listed[], end: number): void {
  let total = 0;
  for (const [index, { name, at, packed, bytes, method }] of listed.entries()) {
    total += bytes;
    if (bytes >= MOST_FILE_BYTES) throw broken(`${name} in the archive has ${MOST_FILE_BYTES / GIB} GiB or more.`);
    if (at + packed > (listed[index + 1]?.at ?? end)) throw broken(`${name} in the archive lies over another file.`);
    if (bytes > (packed + 16) * (method === 0 ? 1 : MOST_TIMES))
      throw broken(`${name} in the archive says that it is larger than it can be.`);
  }
  if (total > MOST_BYTES) throw broken(`The archive holds more than ${MOST_BYTES / GIB} GiB.`);
}

function nameOf(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return bytes.toString("latin1"); // as old programs write it
  }
}

function numberAt(buffer: Buffer, at: number): number {
  const value = Number(buffer.readBigUInt64LE(at));
  if (Number.isSafeInteger(value)) return value;
  throw broken("The zip archive is damaged: it says a size that is none.");
}

async function bytesAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at);
  if (bytesRead < length) throw broken("The zip archive is damaged: it ends too early.");
  return buffer;
}

const inParts = () => broken("The archive is in several parts. Pack it as one.");
