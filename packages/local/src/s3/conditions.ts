import { S3Error } from "./errors.ts";
import type { RequestHeaders } from "./headers.ts";

/** What a condition looks at: the entity tag without quotes, the time in milliseconds (whole seconds). */
export type Validators = { etag: string; modified: number };

/** Reads: the order of RFC 9110 §13.2.2. Answers whether the client's copy is still good (304). */
export function checkRead(headers: RequestHeaders, object: Validators): "send" | "notModified" {
  const match = headers.get("if-match");
  if (match !== undefined) {
    if (!matches(match, object.etag)) throw failed("If-Match");
  } else if (isAfter(object, headers.get("if-unmodified-since"))) throw failed("If-Unmodified-Since");
  const noneMatch = headers.get("if-none-match");
  if (noneMatch !== undefined) return matches(noneMatch, object.etag) ? "notModified" : "send";
  const since = parseDate(headers.get("if-modified-since"));
  return since !== undefined && object.modified <= since ? "notModified" : "send";
}

/** The same over the source of a copy, where every condition that does not hold is 412. */
export function checkCopySource(headers: RequestHeaders, source: Validators): void {
  const get = (name: string) => headers.get(`x-amz-copy-source-${name}`);
  const match = get("if-match");
  if (match !== undefined) {
    if (!matches(match, source.etag)) throw failed("x-amz-copy-source-If-Match");
  } else if (isAfter(source, get("if-unmodified-since"))) throw failed("x-amz-copy-source-If-Unmodified-Since");
  const noneMatch = get("if-none-match");
  if (noneMatch !== undefined) {
    if (matches(noneMatch, source.etag)) throw failed("x-amz-copy-source-If-None-Match");
    return;
  }
  const since = parseDate(get("if-modified-since"));
  if (since !== undefined && source.modified <= since) throw failed("x-amz-copy-source-If-Modified-Since");
}

/** Writes: If-None-Match: * (the key must be free) and If-Match (it must still hold that object). */
export function checkWrite(headers: RequestHeaders, current: Validators | undefined): void {
  const noneMatch = headers.get("if-none-match");
  if (noneMatch !== undefined && noneMatch !== "*")
    throw new S3Error("NotImplemented", "A header you provided implies functionality that is not implemented", {
      details: { Header: "If-None-Match", additionalMessage: "Only * is supported" },
    });
  if (noneMatch !== undefined && current) throw failed("If-None-Match");
  const match = headers.get("if-match");
  if (match === undefined) return;
  if (!current) throw new S3Error("NoSuchKey");
  if (!matches(match, current.etag)) throw failed("If-Match");
}

/** Whether a range still applies to this object (If-Range), so that a resumed download never mixes two. */
export function rangeApplies(headers: RequestHeaders, object: Validators): boolean {
  const value = headers.get("if-range");
  if (value === undefined) return true;
  const date = value.includes('"') ? undefined : parseDate(value);
  return date === undefined ? matches(value, object.etag) : object.modified <= date;
}

const failed = (condition: string): S3Error =>
  new S3Error("PreconditionFailed", undefined, { details: { Condition: condition } });

const matches = (list: string, etag: string): boolean =>
  list.split(",").some((item) => {
    const tag = item.trim();
    return tag === "*" || unquote(tag.replace(/^W\//, "")) === etag;
  });

export const unquote = (tag: string): string => tag.replace(/^"(.*)"$/, "$1");

const isAfter = (object: Validators, date: string | undefined): boolean => {
  const at = parseDate(date);
  return at !== undefined && object.modified > at;
};

function parseDate(text: string | undefined): number | undefined {
  const at = text === undefined ? Number.NaN : Date.parse(text);
  return Number.isNaN(at) ? undefined : at;
}
