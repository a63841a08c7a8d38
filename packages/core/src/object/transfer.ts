import { createWriteStream } from "node:fs";
import { type FileHandle, open, readFile, stat } from "node:fs/promises";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as sleep } from "node:timers/promises";
import * as Config from "../config/index.ts";
import { must } from "../util/index.ts";
import { bareETag, sdk } from "./client.ts";
import { abort, complete, createMultipart, type Multipart, type Part } from "./multipart.ts";

const MIB = 1024 * 1024;
const SINGLE_PUT_BYTES = 64 * MIB;
const MIN_PART_BYTES = 32 * MIB;
const MAX_PARTS = 10_000;
const PARALLEL_PARTS = 4;
const DOWNLOAD_ATTEMPTS = 4;

type Options = { signal?: AbortSignal };

/** Writes the object to a file. A broken connection goes on where it stopped, as long as the object is the same one. */
export async function download(
  key: string,
  path: string,
  { signal }: Options = {},
): Promise<{ bytes: number; etag: string }> {
  const { client, GetObjectCommand } = await sdk();
  let known: { etag: string; bytes: number } | undefined;
  let done = 0;
  for (let attempt = 1; ; attempt++) {
    try {
      const rest = known ? { IfMatch: known.etag, Range: `bytes=${done}-` } : {};
      const answer = await client.send(new GetObjectCommand({ Bucket: Config.objectsBucket(), Key: key, ...rest }), {
        abortSignal: signal,
      });
      known ??= { etag: must(answer.ETag, "etag"), bytes: must(answer.ContentLength, "content length") };
      const file = createWriteStream(path, done === 0 ? { flags: "w" } : { flags: "r+", start: done });
      await pipeline(must(answer.Body, "object body") as Readable, file, { signal });
      done = (await stat(path)).size;
      if (done !== known.bytes) throw new Error(`${key} ended after ${done} of ${known.bytes} bytes`);
      return { bytes: known.bytes, etag: bareETag(known.etag) };
    } catch (error) {
      // Nothing was answered at all: the client has retried by itself.
      if (signal?.aborted || !known || attempt === DOWNLOAD_ATTEMPTS) throw error;
      done = (await stat(path)).size;
      await sleep(200 * 2 ** attempt * Math.random(), undefined, { signal });
    }
  }
}

/** Stores a file under the key, in parallel parts where it is large. Parts are held in memory so that each can be retried. */
export async function upload(
  path: string,
  key: string,
  { signal, contentType = "application/octet-stream" }: Options & { contentType?: string } = {},
): Promise<{ bytes: number; etag: string }> {
  const { client, PutObjectCommand } = await sdk();
  const bytes = (await stat(path)).size;
  if (bytes > SINGLE_PUT_BYTES) return { bytes, etag: await uploadParts(path, key, bytes, { signal, contentType }) };
  const answer = await client.send(
    new PutObjectCommand({
      Bucket: Config.objectsBucket(),
      Key: key,
      Body: await readFile(path),
      ContentType: contentType,
    }),
    { abortSignal: signal },
  );
  return { bytes, etag: bareETag(must(answer.ETag, "etag")) };
}

async function uploadParts(
  path: string,
  key: string,
  bytes: number,
  options: Options & { contentType: string },
): Promise<string> {
  const target = { key, multipartID: await createMultipart(key, options.contentType) };
  const partBytes = Math.max(MIN_PART_BYTES, Math.ceil(bytes / MAX_PARTS));
  const waiting = Array.from({ length: Math.ceil(bytes / partBytes) }, (_, index) => index + 1);
  const parts: Pick<Part, "number" | "etag">[] = [];
  const file = await open(path);
  try {
    const worker = async () => {
      for (let number = waiting.shift(); number !== undefined; number = waiting.shift()) {
        const start = (number - 1) * partBytes;
        const body = await readPart(file, start, Math.min(partBytes, bytes - start));
        parts.push({ number, etag: await uploadPart(target, number, body, options.signal) });
      }
    };
    await Promise.all(Array.from({ length: PARALLEL_PARTS }, worker));
    parts.sort((a, b) => a.number - b.number);
    const etag = await complete(target, parts, options);
    return must(etag, `multipart upload of ${key}`);
  } catch (error) {
    waiting.length = 0;
    await abort(target);
    throw error;
  } finally {
    await file.close();
  }
}

async function readPart(file: FileHandle, start: number, length: number): Promise<Buffer> {
  const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(length), 0, length, start);
  if (bytesRead !== length)
    throw new Error(`The file shrank while it was read (${bytesRead} of ${length} bytes at ${start})`);
  return buffer;
}

async function uploadPart(
  { key, multipartID }: Multipart,
  number: number,
  body: Buffer,
  signal?: AbortSignal,
): Promise<string> {
  const { client, UploadPartCommand } = await sdk();
  const answer = await client.send(
    new UploadPartCommand({
      Bucket: Config.objectsBucket(),
      Key: key,
      UploadId: multipartID,
      PartNumber: number,
      Body: body,
    }),
    { abortSignal: signal },
  );
  return bareETag(must(answer.ETag, "part etag"));
}
