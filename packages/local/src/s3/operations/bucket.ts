import type { BucketContext, ServiceContext } from "../context.ts";
import { S3Error } from "../errors.ts";
import { isoDate, sendEmpty, sendXml } from "../respond.ts";

export function listBuckets({ call, stores }: ServiceContext): void {
  const buckets = [...stores.values()].map(({ bucket }) => bucket).sort((a, b) => (a.name < b.name ? -1 : 1));
  sendXml(call, "ListAllMyBucketsResult", {
    Owner: { ID: "atrium", DisplayName: "atrium" },
    Buckets: { Bucket: buckets.map(({ name, created }) => ({ Name: name, CreationDate: isoDate(created) })) },
  });
}

export const headBucket = ({ call, region }: BucketContext): void =>
  sendEmpty(call, 200, { "x-amz-bucket-region": region });

/** Buckets come from configuration, as they come from the stack on AWS. */
export function createBucket({ call, stores }: ServiceContext): void {
  const name = call.bucket ?? "";
  if (stores.has(name)) throw new S3Error("BucketAlreadyOwnedByYou", undefined, { details: { BucketName: name } });
  throw new S3Error("AccessDenied", "Buckets are made by configuration only.");
}

/** us-east-1 is the empty location. */
export const getBucketLocation = ({ call, region }: BucketContext): void =>
  sendXml(call, "LocationConstraint", region === "us-east-1" ? "" : region);
