import { checkCopySource } from "../conditions.ts";
import type { ObjectContext } from "../context.ts";
import { S3Error } from "../errors.ts";
import { decodePercent } from "../query.ts";
import type { Bucket, Reading } from "../store/bucket.ts";

export type Source = { bucket: Bucket; key: string; reading: Reading };

/** Runs with the object that x-amz-copy-source names open for reading. */
export async function withSource<T>({ call, stores }: ObjectContext, work: (source: Source) => Promise<T>): Promise<T> {
  const { bucket: name, key } = parseSource(call.headers.get("x-amz-copy-source") ?? "");
  const store = stores.get(name);
  if (!store) throw new S3Error("NoSuchBucket", undefined, { details: { BucketName: name } });
  const reading = await store.bucket.open(key);
  if (!reading) throw new S3Error("NoSuchKey", undefined, { details: { Key: key } });
  try {
    checkCopySource(call.headers, reading.descriptor);
    return await work({ bucket: store.bucket, key, reading });
  } finally {
    await reading.close();
  }
}

/** `/bucket/key`, percent-encoded, perhaps with `?versionId=`. */
function parseSource(header: string): { bucket: string; key: string } {
  const [path = "", version] = header.split("?versionId=");
  if (version !== undefined && version !== "null") throw new S3Error("NoSuchVersion");
  const match = /^\/?([^/]+)\/(.+)$/s.exec(decodePercent(path));
  if (!match)
    throw new S3Error("InvalidArgument", "Copy Source must mention the source bucket and key: sourcebucket/sourcekey");
  return { bucket: match[1] ?? "", key: match[2] ?? "" };
}
