import { pipeline } from "node:stream/promises";
import type { Call } from "../call.ts";
import { checkRead, rangeApplies } from "../conditions.ts";
import type { ObjectContext } from "../context.ts";
import { S3Error } from "../errors.ts";
import { parseRange, type Range } from "../range.ts";
import { sendEmpty } from "../respond.ts";
import type { Reading } from "../store/bucket.ts";
import type { Descriptor } from "../store/descriptor.ts";
import { checkedHeader, checksumHeaders, objectHeaders } from "./attributes.ts";

/** GetObject and HeadObject: the same answer with and without the bytes. */
export async function getObject({ call, bucket, key }: ObjectContext): Promise<void> {
  const reading = await bucket.open(key);
  if (!reading) throw new S3Error("NoSuchKey", undefined, { details: { Key: key } });
  try {
    await send(call, reading);
  } finally {
    await reading.close();
  }
}

async function send(call: Call, { descriptor, bytes }: Reading): Promise<void> {
  const headers = { ...objectHeaders(descriptor), ...overrides(call) };
  if (checkRead(call.headers, descriptor) === "notModified") {
    const { "content-type": _, ...validators } = headers;
    sendEmpty(call, 304, validators);
    return;
  }
  const range = partRange(call, descriptor) ?? headerRange(call, descriptor);
  const { start, end } = range ?? { start: 0, end: descriptor.size - 1 };
  const whole = end - start + 1 === descriptor.size;
  call.response.writeHead(range ? 206 : 200, {
    ...headers,
    "content-length": end - start + 1,
    ...(range ? { "content-range": `bytes ${start}-${end}/${descriptor.size}` } : {}),
    ...(call.query.has("partNumber") && descriptor.parts ? { "x-amz-mp-parts-count": descriptor.parts.length } : {}),
    // The checksum is that of the whole: clients would hold a piece against it.
    ...(whole && call.headers.get("x-amz-checksum-mode") === "ENABLED" ? checksumHeaders(descriptor.checksum) : {}),
  });
  if (call.method === "HEAD" || descriptor.size === 0) call.response.end();
  else await pipeline(bytes({ start, end }), call.response);
}

const headerRange = (call: Call, descriptor: Descriptor): Range | undefined =>
  rangeApplies(call.headers, descriptor) ? parseRange(call.headers.get("range"), descriptor.size) : undefined;

/** `partNumber=n`: the bytes of one part; an object that came in one piece has the part 1. */
function partRange({ query }: Call, { parts, size }: Descriptor): Range | undefined {
  const text = query.get("partNumber");
  if (text === undefined) return undefined;
  const sizes = parts?.map((part) => part.size) ?? [size];
  const index = Number(text) - 1;
  const length = sizes[index];
  if (length === undefined) throw new S3Error("InvalidPartNumber");
  if (length === 0) return undefined; // an empty object has no byte to point at
  const start = sizes.slice(0, index).reduce((sum, part) => sum + part, 0);
  return { start, end: start + length - 1 };
}

/** `response-content-disposition` and its like: what a presigned link makes of the object. */
function overrides({ query }: Call): Record<string, string> {
  const names = [
    "cache-control",
    "content-disposition",
    "content-encoding",
    "content-language",
    "content-type",
    "expires",
  ];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = query.get(`response-${name}`);
      return value === undefined ? [] : [[name, checkedHeader(name, value)]];
    }),
  );
}
