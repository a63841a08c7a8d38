import { createHash } from "node:crypto";
import type { Call } from "../call.ts";
import { type Checksum, checksumElement, checksumHeader, objectChecksum } from "../checksum/algorithm.ts";
import { checkWrite } from "../conditions.ts";
import type { ObjectContext } from "../context.ts";
import { S3Error } from "../errors.ts";
import { readAll } from "../payload.ts";
import { quote, sendXml } from "../respond.ts";
import type { Descriptor } from "../store/descriptor.ts";
import type { Part, Upload, UploadInfo } from "../store/uploads.ts";
import { type ListedPart, parsePartList } from "./part-list.ts";

const MIN_PART_BYTES = 5 * 1024 * 1024;
const MAX_BODY_BYTES = 8 * 1024 * 1024;

/**
 * The object becomes a list of the parts' blobs: however large it is, completing writes one small file. Reading goes from
 * blob to blob, which at 5 MiB and more apiece costs nothing measurable.
 */
export async function completeMultipartUpload(context: ObjectContext): Promise<void> {
  const { call, identity, bucket, uploads, key } = context;
  const id = call.query.get("uploadId") ?? "";
  // The checksum headers of this request speak of the object, not of the body.
  const listed = parsePartList(await readAll(call, identity, MAX_BODY_BYTES, {}));
  const object = await uploads.complete(key, id, async (upload) => {
    if (!upload) return { kept: [], result: await completedBefore(context, id, listed) };
    const parts = chooseParts(upload, listed);
    const blobs = parts.filter((part) => part.size > 0).map((part) => part.blob);
    const result = await bucket.adopt(key, { ...assemble(call, upload.info, parts), blobs }, (current) =>
      checkWrite(call.headers, current),
    );
    return { kept: blobs, result };
  });
  const { checksum, size, etag } = object;
  await context.outbox.record(call, { name: "ObjectCreated:CompleteMultipartUpload", key, size, etag });
  sendXml(call, "CompleteMultipartUploadResult", {
    Location: `http://${call.headers.get("host")}${call.path}`,
    Bucket: bucket.name,
    Key: key,
    ETag: quote(etag),
    ...(checksum ? { [checksumElement(checksum.algorithm)]: checksum.value, ChecksumType: checksum.type } : {}),
  });
}

/** A client that lost the first answer asks again; it gets the same one as long as the object is still that upload's. */
async function completedBefore({ bucket, key }: ObjectContext, id: string, listed: ListedPart[]): Promise<Descriptor> {
  const reading = await bucket.open(key);
  await reading?.close();
  const object = reading?.descriptor;
  if (object?.uploadID !== id || object.etag !== multipartTag(listed)) throw new S3Error("NoSuchUpload");
  return object;
}

function chooseParts({ info, parts }: Upload, listed: readonly ListedPart[]): Part[] {
  const chosen = listed.map(({ number, etag, checksums }) => {
    const part = parts.get(number);
    const given = info.checksum && checksums[info.checksum.algorithm];
    if (!part || part.etag !== etag || (given !== undefined && given !== part.checksum))
      throw new S3Error("InvalidPart", undefined, { details: { UploadId: info.id, PartNumber: number, ETag: etag } });
    if (info.checksum?.type === "COMPOSITE" && given === undefined)
      throw new S3Error(
        "InvalidRequest",
        `The upload was created using a ${info.checksum.algorithm.toLowerCase()} checksum. The complete request must include the checksum for each part. It was missing for part ${number} in the request.`,
      );
    return part;
  });
  const small = chosen.slice(0, -1).find((part) => part.size < MIN_PART_BYTES);
  if (!small) return chosen;
  throw new S3Error("EntityTooSmall", undefined, {
    details: { ProposedSize: small.size, MinSizeAllowed: MIN_PART_BYTES, PartNumber: small.number, ETag: small.etag },
  });
}

function assemble(
  call: Call,
  info: UploadInfo,
  parts: readonly Part[],
): Omit<Descriptor, "format" | "key" | "version" | "modified" | "blobs"> {
  const size = parts.reduce((sum, part) => sum + part.size, 0);
  const expected = call.headers.get("x-amz-mp-object-size");
  if (expected !== undefined && Number(expected) !== size)
    throw new S3Error(
      "InvalidRequest",
      `The provided 'x-amz-mp-object-size' header value ${expected} does not match what was computed: ${size}`,
    );
  return {
    headers: info.headers,
    metadata: info.metadata,
    size,
    etag: multipartTag(parts),
    checksum: wholeChecksum(call, info, parts),
    parts: parts.map(({ number, size: bytes, checksum }) => ({ number, size: bytes, checksum })),
    uploadID: info.id,
  };
}

function wholeChecksum(
  { headers }: Call,
  { checksum: kind }: UploadInfo,
  parts: readonly Part[],
): Checksum | undefined {
  const type = headers.get("x-amz-checksum-type");
  if (type !== undefined && type !== kind?.type)
    throw new S3Error(
      "InvalidRequest",
      `The upload was created with the checksum type ${kind?.type ?? "null"}, not ${type}.`,
    );
  if (!kind) return undefined;
  const { algorithm } = kind;
  const whole = objectChecksum(
    algorithm,
    kind.type,
    parts.map((part) => ({ value: part.checksum ?? "", size: part.size })),
  );
  const promised = headers.get(checksumHeader(algorithm));
  if (promised !== undefined && promised.replace(/-\d+$/, "") !== whole.value.replace(/-\d+$/, ""))
    throw new S3Error("BadDigest", `The ${algorithm} you specified did not match the calculated checksum.`);
  return whole;
}

/** S3's entity tag of a multipart object: the MD5 of the parts' MD5s, and their number. */
const multipartTag = (parts: readonly { etag: string }[]): string => {
  const hash = createHash("md5");
  for (const { etag } of parts) hash.update(Buffer.from(etag, "hex"));
  return `${hash.digest("hex")}-${parts.length}`;
};
