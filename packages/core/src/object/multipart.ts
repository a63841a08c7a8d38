import * as Config from "../config/index.ts";
import { AppError } from "../error/index.ts";
import { must } from "../util/index.ts";
import { bareETag, isMissing, limit, sdk } from "./client.ts";

const PART_URL_SECONDS = 3_600;
// Joining ten thousand parts takes S3 a while.
const COMPLETE_TIMEOUT_MS = 25_000;

export type Multipart = { key: string; multipartID: string };
export type Part = { number: number; bytes: number; etag: string; crc64nvme?: string };

/** With a checksum of the whole, S3 computes one of each part too, tells them, and checks those that come signed. */
export async function createMultipart(
  key: string,
  contentType: string,
  checksum?: { ChecksumAlgorithm: "CRC64NVME" },
): Promise<string> {
  const { client, CreateMultipartUploadCommand } = await sdk();
  const input = { Bucket: Config.objectsBucket(), Key: key, ContentType: contentType, ...checksum };
  const answer = await client.send(new CreateMultipartUploadCommand(input), limit());
  return must(answer.UploadId, "upload id");
}

/** A URL that takes exactly `bytes` bytes as one part, for an hour: the length is signed, and the checksum where it is known. */
export async function presignPart(
  { key, multipartID }: Multipart,
  part: { number: number; bytes: number; crc64nvme?: string },
): Promise<string> {
  const { client, getSignedUrl, UploadPartCommand } = await sdk();
  const command = new UploadPartCommand({
    Bucket: Config.objectsBucket(),
    Key: key,
    UploadId: multipartID,
    PartNumber: part.number,
    ContentLength: part.bytes,
    ChecksumCRC64NVME: part.crc64nvme,
  });
  return getSignedUrl(client, command, { expiresIn: PART_URL_SECONDS });
}

/** The parts that have arrived, in order; undefined when S3 knows no such upload (any more). */
export async function listParts({ key, multipartID }: Multipart): Promise<Part[] | undefined> {
  const { client, ListPartsCommand } = await sdk();
  const parts: Part[] = [];
  try {
    // Not the SDK's paginator: it asks again as long as there is a marker, and S3 sends one on the last page too.
    for (let marker: string | undefined, more = true; more; ) {
      const input = { Bucket: Config.objectsBucket(), Key: key, UploadId: multipartID, PartNumberMarker: marker };
      const page = await client.send(new ListPartsCommand(input), limit(undefined, COMPLETE_TIMEOUT_MS));
      for (const part of page.Parts ?? [])
        parts.push({
          number: must(part.PartNumber, "part number"),
          bytes: must(part.Size, "part size"),
          etag: bareETag(must(part.ETag, "part etag")),
          crc64nvme: part.ChecksumCRC64NVME,
        });
      marker = page.NextPartNumberMarker;
      more = page.IsTruncated === true;
    }
    return parts;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Joins the parts to the object and answers its etag; undefined when S3 knows no such upload: it was completed or aborted before. */
export async function complete(
  { key, multipartID }: Multipart,
  parts: readonly Pick<Part, "number" | "etag">[],
  options: { signal?: AbortSignal; crc64nvme?: string } = {},
): Promise<string | undefined> {
  const { client, CompleteMultipartUploadCommand } = await sdk();
  const command = new CompleteMultipartUploadCommand({
    Bucket: Config.objectsBucket(),
    Key: key,
    UploadId: multipartID,
    ...(options.crc64nvme === undefined ? {} : { ChecksumCRC64NVME: options.crc64nvme, ChecksumType: "FULL_OBJECT" }),
    MultipartUpload: { Parts: parts.map(({ number, etag }) => ({ PartNumber: number, ETag: `"${etag}"` })) },
  });
  try {
    const answer = await client.send(command, limit(options.signal, COMPLETE_TIMEOUT_MS));
    return bareETag(must(answer.ETag, "etag"));
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw refusal(error) ?? error;
  }
}

/** What S3 refuses for the parts' sake; the upload stays open. */
function refusal(error: unknown): AppError | undefined {
  const name = error instanceof Error ? error.name : "";
  if (name === "BadDigest")
    return new AppError(
      "unprocessable",
      "upload.wrong_checksum",
      "The bytes that arrived have another CRC64NVME than the one declared. Start a new upload.",
      { fields: [{ path: "/crc64nvme", message: "Not that of the bytes that arrived" }], cause: error },
    );
  // A part was sent again between our looking and S3's.
  if (name === "InvalidPart")
    return new AppError("conflict", "upload.parts_changed", "Parts changed meanwhile. Complete the upload again.", {
      cause: error,
    });
  return undefined;
}

/** Drops the parts. What is already gone is fine. */
export async function abort({ key, multipartID }: Multipart): Promise<void> {
  const { client, AbortMultipartUploadCommand } = await sdk();
  try {
    await client.send(
      new AbortMultipartUploadCommand({ Bucket: Config.objectsBucket(), Key: key, UploadId: multipartID }),
      limit(),
    );
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}
