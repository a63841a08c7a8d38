import fc from "fast-check";
import { expect, test } from "vitest";
import { AppError } from "../error/index.ts";
import { lengthOf, MAX_BYTES, planOf, verify } from "./parts.ts";

const MIB = 1024 * 1024;

test.each([
  [0, 8 * MIB, 0],
  [1, 8 * MIB, 1],
  [8 * MIB, 8 * MIB, 1],
  [8 * MIB + 1, 8 * MIB, 2],
  [80_000 * MIB + 1, 8 * MIB + 1, 10_000],
  [MAX_BYTES, Math.ceil(MAX_BYTES / 10_000), 10_000],
])("%d bytes are cut into parts of %d", (bytes, partBytes, partCount) =>
  expect(planOf(bytes)).toEqual({ bytes, partBytes, partCount }),
);

test("the parts add up to the file, within S3's limits", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: MAX_BYTES }), (bytes) => {
      const plan = planOf(bytes);
      const last = lengthOf(plan, plan.partCount);
      expect(plan.partCount).toBeLessThanOrEqual(10_000);
      expect(last).toBeGreaterThan(0);
      expect((plan.partCount - 1) * plan.partBytes + last).toBe(bytes);
    }),
  );
});

const plan = planOf(8 * MIB + 3);
const arrived = [
  { number: 1, bytes: 8 * MIB, etag: "a" },
  { number: 2, bytes: 3, etag: "b" },
];
const sent = [
  { number: 1, etag: '"a"' },
  { number: 2, etag: "b" },
];

test("what arrived whole may be completed, with or without quotes around the etags", () =>
  expect(() => verify(plan, sent, arrived)).not.toThrow());

test.each([
  ["a part has not arrived", sent, arrived.slice(0, 1)],
  ["a part is short", sent, [arrived[0], { number: 2, bytes: 2, etag: "b" }]],
  ["a part is more than declared", sent, [...arrived, { number: 3, bytes: 1, etag: "c" }]],
  ["an etag is another", [sent[0], { number: 2, etag: "x" }], arrived],
  ["the list leaves one out", sent.slice(0, 1), arrived],
  ["the list names one twice", [...sent, sent[1]], arrived],
] as const)("%s: refused", (_, parts, there) => {
  const codeOf = () => {
    try {
      verify(plan, parts as typeof sent, there as typeof arrived);
    } catch (error) {
      return error instanceof AppError ? error.code : error;
    }
  };
  expect(codeOf()).toBe("upload.incomplete");
});
