import { expect, it } from "vitest";
import { between, wayOf } from "./interpolate.ts";
import { box } from "./sample.ts";

const keys = [box("a", 10, { x: 0.1 }), box("b", 20, { x: 0.3 })];

it("a frame between two keys has the shape between theirs", () => {
  expect(between(keys, 15, "linear")).toMatchObject({ x: expect.closeTo(0.2), width: 0.2 });
  expect(between(keys, 19, "latest")?.x).toBe(0.1);
});

it("there is none on a key, before, behind, or where the type wants none", () => {
  expect([10, 20, 9, 21].map((frame) => between(keys, frame, "linear"))).toEqual(Array(4).fill(undefined));
  expect(between(keys, 15, "none")).toBeUndefined();
});

it("its way leads through the middle of each", () => {
  expect(wayOf(keys)).toEqual([
    { frame: 10, x: expect.closeTo(0.2), y: expect.closeTo(0.3) },
    { frame: 20, x: expect.closeTo(0.4), y: expect.closeTo(0.3) },
  ]);
});
