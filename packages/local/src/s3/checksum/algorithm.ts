import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import { CRC32, CRC32C, CRC64NVME, combine, type Polynomial } from "./combine.ts";
import { crc32c } from "./crc32c.ts";
import { type Crc64, crc64nvme } from "./crc64nvme.ts";

export const algorithms = ["CRC32", "CRC32C", "CRC64NVME", "SHA1", "SHA256"] as const;
export type Algorithm = (typeof algorithms)[number];

/** COMPOSITE: the digest of the parts' digests. FULL_OBJECT: as if the object had come in one piece. */
export type ChecksumType = "COMPOSITE" | "FULL_OBJECT";

/** `value` is base64, as in headers; a composite one carries `-<number of parts>`. */
export type Checksum = { algorithm: Algorithm; value: string; type: ChecksumType };

export type Digest = { update(bytes: Uint8Array): void; value(): string };

export const digestBytes: Record<Algorithm, number> = { CRC32: 4, CRC32C: 4, CRC64NVME: 8, SHA1: 20, SHA256: 32 };

/** `CRC32` from a header's `crc32`, in either case. */
export const parseAlgorithm = (name: string): Algorithm | undefined =>
  algorithms.find((algorithm) => algorithm === name.toUpperCase());

export const checksumHeader = (algorithm: Algorithm): string => `x-amz-checksum-${algorithm.toLowerCase()}`;

/** The element of XML answers and requests: `ChecksumCRC32C`. */
export const checksumElement = (algorithm: Algorithm): string => `Checksum${algorithm}`;

export function createDigest(algorithm: Algorithm): Digest {
  switch (algorithm) {
    case "CRC32":
      return crcDigest(crc32);
    case "CRC32C":
      return crcDigest(crc32c);
    case "CRC64NVME":
      return crc64Digest();
    default:
      return hashDigest(algorithm.toLowerCase());
  }
}

const polynomials: Partial<Record<Algorithm, Polynomial>> = { CRC32, CRC32C, CRC64NVME };

export const allowedTypes = (algorithm: Algorithm): ChecksumType[] =>
  algorithm === "CRC64NVME"
    ? ["FULL_OBJECT"]
    : algorithm.startsWith("CRC")
      ? ["COMPOSITE", "FULL_OBJECT"]
      : ["COMPOSITE"];

/** The checksum of a completed upload out of those of its parts. */
export function objectChecksum(
  algorithm: Algorithm,
  type: ChecksumType,
  parts: readonly { value: string; size: number }[],
): Checksum {
  const polynomial = polynomials[algorithm];
  if (type === "FULL_OBJECT" && polynomial) {
    const crc = combine(
      polynomial,
      parts.map(({ value, size }) => ({ crc: toBigInt(value), size })),
    );
    const hex = crc.toString(16).padStart(polynomial.bits / 4, "0");
    return { algorithm, type, value: Buffer.from(hex, "hex").toString("base64") };
  }
  const digest = createDigest(algorithm);
  for (const { value } of parts) digest.update(Buffer.from(value, "base64"));
  return { algorithm, type: "COMPOSITE", value: `${digest.value()}-${parts.length}` };
}

const toBigInt = (base64: string): bigint => BigInt(`0x${Buffer.from(base64, "base64").toString("hex")}`);

function crcDigest(step: (bytes: Uint8Array, crc: number) => number): Digest {
  let crc = 0;
  return {
    update: (bytes) => {
      crc = step(bytes, crc);
    },
    value: () => {
      const out = Buffer.alloc(4);
      out.writeUInt32BE(crc);
      return out.toString("base64");
    },
  };
}

function crc64Digest(): Digest {
  let crc: Crc64 = { low: 0, high: 0 };
  return {
    update: (bytes) => {
      crc = crc64nvme(bytes, crc);
    },
    value: () => {
      const out = Buffer.alloc(8);
      out.writeUInt32BE(crc.high);
      out.writeUInt32BE(crc.low, 4);
      return out.toString("base64");
    },
  };
}

function hashDigest(name: string): Digest {
  const hash = createHash(name);
  return { update: (bytes) => void hash.update(bytes), value: () => hash.digest("base64") };
}
