import * as Config from "../config/index.ts";
import { must } from "../util/index.ts";
import { bareETag, isMissing, limit, sdk } from "./client.ts";
import { disposition } from "./disposition.ts";

/** The bucket that holds every file and table. The only place that speaks S3. */
export * as Objects from "./index.ts";
export { list } from "./list.ts";
export { abort, complete, createMultipart, listParts, presignPart } from "./multipart.ts";
export { copy, presignPut } from "./put.ts";
export { putStream } from "./put-stream.ts";
export { range } from "./range.ts";
export { downloadRanges } from "./sparse.ts";
export { download, upload } from "./transfer.ts";

const READ_URL_SECONDS = 300;

export type Head = { bytes: number; etag: string; contentType: string };

/** What is stored under the key, or undefined. */
export async function head(key: string): Promise<Head | undefined> {
  const { client, HeadObjectCommand } = await sdk();
  try {
    const answer = await client.send(new HeadObjectCommand({ Bucket: Config.objectsBucket(), Key: key }), limit());
    return {
      bytes: must(answer.ContentLength, "content length"),
      etag: bareETag(must(answer.ETag, "etag")),
      contentType: answer.ContentType ?? "application/octet-stream",
    };
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** A URL to read the object with, for five minutes unless said otherwise, under the given file name. `inline` is for what the program made itself. */
export async function presignGet(
  key: string,
  options: { name: string; contentType: string; inline?: boolean; seconds?: number },
): Promise<{ url: string; expiresAt: Date }> {
  const { client, getSignedUrl, GetObjectCommand } = await sdk();
  const command = new GetObjectCommand({
    Bucket: Config.objectsBucket(),
    Key: key,
    ResponseContentType: options.contentType,
    ResponseContentDisposition: options.inline ? "inline" : disposition(options.name),
  });
  const expiresIn = options.seconds ?? READ_URL_SECONDS;
  const expiresAt = new Date(Date.now() + expiresIn * 1_000);
  return { url: await getSignedUrl(client, command, { expiresIn }), expiresAt };
}

/** A small object whole, or undefined. */
export async function find(key: string): Promise<Uint8Array | undefined> {
  const { client, GetObjectCommand } = await sdk();
  try {
    const answer = await client.send(new GetObjectCommand({ Bucket: Config.objectsBucket(), Key: key }), limit());
    return await must(answer.Body, "object body").transformToByteArray();
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

export async function getJSON(key: string): Promise<unknown> {
  const { client, GetObjectCommand } = await sdk();
  const answer = await client.send(new GetObjectCommand({ Bucket: Config.objectsBucket(), Key: key }), limit());
  return JSON.parse(await must(answer.Body, "object body").transformToString());
}

export async function putJSON(key: string, value: unknown): Promise<void> {
  await put(key, JSON.stringify(value), "application/json");
}

/** Stores a small object at once. */
export async function put(key: string, body: string | Uint8Array, contentType: string): Promise<{ etag: string }> {
  const { client, PutObjectCommand } = await sdk();
  const answer = await client.send(
    new PutObjectCommand({
      Bucket: Config.objectsBucket(),
      Key: key,
      Body: body,
      ContentLength: Buffer.byteLength(body),
      ContentType: contentType,
    }),
    limit(),
  );
  return { etag: bareETag(must(answer.ETag, "etag")) };
}

export async function remove(key: string): Promise<void> {
  const { client, DeleteObjectCommand } = await sdk();
  await client.send(new DeleteObjectCommand({ Bucket: Config.objectsBucket(), Key: key }), limit());
}
