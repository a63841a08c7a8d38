import { createHash } from "node:crypto";
import type { Call } from "../call.ts";
import { type Algorithm, checksumElement, checksumHeader, createDigest } from "../checksum/algorithm.ts";
import { declaredChecksums } from "../checksum/declared.ts";
import type { ObjectContext } from "../context.ts";
import { S3Error } from "../errors.ts";
import { MAX_PART_BYTES, Payload } from "../payload.ts";
import { parseCopyRange } from "../range.ts";
import { isoDate, quote, sendEmpty, sendXml } from "../respond.ts";
import type { Part, Upload } from "../store/uploads.ts";
import { withSource } from "./copy-source.ts";

const MAX_PARTS = 10_000;

export async function uploadPart(context: ObjectContext): Promise<void> {
  const { call, identity, bucket } = context;
  const { upload, number } = target(context);
  const algorithm = partAlgorithm(call, upload);
  const payload = new Payload(call, identity, { also: algorithm });
  const blob = await bucket.store(payload.chunks());
  const { size, md5, checksums, checksum } = payload.received;
  await keep(context, { number, size, etag: md5, blob, checksum: algorithm && checksums[algorithm] });
  sendEmpty(call, 200, {
    etag: quote(md5),
    ...(checksum ? { [checksumHeader(checksum.algorithm)]: checksum.value } : {}),
  });
}

export async function uploadPartCopy(context: ObjectContext): Promise<void> {
  const { call, bucket } = context;
  const { upload, number } = target(context);
  const algorithm = upload.info.checksum?.algorithm;
  const md5 = createHash("md5");
  const digest = algorithm && createDigest(algorithm);
  const blob = await withSource(context, ({ reading: { descriptor, bytes } }) => {
    const header = call.headers.get("x-amz-copy-source-range");
    const range =
      header === undefined ? { start: 0, end: descriptor.size - 1 } : parseCopyRange(header, descriptor.size);
    if (range.end - range.start >= MAX_PART_BYTES) throw new S3Error("EntityTooLarge");
    return bucket.store(
      tap(bytes(range), (chunk) => {
        md5.update(chunk);
        digest?.update(chunk);
      }),
    );
  });
  const checksum = digest?.value();
  const part = await keep(context, { number, size: blob.size, etag: md5.digest("hex"), blob, checksum });
  sendXml(call, "CopyPartResult", {
    LastModified: isoDate(part.modified),
    ETag: quote(part.etag),
    ...(algorithm ? { [checksumElement(algorithm)]: checksum } : {}),
  });
}

/** Looks before the bytes travel; whether the upload is still there counts once more when the part is kept. */
function target({ call, uploads, key }: ObjectContext): { upload: Upload; number: number } {
  const number = Number(call.query.get("partNumber"));
  if (!Number.isInteger(number) || number < 1 || number > MAX_PARTS)
    throw new S3Error("InvalidArgument", "Part number must be an integer between 1 and 10000, inclusive", {
      details: { ArgumentName: "partNumber", ArgumentValue: call.query.get("partNumber") ?? "" },
    });
  const upload = uploads.find(key, call.query.get("uploadId") ?? "");
  if (!upload) throw new S3Error("NoSuchUpload");
  return { upload, number };
}

/** A composite checksum is made of what the client sent for each part; a full one can be made here. */
function partAlgorithm({ headers }: Call, { info }: Upload): Algorithm | undefined {
  const declared = declaredChecksums(headers).checksum?.algorithm;
  if (!info.checksum) return undefined;
  const { algorithm, type } = info.checksum;
  if (declared !== algorithm && (declared !== undefined || type === "COMPOSITE"))
    throw new S3Error(
      "InvalidRequest",
      `Checksum Type mismatch occurred, expected checksum Type: ${algorithm.toLowerCase()}, actual checksum Type: ${declared?.toLowerCase() ?? "null"}`,
    );
  return algorithm;
}

async function keep({ call, uploads, key }: ObjectContext, part: Omit<Part, "modified">): Promise<Part> {
  const stored = await uploads.putPart(key, call.query.get("uploadId") ?? "", part);
  if (!stored) throw new S3Error("NoSuchUpload");
  return stored;
}

async function* tap(source: AsyncIterable<Buffer>, look: (chunk: Buffer) => void): AsyncGenerator<Buffer> {
  for await (const chunk of source) {
    look(chunk);
    yield chunk;
  }
}
