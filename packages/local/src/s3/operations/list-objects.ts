import type { Call } from "../call.ts";
import type { BucketContext } from "../context.ts";
import { S3Error } from "../errors.ts";
import { isoDate, quote, sendXml } from "../respond.ts";
import type { Entry } from "../store/descriptor.ts";
import type { Listed } from "../store/listing.ts";
import type { XmlTree } from "../xml.ts";
import { type KeyEncoding, keyEncoding, pageSize } from "./paging.ts";

export function listObjectsV2({ call, bucket }: BucketContext): void {
  const { query } = call;
  const encoding = keyEncoding(call);
  const token = query.get("continuation-token");
  const startAfter = query.get("start-after");
  const max = pageSize(call, "max-keys");
  const after = token === undefined ? (startAfter ?? "") : readToken(token);
  const page = bucket.list({ ...scope(call), after, max });
  sendXml(call, "ListBucketResult", {
    ...common(call, bucket.name, encoding, max, page),
    KeyCount: page.items.length + page.prefixes.length,
    ContinuationToken: token,
    NextContinuationToken: page.truncated ? makeToken(page.last) : undefined,
    StartAfter: startAfter && encoding.encode(startAfter),
    ...contents(page, encoding, query.get("fetch-owner") === "true"),
  });
}

export function listObjects({ call, bucket }: BucketContext): void {
  const encoding = keyEncoding(call);
  const marker = call.query.get("marker") ?? "";
  const max = pageSize(call, "max-keys");
  const page = bucket.list({ ...scope(call), after: marker, max });
  sendXml(call, "ListBucketResult", {
    ...common(call, bucket.name, encoding, max, page),
    Marker: encoding.encode(marker),
    // Always given when cut short: S3 leaves it out without a delimiter, and clients then take the last key.
    NextMarker: page.truncated ? encoding.encode(page.last) : undefined,
    ...contents(page, encoding, true),
  });
}

const scope = ({ query }: Call) => ({ prefix: query.get("prefix") ?? "", delimiter: query.get("delimiter") ?? "" });

function common(call: Call, name: string, encoding: KeyEncoding, max: number, { truncated }: Listed<Entry>): XmlTree {
  const { prefix, delimiter } = scope(call);
  return {
    Name: name,
    Prefix: encoding.encode(prefix),
    Delimiter: delimiter === "" ? undefined : encoding.encode(delimiter),
    EncodingType: encoding.name,
    MaxKeys: max,
    IsTruncated: truncated,
  };
}

function contents({ items, prefixes }: Listed<Entry>, encoding: KeyEncoding, owner: boolean): XmlTree {
  return {
    Contents: items.map(({ key, modified, etag, size, kind }) => ({
      Key: encoding.encode(key),
      LastModified: isoDate(modified),
      ETag: quote(etag),
      ChecksumAlgorithm: kind?.algorithm,
      ChecksumType: kind?.type,
      Size: size,
      Owner: owner ? { ID: "atrium", DisplayName: "atrium" } : undefined,
      StorageClass: "STANDARD",
    })),
    CommonPrefixes: prefixes.map((prefix) => ({ Prefix: encoding.encode(prefix) })),
  };
}

const makeToken = (after: string): string => Buffer.from(JSON.stringify({ after })).toString("base64url");

function readToken(token: string): string {
  try {
    const { after } = JSON.parse(Buffer.from(token, "base64url").toString("utf8")) as { after?: unknown };
    if (typeof after === "string") return after;
  } catch (cause) {
    throw badToken(cause);
  }
  throw badToken();
}

const badToken = (cause?: unknown): S3Error =>
  new S3Error("InvalidArgument", "The continuation token provided is incorrect", { cause });
