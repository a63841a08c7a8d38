import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { AwsError } from "./error.ts";

export type Credentials = { accessKeyId: string; secretAccessKey: string };
export type Signer = { accessKeyId: string; service: string };

const ALLOWED_SKEW_MS = 5 * 60_000;
const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=([^/\s,]+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request,\s*SignedHeaders=([^,\s]+),\s*Signature=([0-9a-f]{64})$/;

/** Verifies Signature Version 4 in the Authorization header; says who signed, and for which service. */
export function verify(request: IncomingMessage, body: Buffer, credentials: Credentials[], now: number): Signer {
  const { authorization } = request.headers;
  if (!authorization) throw denied("MissingAuthenticationTokenException", "Missing Authentication Token");
  const [, accessKeyId = "", date = "", region = "", service = "", names = "", signature = ""] =
    AUTHORIZATION.exec(authorization) ?? [];
  const known = credentials.find((one) => one.accessKeyId === accessKeyId);
  if (!signature) throw denied("IncompleteSignatureException", "The Authorization header is not understood");
  if (!known) throw denied("UnrecognizedClientException", "The security token included in the request is invalid.");
  const at = headerOf(request, "x-amz-date");
  if (!at.startsWith(date) || Math.abs(timeOf(at) - now) > ALLOWED_SKEW_MS) {
    throw denied("InvalidSignatureException", `Signature expired: ${at}`);
  }
  const signed = names.split(";");
  if (!signed.includes("host")) throw denied("InvalidSignatureException", "The host header must be signed");
  const canonical = [
    request.method,
    canonicalPath(request.url ?? "/"),
    canonicalQuery(request.url ?? "/"),
    ...signed.map((name) => `${name}:${headerOf(request, name)}`),
    "",
    names,
    sha256(body),
  ].join("\n");
  const scope = `${date}/${region}/${service}/aws4_request`;
  const toSign = ["AWS4-HMAC-SHA256", at, scope, sha256(canonical)].join("\n");
  const key = [date, region, service, "aws4_request"].reduce<string | Buffer>(hmac, `AWS4${known.secretAccessKey}`);
  if (!timingSafeEqual(hmac(key, toSign), Buffer.from(signature, "hex"))) {
    const message = "The request signature we calculated does not match the signature you provided.";
    throw denied("InvalidSignatureException", message);
  }
  return { accessKeyId, service };
}

const denied = (code: string, message: string) => new AwsError(code, message, 403);
const sha256 = (data: string | Buffer) => createHash("sha256").update(data).digest("hex");
const hmac = (key: string | Buffer, data: string) => createHmac("sha256", key).update(data).digest();

function headerOf(request: IncomingMessage, name: string): string {
  const value = request.headers[name];
  return (Array.isArray(value) ? value.join(",") : (value ?? "")).trim().replace(/ +/g, " ");
}

/** `20260131T100000Z` */
const timeOf = (text: string) =>
  Date.parse(text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"));

const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

/** Every service but S3 encodes the path twice, and passes over empty segments. */
function canonicalPath(url: string): string {
  const path = url.split("?")[0] ?? "/";
  const segments = path.split("/").filter(Boolean).map(encode);
  return `/${segments.join("/")}${segments.length > 0 && path.endsWith("/") ? "/" : ""}`;
}

function canonicalQuery(url: string): string {
  const query = url.split("?")[1] ?? "";
  const pairs = query
    .split("&")
    .filter(Boolean)
    .map((pair) => {
      const [name = "", value = ""] = pair.split("=").map((part) => encode(decodeURIComponent(part)));
      return [name, value] as const;
    });
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return pairs
    .sort((a, b) => order(a[0], b[0]) || order(a[1], b[1]))
    .map(([name, value]) => `${name}=${value}`)
    .join("&");
}
