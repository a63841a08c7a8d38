import fc from "fast-check";
import { expect, test } from "vitest";
import { type Algorithm, algorithms, createDigest, objectChecksum } from "./algorithm.ts";

const digestOf = (algorithm: Algorithm, ...pieces: Uint8Array[]): string => {
  const digest = createDigest(algorithm);
  for (const piece of pieces) digest.update(piece);
  return digest.value();
};

/** The CRC catalogue's check values, and FIPS 180 for the rest. */
test.each([
  ["CRC32", "cbf43926"],
  ["CRC32C", "e3069283"],
  ["CRC64NVME", "ae8b14860a799888"],
  ["SHA1", "f7c3bc1d808e04732adf679965ccc34ca7ae3441"],
  ["SHA256", "15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225"],
] as const)("%s of 123456789", (algorithm, hex) => {
  expect(digestOf(algorithm, Buffer.from("123456789"))).toBe(Buffer.from(hex, "hex").toString("base64"));
});

const bytes = fc.uint8Array({ maxLength: 200 });

test("a digest does not depend on how the bytes are cut or aligned in memory", () => {
  fc.assert(
    fc.property(fc.constantFrom(...algorithms), bytes, fc.nat(200), fc.nat(7), (algorithm, data, cut, shift) => {
      const shifted = new Uint8Array(data.length + shift).subarray(shift);
      shifted.set(data);
      const byByte = Array.from(data, (_, at) => data.subarray(at, at + 1));
      expect(digestOf(algorithm, shifted.subarray(0, cut), shifted.subarray(cut))).toBe(digestOf(algorithm, ...byByte));
    }),
  );
});

test("the full-object checksum made of the parts' checksums is that of the whole", () => {
  const crcs = fc.constantFrom("CRC32" as const, "CRC32C" as const, "CRC64NVME" as const);
  fc.assert(
    fc.property(crcs, fc.array(bytes, { minLength: 1, maxLength: 6 }), (algorithm, parts) => {
      const each = parts.map((part) => ({ value: digestOf(algorithm, part), size: part.length }));
      const whole = digestOf(algorithm, ...parts);
      expect(objectChecksum(algorithm, "FULL_OBJECT", each)).toEqual({ algorithm, type: "FULL_OBJECT", value: whole });
    }),
  );
});

test("combining ten thousand parts of gigabytes takes no noticeable time", () => {
  const parts = Array.from({ length: 10_000 }, () => ({ value: "AAAAAAAAAAA=", size: 5 * 1024 ** 3 }));
  const start = performance.now();
  objectChecksum("CRC64NVME", "FULL_OBJECT", parts);
  expect(performance.now() - start).toBeLessThan(4_000);
});

test("a composite checksum is the digest of the parts' digests and their number", () => {
  const [a, b] = [digestOf("SHA256", Buffer.from("a")), digestOf("SHA256", Buffer.from("b"))];
  const expected = digestOf("SHA256", Buffer.from(a, "base64"), Buffer.from(b, "base64"));
  const parts = [a, b].map((value) => ({ value, size: 1 }));
  expect(objectChecksum("SHA256", "COMPOSITE", parts)).toEqual({
    algorithm: "SHA256",
    type: "COMPOSITE",
    value: `${expected}-2`,
  });
});
