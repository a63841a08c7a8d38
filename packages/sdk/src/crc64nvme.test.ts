import fc from "fast-check";
import { expect, it } from "vitest";
import { createCRC64NVME } from "./crc64nvme.ts";

function checksum(...pieces: Uint8Array[]) {
  const crc = createCRC64NVME();
  for (const piece of pieces) crc.update(piece);
  return crc.base64();
}

it("is the one of the CRC catalogue, in base64", () => {
  const check = Buffer.from("ae8b14860a799888", "hex").toString("base64");
  expect(checksum(new TextEncoder().encode("123456789"))).toBe(check);
});

it("does not depend on how the bytes are cut or aligned in memory", () => {
  const bytes = fc.uint8Array({ maxLength: 200 });
  fc.assert(
    fc.property(bytes, fc.nat(200), fc.nat(7), (data, cut, shift) => {
      const shifted = new Uint8Array(data.length + shift).subarray(shift);
      shifted.set(data);
      const byByte = Array.from(data, (_, at) => data.subarray(at, at + 1));
      expect(checksum(shifted.subarray(0, cut), shifted.subarray(cut))).toBe(checksum(...byByte));
    }),
  );
});
