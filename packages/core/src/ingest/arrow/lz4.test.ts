import { describe, expect, it } from "vitest";
import { decodeLz4Frame } from "./lz4.ts";

const frame = (...blocks: number[][]) => {
  const header = [0x04, 0x22, 0x4d, 0x18, 0x60, 0x40, 0x82];
  const sized = (block: number[], flag = 0) => [block.length & 0xff, block.length >> 8, 0, flag, ...block];
  return Uint8Array.from([...header, ...blocks.flatMap((block) => sized(block)), 0, 0, 0, 0]);
};
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString();
const [a, b, c] = [97, 98, 99];

describe("an LZ4 frame", () => {
  it("gives its literals and its matches, also those that reach into themselves", () => {
    expect(text(decodeLz4Frame(frame([0x35, a, b, c, 3, 0, 0x10, c]), 100))).toBe("abcabcabcabcc");
  });

  it("counts on where fifteen does not suffice", () => {
    expect(text(decodeLz4Frame(frame([0x1f, a, 1, 0, 255, 0, 0x10, b]), 1_000))).toBe(`${"a".repeat(275)}b`);
  });

  it("matches what came in blocks before", () => {
    expect(text(decodeLz4Frame(frame([0x30, a, b, c], [0x00, 3, 0, 0x00]), 100))).toBe("abcabca");
  });

  it.each([
    ["another file", Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8])],
    ["nothing", new Uint8Array()],
    ["cut short", frame([0x35, a, b, c, 3, 0]).subarray(0, 12)],
    ["a match before the beginning", frame([0x10, a, 9, 0])],
    ["literals that are not there", frame([0xf0, 200, a])],
    ["more than it may be", frame([0x1f, a, 1, 0, 255, 255, 255, 0])],
  ])("that is none is refused: %s", (_, bytes) => {
    expect(() => decodeLz4Frame(bytes, 300)).toThrow(RangeError);
  });
});
