import { declaredChecksums } from "../checksum/declared.ts";
import { checkWrite, unquote } from "../conditions.ts";
import type { BucketContext, ObjectContext } from "../context.ts";
import { S3Error } from "../errors.ts";
import { readAll } from "../payload.ts";
import { sendEmpty, sendXml } from "../respond.ts";
import type { Check } from "../store/bucket.ts";
import { childText, parse, type XmlElement, type XmlTree } from "../xml.ts";
import { mapLimited } from "./concurrency.ts";

const MAX_KEYS = 1000;
const MAX_BODY_BYTES = 2 * 1024 * 1024;
const PARALLEL = 16;

export async function deleteObject(context: ObjectContext): Promise<void> {
  const { call, key } = context;
  await remove(context, key, (current) => checkWrite(call.headers, current));
  sendEmpty(call, 204);
}

export async function deleteObjects(context: BucketContext): Promise<void> {
  const { call, identity } = context;
  const { contentMD5, checksum } = declaredChecksums(call.headers);
  if (contentMD5 === undefined && !checksum)
    throw new S3Error("InvalidRequest", "Missing required header for this request: Content-MD5 OR x-amz-checksum-*");
  const root = parse((await readAll(call, identity, MAX_BODY_BYTES)).toString("utf8"));
  const objects = root.children.filter((child) => child.name === "Object");
  if (root.name !== "Delete" || objects.length === 0 || objects.length > MAX_KEYS) throw new S3Error("MalformedXML");
  const quiet = childText(root, "Quiet") === "true";
  const results = await mapLimited(objects, PARALLEL, (object) => removeOne(context, object));
  sendXml(call, "DeleteResult", {
    Deleted: quiet ? [] : results.flatMap(({ deleted }) => (deleted ? [deleted] : [])),
    Error: results.flatMap(({ error }) => (error ? [error] : [])),
  });
}

async function remove({ call, bucket, outbox }: BucketContext, key: string, check: Check): Promise<void> {
  const known = bucket.find(key) !== undefined;
  await bucket.remove(key, check);
  if (known) await outbox.record(call, { name: "ObjectRemoved:Delete", key });
}

async function removeOne(context: BucketContext, object: XmlElement): Promise<{ deleted?: XmlTree; error?: XmlTree }> {
  const key = childText(object, "Key");
  if (!key) throw new S3Error("MalformedXML");
  const etag = childText(object, "ETag");
  try {
    await remove(context, key, (current) => {
      if (etag !== undefined && current && etag !== "*" && unquote(etag) !== current.etag)
        throw new S3Error("PreconditionFailed");
    });
    return { deleted: { Key: key } };
  } catch (error) {
    if (!(error instanceof S3Error)) throw error;
    return { error: { Key: key, Code: error.code, Message: error.message } };
  }
}
