import { createHash } from "node:crypto";
import * as Config from "../config/index.ts";
import { must } from "../util/index.ts";
import { bareETag, sdk } from "./client.ts";
import { abort, complete, createMultipart, type Part } from "./multipart.ts";

const MIB = 1024 * 1024;
const PART_BYTES = 16 * MIB;

type Options = { contentType: string; signal: AbortSignal; onBytes: (bytes: number) => void };

/** Stores what comes, of a length that nobody knows before its end; one part is held in memory. Fails as a whole. */
export async function putStream(
  chunks: AsyncIterable<Buffer>,
  key: string,
  { contentType, signal, onBytes }: Options,
): Promise<{ bytes: number; etag: string; sha256: string }> {
  const target = { key, multipartID: await createMultipart(key, contentType) };
  const hash = createHash("sha256");
  const parts: Pick<Part, "number" | "etag">[] = [];
  let bytes = 0;
  const store = async (body: Buffer) => {
    const { client, UploadPartCommand } = await sdk();
    const number = parts.length + 1;
    const input = { Bucket: Config.objectsBucket(), Key: key, UploadId: target.multipartID, PartNumber: number };
    const answer = await client.send(new UploadPartCommand({ ...input, Body: body }), { abortSignal: signal });
    parts.push({ number, etag: bareETag(must(answer.ETag, "part etag")) });
  };
  try {
    let waiting: Buffer[] = [];
    let held = 0;
    for await (const chunk of chunks) {
      signal.throwIfAborted();
      hash.update(chunk);
      waiting.push(chunk);
      bytes += chunk.length;
      held += chunk.length;
      onBytes(bytes);
      if (held < PART_BYTES) continue;
      await store(Buffer.concat(waiting));
      waiting = [];
      held = 0;
    }
    if (held > 0 || parts.length === 0) await store(Buffer.concat(waiting));
    const etag = must(await complete(target, parts, { signal }), `multipart upload of ${key}`);
    return { bytes, etag, sha256: hash.digest("hex") };
  } catch (error) {
    await abort(target);
    throw error;
  }
}
