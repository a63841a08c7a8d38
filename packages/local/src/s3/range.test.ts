import fc from "fast-check";
import { expect, test } from "vitest";
import { parseCopyRange, parseRange } from "./range.ts";
import { slices } from "./store/blob.ts";
import { codeOf } from "./testing.ts";

test.each([
  ["bytes=0-4", { start: 0, end: 4 }],
  ["bytes=4-", { start: 4, end: 9 }],
  ["bytes=-3", { start: 7, end: 9 }],
  ["bytes=-30", { start: 0, end: 9 }],
  ["bytes=5-500", { start: 5, end: 9 }],
  ["bytes=9-9", { start: 9, end: 9 }],
  ["bytes=4-2", undefined],
  ["bytes=-", undefined],
  ["bytes=0-1,4-5", undefined],
  ["lines=0-1", undefined],
  [undefined, undefined],
])("%s of ten bytes", (header, range) => {
  expect(parseRange(header, 10)).toEqual(range);
});

test.each([
  ["bytes=10-", 10],
  ["bytes=-0", 10],
  ["bytes=0-", 0],
  ["bytes=-1", 0],
])("%s of %i bytes cannot be satisfied", async (header, size) => {
  expect(await codeOf(() => parseRange(header, size))).toBe("InvalidRange");
});

test.each(["bytes=5-10", "bytes=0-", "bytes=3-2", "0-1"])("a copy refuses %s of ten bytes", async (header) => {
  expect(await codeOf(() => parseCopyRange(header, 10))).toBe("InvalidArgument");
});

test("the slices of a range over blobs are exactly its bytes, in order", () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(sizes, fc.nat(80), fc.nat(80), (blobSizes, a, b) => {
      const blobs = blobSizes.map((size, at) => ({ id: String(at), size }));
      const all = blobs.flatMap(({ id, size }) => Array.from({ length: size }, (_, at) => `${id}:${at}`));
      const [start, end] = [Math.min(a, b) % all.length, Math.max(a, b) % all.length].sort((x, y) => x - y) as [
        number,
        number,
      ];
      const got = slices(blobs, { start, end }).flatMap((slice) =>
        Array.from({ length: slice.end - slice.start + 1 }, (_, at) => `${slice.blob.id}:${slice.start + at}`),
      );
      expect(got).toEqual(all.slice(start, end + 1));
    }),
  );
});
