import * as Config from "../config/index.ts";
import { must } from "../util/index.ts";
import { bareETag, limit, sdk } from "./client.ts";

const WRITE_URL_SECONDS = 3_600;
// S3 copies at some hundred megabytes a second.
const COPY_TIMEOUT_MS = 60_000;

/** A URL that takes exactly these bytes as the object, for an hour: length, kind and SHA-256 are signed, and S3 checks them. */
export async function presignPut(
  key: string,
  { bytes, contentType, sha256 }: { bytes: number; contentType: string; sha256: string },
): Promise<{ url: string; headers: Record<string, string> }> {
  const { client, getSignedUrl, PutObjectCommand } = await sdk();
  const checksum = Buffer.from(sha256, "hex").toString("base64");
  const command = new PutObjectCommand({
    ...{ Bucket: Config.objectsBucket(), Key: key, ContentLength: bytes, ContentType: contentType },
    ChecksumSHA256: checksum,
  });
  const headers = { "content-type": contentType, "x-amz-checksum-sha256": checksum };
  const unhoistableHeaders = new Set(["x-amz-checksum-sha256"]);
  const signableHeaders = new Set(["content-type", "content-length", "host"]);
  const url = await getSignedUrl(client, command, {
    expiresIn: WRITE_URL_SECONDS,
    unhoistableHeaders,
    signableHeaders,
  });
  return { url, headers };
}

/** Up to 5 GB, within the bucket; the bytes do not come here. */
export async function copy(from: string, to: string): Promise<{ etag: string }> {
  const { client, CopyObjectCommand } = await sdk();
  const bucket = Config.objectsBucket();
  const source = [bucket, ...from.split("/")].map(encodeURIComponent).join("/");
  const answer = await client.send(
    new CopyObjectCommand({ Bucket: bucket, Key: to, CopySource: source }),
    limit(undefined, COPY_TIMEOUT_MS),
  );
  return { etag: bareETag(must(answer.CopyObjectResult?.ETag, "etag")) };
}
