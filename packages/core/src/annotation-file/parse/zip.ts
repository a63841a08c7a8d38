import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { crc32, createInflateRaw, inflateRawSync } from "node:zlib";
import { type Entry, tar } from "../write/tar.ts";
import { broken } from "./broken.ts";
import { directoryOf, type Listed } from "./zip-directory.ts";

const STORED = 0;
const LOCAL_BYTES = 30;
/** Most files are a few lines: these are unpacked at once. */
const AT_ONCE = 1024 * 1024;

/** What macOS puts beside files, and whoever made the archive did not mean. */
const isMeant = ({ name }: Listed): boolean => !/(^|\/)(__MACOSX\/|\._|\.DS_Store$)/.test(name);

/** The files of a zip archive as one of tar, which is what everything else here reads. */
export async function* unzipped(path: string): AsyncGenerator<Buffer> {
  const listed = (await directoryOf(path)).filter(isMeant);
  const file = await open(path);
  try {
    yield* tar(entriesOf({ path, file }, listed));
  } finally {
    await file.close();
  }
}

/** The only file of a zip archive, where a text was packed. */
export async function* unzippedText(path: string): AsyncGenerator<Buffer> {
  const [only, ...others] = (await directoryOf(path)).filter(isMeant);
  if (!only || others.length > 0)
    throw broken(`The archive holds ${others.length + (only ? 1 : 0)} files, and this format is one file.`);
  const file = await open(path);
  try {
    yield* contentOf({ path, file }, only);
  } finally {
    await file.close();
  }
}

type Archive = { path: string; file: FileHandle };

async function* entriesOf(archive: Archive, listed: Listed[]): AsyncGenerator<Entry> {
  for (const one of listed) yield { name: one.name, bytes: one.bytes, content: contentOf(archive, one) };
}

/** Its bytes, which are as many as it said and those that it was made of, or it is damaged. */
async function* contentOf(
  { path, file }: Archive,
  { name, at, packed, bytes, crc, method }: Listed,
): AsyncGenerator<Buffer> {
  const from = await contentAt(file, at, name);
  if (bytes === 0) return;
  let [left, sum] = [bytes, 0];
  const isSmall = packed <= AT_ONCE && bytes <= AT_ONCE;
  const source = isSmall
    ? [await bytesAt(file, from, packed)]
    : createReadStream(path, { start: from, end: from + Math.max(packed, 1) - 1 });
  try {
    for await (const chunk of method === STORED ? source : inflated(source, bytes)) {
      left -= chunk.length;
      // No more is unpacked than it said that there is.
      if (left < 0) break;
      sum = crc32(chunk, sum);
      yield chunk;
    }
  } catch (error) {
    throw broken(`${name} in the archive is damaged: what is compressed in it can't be read to its end.`, error);
  } finally {
    if (!Array.isArray(source)) source.destroy();
  }
  if (left !== 0 || sum !== crc) throw broken(`${name} in the archive is damaged: it is not what it says that it is.`);
}

async function* inflated(source: Buffer[] | Readable, bytes: number): AsyncGenerator<Buffer> {
  if (Array.isArray(source)) {
    yield inflateRawSync(Buffer.concat(source), { maxOutputLength: bytes });
    return;
  }
  const inflate = createInflateRaw();
  const pumping = pipeline(source, inflate);
  pumping.catch(() => undefined); // Whoever reads hears of it.
  yield* inflate as AsyncIterable<Buffer>;
  await pumping;
}

/** Behind the header that stands before it, which has a length of its own. */
async function contentAt(file: FileHandle, at: number, name: string): Promise<number> {
  const head = await bytesAt(file, at, LOCAL_BYTES);
  if (head.readUInt32LE(0) !== 0x04034b50) throw broken(`${name} is not where the archive says.`);
  return at + LOCAL_BYTES + head.readUInt16LE(26) + head.readUInt16LE(28);
}

async function bytesAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at);
  if (bytesRead < length) throw broken("The archive ends in the middle of a file.");
  return buffer;
}
