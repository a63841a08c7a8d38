import { checksumElement } from "../checksum/algorithm.ts";
import type { ObjectContext } from "../context.ts";
import { S3Error } from "../errors.ts";
import { isoDate, quote, sendXml } from "../respond.ts";
import { pageSize } from "./paging.ts";

export function listParts({ call, bucket, uploads, key }: ObjectContext): void {
  const id = call.query.get("uploadId") ?? "";
  const upload = uploads.find(key, id);
  if (!upload) throw new S3Error("NoSuchUpload");
  const max = pageSize(call, "max-parts");
  const marker = Number(call.query.get("part-number-marker") ?? "0");
  if (!Number.isInteger(marker) || marker < 0)
    throw new S3Error("InvalidArgument", "Argument part-number-marker must be an integer between 0 and 2147483647");
  const rest = [...upload.parts.values()].filter((part) => part.number > marker).sort((a, b) => a.number - b.number);
  const page = rest.slice(0, max);
  const { checksum } = upload.info;
  sendXml(call, "ListPartsResult", {
    Bucket: bucket.name,
    Key: key,
    UploadId: id,
    Initiator: owner,
    Owner: owner,
    StorageClass: "STANDARD",
    PartNumberMarker: marker,
    NextPartNumberMarker: page.at(-1)?.number ?? 0,
    MaxParts: max,
    IsTruncated: max > 0 && rest.length > page.length,
    ChecksumAlgorithm: checksum?.algorithm,
    ChecksumType: checksum?.type,
    Part: page.map((part) => ({
      PartNumber: part.number,
      LastModified: isoDate(part.modified),
      ETag: quote(part.etag),
      Size: part.size,
      ...(checksum ? { [checksumElement(checksum.algorithm)]: part.checksum } : {}),
    })),
  });
}

const owner = { ID: "atrium", DisplayName: "atrium" };
