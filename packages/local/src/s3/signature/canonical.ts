import { createHash } from "node:crypto";
import { decodePercent, type Query } from "../query.ts";

export type SignedRequest = {
  method: string;
  path: string;
  query: Query;
  /** Lower-case names with the values as sent. */
  headers: readonly (readonly [string, string])[];
  payloadHash: string;
};

/** The canonical request of Signature Version 4 in S3's dialect: the path is encoded once and never normalised. */
export function canonicalRequest({ method, path, query, headers, payloadHash }: SignedRequest): string {
  return [
    method,
    decodePercent(path).split("/").map(encode).join("/"),
    canonicalQuery(query),
    ...headers.map(([name, value]) => `${name}:${value.trim().replace(/ +/g, " ")}`),
    "",
    headers.map(([name]) => name).join(";"),
    payloadHash,
  ].join("\n");
}

function canonicalQuery(query: Query): string {
  return query.pairs
    .filter(([name]) => name !== "X-Amz-Signature")
    .map(([name, value]) => [encode(name), encode(value)] as const)
    .sort(([nameA, valueA], [nameB, valueB]) => compare(nameA, nameB) || compare(valueA, valueB))
    .map(([name, value]) => `${name}=${value}`)
    .join("&");
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** RFC 3986: everything but the unreserved characters. */
export const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

/** Node hands out header bytes as latin1, so hashing latin1 hashes what came over the wire. */
export const stringToSign = (canonical: string, amzDate: string, scope: string): string =>
  ["AWS4-HMAC-SHA256", amzDate, scope, createHash("sha256").update(canonical, "latin1").digest("hex")].join("\n");
