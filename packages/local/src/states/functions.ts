import { createHash, randomUUID } from "node:crypto";
import type jsonata from "jsonata";

const LONGEST_RANGE = 1000;
const HASHES: Record<string, string> = {
  MD5: "md5",
  "SHA-1": "sha1",
  "SHA-256": "sha256",
  "SHA-384": "sha384",
  "SHA-512": "sha512",
};

/** Registers what Step Functions adds to JSONata, and takes away what it does not allow. */
export function register(expression: jsonata.Expression, random: () => number): void {
  expression.registerFunction("partition", partition, "<a-n:a<a>>");
  expression.registerFunction("range", range, "<nnn:a<n>>");
  expression.registerFunction("hash", hash, "<ss:s>");
  expression.registerFunction("random", (seed?: number) => (seed === undefined ? random() : seeded(seed)), "<n?:n>");
  expression.registerFunction("uuid", () => randomUUID(), "<:s>");
  expression.registerFunction("parse", (text: string) => JSON.parse(text), "<s:x>");
  expression.registerFunction("eval", () => {
    throw new Error("$eval is not supported by Step Functions; use $parse for JSON");
  });
}

function partition(items: unknown[], size: number): unknown[][] {
  if (!Number.isInteger(size) || size < 1)
    throw new RangeError(`$partition needs a whole size of 1 or more, not ${size}`);
  const parts: unknown[][] = [];
  for (let at = 0; at < items.length; at += size) parts.push(items.slice(at, at + size));
  return parts;
}

/** Both ends belong to it, as in Step Functions' States.ArrayRange. */
function range(first: number, last: number, step: number): number[] {
  if (step === 0) throw new RangeError("$range needs a step other than 0");
  const length = Math.max(0, Math.floor((last - first) / step) + 1);
  if (length > LONGEST_RANGE) throw new RangeError(`$range makes at most ${LONGEST_RANGE} numbers, not ${length}`);
  return Array.from({ length }, (_, index) => first + index * step);
}

function hash(data: string, algorithm: string): string {
  const name = HASHES[algorithm];
  if (!name) throw new RangeError(`$hash knows ${Object.keys(HASHES).join(", ")}, not ${algorithm}`);
  return createHash(name).update(data).digest("hex");
}

/** mulberry32: the same seed gives the same number. */
function seeded(seed: number): number {
  let t = (Math.trunc(seed) + 0x6d2b79f5) | 0;
  t = Math.imul(t ^ (t >>> 15), t | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
}
