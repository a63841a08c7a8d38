import { type Algorithm, type Checksum, checksumElement, createDigest, parseAlgorithm } from "../checksum/algorithm.ts";
import { checkWrite } from "../conditions.ts";
import type { ObjectContext } from "../context.ts";
import { S3Error } from "../errors.ts";
import { MAX_PART_BYTES } from "../payload.ts";
import { isoDate, quote, sendXml } from "../respond.ts";
import type { Reading } from "../store/bucket.ts";
import { readAttributes } from "./attributes.ts";
import { type Source, withSource } from "./copy-source.ts";

/** Links the source's blobs instead of copying their bytes, and so keeps its entity tag even where AWS makes a new one. */
export const copyObject = (context: ObjectContext): Promise<void> =>
  withSource(context, (source) => copy(context, source));

async function copy({ call, bucket, outbox, key }: ObjectContext, source: Source): Promise<void> {
  const { descriptor } = source.reading;
  const replace = directive(call.headers.get("x-amz-metadata-directive")) === "REPLACE";
  if (source.bucket === bucket && source.key === key && !replace)
    throw new S3Error(
      "InvalidRequest",
      "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.",
    );
  if (descriptor.size > MAX_PART_BYTES)
    throw new S3Error(
      "InvalidRequest",
      "The specified copy source is larger than the maximum allowable size for a copy source: 5368709120",
    );
  const { headers, metadata, size, etag } = descriptor;
  const attributes = replace ? readAttributes(call) : { headers, metadata };
  const checksum = await copiedChecksum(source.reading, call.headers.get("x-amz-checksum-algorithm"));
  const blobs = await bucket.clone(source.bucket, descriptor.blobs);
  const draft = { ...attributes, size, etag, blobs, checksum };
  const stored = await bucket.put(key, draft, (current) => checkWrite(call.headers, current));
  await outbox.record(call, { name: "ObjectCreated:Copy", key, size, etag });
  sendXml(call, "CopyObjectResult", {
    LastModified: isoDate(stored.modified),
    ETag: quote(etag),
    ...(checksum ? { [checksumElement(checksum.algorithm)]: checksum.value, ChecksumType: checksum.type } : {}),
  });
}

function directive(text: string | undefined): string {
  if (text === undefined || text === "COPY" || text === "REPLACE") return text ?? "COPY";
  throw new S3Error("InvalidArgument", "Unknown metadata directive.", { details: { ArgumentValue: text } });
}

/** The copy is one piece, so a composite checksum does not pass to it; one asked for anew costs a reading. */
async function copiedChecksum(
  { descriptor, bytes }: Reading,
  asked: string | undefined,
): Promise<Checksum | undefined> {
  const { checksum } = descriptor;
  const wanted = asked === undefined ? checksum?.algorithm : knownAlgorithm(asked);
  if (!wanted || (checksum?.algorithm === wanted && checksum.type === "FULL_OBJECT")) return checksum;
  const digest = createDigest(wanted);
  if (descriptor.size > 0) for await (const chunk of bytes()) digest.update(chunk);
  return { algorithm: wanted, value: digest.value(), type: "FULL_OBJECT" };
}

export function knownAlgorithm(name: string): Algorithm {
  const algorithm = parseAlgorithm(name);
  if (!algorithm) throw new S3Error("InvalidRequest", "Checksum algorithm provided is unsupported.");
  return algorithm;
}
