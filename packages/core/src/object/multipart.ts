import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  ListPartsCommand,
  UploadPartCommand,
} from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import * as Config from "../config/index.ts";
import { must } from "../util/index.ts";
import { bareETag, client, isMissing, limit } from "./client.ts";

const PART_URL_SECONDS = 3_600;
// Joining ten thousand parts takes S3 a while.
const COMPLETE_TIMEOUT_MS = 25_000;

export type Multipart = { key: string; multipartID: string };
export type Part = { number: number; bytes: number; etag: string };

export async function createMultipart(key: string, contentType: string): Promise<string> {
  const answer = await client.send(
    new CreateMultipartUploadCommand({ Bucket: Config.objectsBucket(), Key: key, ContentType: contentType }),
    limit(),
  );
  return must(answer.UploadId, "upload id");
}

/** A URL that takes exactly `bytes` bytes as one part, for an hour: the length is signed. */
export async function presignPart(
  { key, multipartID }: Multipart,
  part: { number: number; bytes: number },
): Promise<string> {
  const command = new UploadPartCommand({
    Bucket: Config.objectsBucket(),
    Key: key,
    UploadId: multipartID,
    PartNumber: part.number,
    ContentLength: part.bytes,
  });
  return getSignedUrl(client, command, { expiresIn: PART_URL_SECONDS });
}

/** The parts that have arrived, in order; undefined when S3 knows no such upload (any more). */
export async function listParts({ key, multipartID }: Multipart): Promise<Part[] | undefined> {
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
  options: { signal?: AbortSignal } = {},
): Promise<string | undefined> {
  const command = new CompleteMultipartUploadCommand({
    Bucket: Config.objectsBucket(),
    Key: key,
    UploadId: multipartID,
    MultipartUpload: { Parts: parts.map(({ number, etag }) => ({ PartNumber: number, ETag: `"${etag}"` })) },
  });
  try {
    const answer = await client.send(command, limit(options.signal, COMPLETE_TIMEOUT_MS));
    return bareETag(must(answer.ETag, "etag"));
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Drops the parts. What is already gone is fine. */
export async function abort({ key, multipartID }: Multipart): Promise<void> {
  try {
    await client.send(
      new AbortMultipartUploadCommand({ Bucket: Config.objectsBucket(), Key: key, UploadId: multipartID }),
      limit(),
    );
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}
