import type { Call } from "../call.ts";
import { allowedTypes } from "../checksum/algorithm.ts";
import type { ObjectContext } from "../context.ts";
import { S3Error } from "../errors.ts";
import { sendXml } from "../respond.ts";
import type { UploadInfo } from "../store/uploads.ts";
import { readAttributes } from "./attributes.ts";
import { knownAlgorithm } from "./copy-object.ts";

export async function createMultipartUpload({ call, bucket, uploads, key }: ObjectContext): Promise<void> {
  const checksum = uploadChecksum(call);
  const upload = await uploads.create({ key, ...readAttributes(call), checksum });
  const headers: Record<string, string> = checksum
    ? { "x-amz-checksum-algorithm": checksum.algorithm, "x-amz-checksum-type": checksum.type }
    : {};
  sendXml(call, "InitiateMultipartUploadResult", { Bucket: bucket.name, Key: key, UploadId: upload.id }, headers);
}

function uploadChecksum({ headers }: Call): UploadInfo["checksum"] {
  const name = headers.get("x-amz-checksum-algorithm");
  const type = headers.get("x-amz-checksum-type");
  if (name === undefined) {
    if (type !== undefined)
      throw new S3Error(
        "InvalidRequest",
        "The x-amz-checksum-type header can only be used with the x-amz-checksum-algorithm header.",
      );
    return undefined;
  }
  const algorithm = knownAlgorithm(name);
  const [usual = "COMPOSITE", ...others] = allowedTypes(algorithm);
  const chosen = type === undefined ? usual : [usual, ...others].find((allowed) => allowed === type);
  if (!chosen)
    throw new S3Error(
      "InvalidRequest",
      `The ${type} checksum type cannot be used with the ${name.toLowerCase()} checksum algorithm.`,
    );
  return { algorithm, type: chosen };
}
