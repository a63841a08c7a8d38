import { isIP } from "node:net";
import { S3Error } from "./errors.ts";
import { decodePercent } from "./query.ts";

const MAX_KEY_BYTES = 1024;

export type Address = { bucket?: string; key?: string };

/** Finds bucket and key in `<bucket>.<base>/<key>` (virtual host) or `<host>/<bucket>/<key>` (path style). */
export function parseAddress(host: string, rawPath: string, region: string): Address {
  const path = decodePercent(rawPath).slice(1);
  const virtual = virtualBucket(host, region);
  if (virtual !== undefined) return { bucket: virtual, key: checkedKey(path) };
  const slash = path.indexOf("/");
  if (slash < 0) return path === "" ? {} : { bucket: path };
  return { bucket: path.slice(0, slash), key: checkedKey(path.slice(slash + 1)) };
}

function virtualBucket(host: string, region: string): string | undefined {
  const name = host.replace(/:\d+$/, "").toLowerCase();
  if (isIP(name) || name.startsWith("[")) return undefined;
  const bases = [`s3.${region}.amazonaws.com`, "s3.amazonaws.com", "s3.localhost", "localhost"];
  if (bases.includes(name)) return undefined;
  const base = bases.find((candidate) => name.endsWith(`.${candidate}`));
  return base === undefined ? undefined : name.slice(0, -base.length - 1);
}

function checkedKey(key: string): string | undefined {
  const bytes = Buffer.byteLength(key);
  if (bytes > MAX_KEY_BYTES)
    throw new S3Error("KeyTooLongError", undefined, { details: { Size: bytes, MaxSizeAllowed: MAX_KEY_BYTES } });
  return key === "" ? undefined : key;
}
