import { validateHeaderName, validateHeaderValue } from "node:http";
import type { Call } from "../call.ts";
import { type Checksum, checksumHeader } from "../checksum/algorithm.ts";
import { S3Error } from "../errors.ts";
import { httpDate, quote } from "../respond.ts";
import type { Attributes, Descriptor } from "../store/descriptor.ts";

const MAX_METADATA_BYTES = 2048;
const META = "x-amz-meta-";
const kept = [
  "cache-control",
  "content-disposition",
  "content-encoding",
  "content-language",
  "content-type",
  "expires",
];

/** What a write gives an object besides its bytes. */
export function readAttributes({ headers }: Call): Attributes {
  const content = kept.flatMap((name) => {
    const value = name === "content-encoding" ? withoutFraming(headers.get(name)) : headers.get(name);
    return value === undefined ? [] : [[name, checkedHeader(name, value)] as const];
  });
  const metadata = headers
    .entries()
    .filter(([name]) => name.startsWith(META))
    .map(([name, value]) => [name.slice(META.length), checkedHeader(name, value)] as const);
  const bytes = metadata.reduce((sum, pair) => sum + Buffer.byteLength(pair.join("")), 0);
  if (bytes > MAX_METADATA_BYTES)
    throw new S3Error("MetadataTooLarge", undefined, { details: { Size: bytes, MaxSizeAllowed: MAX_METADATA_BYTES } });
  return { headers: Object.fromEntries(content), metadata: Object.fromEntries(metadata) };
}

/** The headers a reader of the object gets back. */
export function objectHeaders({ headers, metadata, etag, modified }: Descriptor): Record<string, string> {
  return {
    "content-type": "binary/octet-stream",
    ...headers,
    ...Object.fromEntries(Object.entries(metadata).map(([name, value]) => [META + name, value])),
    etag: quote(etag),
    "last-modified": httpDate(modified),
    "accept-ranges": "bytes",
  };
}

export function checksumHeaders(checksum: Checksum | undefined): Record<string, string> {
  if (!checksum) return {};
  return { [checksumHeader(checksum.algorithm)]: checksum.value, "x-amz-checksum-type": checksum.type };
}

/** Presigned values come out of the query string, where line breaks and letters no header can carry are possible. */
export function checkedHeader(name: string, value: string): string {
  try {
    validateHeaderName(name);
    validateHeaderValue(name, value);
    return value;
  } catch (cause) {
    throw new S3Error("InvalidArgument", "Header value cannot be represented using ISO-8859-1.", {
      details: { ArgumentName: name, ArgumentValue: value },
      cause,
    });
  }
}

/** aws-chunked is how the body travelled, not what the object is. */
function withoutFraming(encoding: string | undefined): string | undefined {
  const codings = encoding?.split(",").filter((coding) => coding.trim() !== "aws-chunked");
  return codings?.length ? codings.join(",") : undefined;
}
