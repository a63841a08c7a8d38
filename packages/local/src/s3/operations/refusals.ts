import type { Call } from "../call.ts";
import { S3Error } from "../errors.ts";

/** Headers that ask for features this server has not, with the values that ask for nothing more than it does anyway. */
const unsupported: [name: RegExp, harmless: string[]][] = [
  [/^x-amz-acl$/, ["private", "bucket-owner-full-control"]],
  [/^x-amz-storage-class$/, ["STANDARD"]],
  [/^x-amz-server-side-encryption$/, ["AES256"]],
  [/^x-amz-server-side-encryption-.+$/, []],
  [/^x-amz-copy-source-server-side-encryption-.+$/, []],
  [/^x-amz-grant-.+$/, []],
  [/^x-amz-object-lock-.+$/, []],
  [/^x-amz-tagging(-directive)?$/, ["", "COPY"]],
  [/^x-amz-website-redirect-location$/, []],
  [/^x-amz-write-offset-bytes$/, []],
];

/** Ignoring them would let code pass here that does something else on AWS. */
export function refuseUnsupported({ headers, query }: Call): void {
  for (const [name, value] of headers.entries()) {
    const rule = unsupported.find(([pattern]) => pattern.test(name));
    if (rule && !rule[1].includes(value))
      throw new S3Error("NotImplemented", "A header you provided implies functionality that is not implemented", {
        details: { Header: name },
      });
  }
  const version = query.get("versionId");
  if (version !== undefined && version !== "null")
    throw new S3Error("NoSuchVersion", undefined, { details: { VersionId: version } });
}
