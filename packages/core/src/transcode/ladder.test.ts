import fc from "fast-check";
import { expect, it } from "vitest";
import { heights, LADDER, ladder } from "./ladder.ts";
import { inOrder } from "./wanted.ts";

it.each([
  [1080, [144, 360, 480, 720, 1080]],
  [600, [144, 360, 480, 600]],
  [771, [144, 360, 480, 720, 771]],
  [100, [100]],
  [2160, [144, 360, 480, 720, 1080]],
  [144, [144]],
  [1, [1]],
])("%d lines have the rungs %j", (source, wanted) => expect(heights(source)).toEqual(wanted));

it("keeps sizes even in the file, whatever they are called", () => {
  expect(ladder({ width: 1371, height: 771 }).at(-1)).toEqual({ name: "771", width: 1370, height: 770 });
  expect(ladder({ width: 1, height: 1 })).toEqual([{ name: "1", width: 2, height: 2 }]);
});

it("never scales up, keeps the shape, and has each height once", () => {
  const size = fc.integer({ min: 2, max: 8_192 });
  fc.assert(
    fc.property(size, size, (width, height) => {
      const rungs = ladder({ width, height });
      expect(rungs.length).toBeGreaterThan(0);
      expect(new Set(rungs.map(({ name }) => name)).size).toBe(rungs.length);
      for (const rung of rungs) {
        const named = Number(rung.name);
        expect(named === height || LADDER.includes(named)).toBe(true);
        expect(rung.height).toBeLessThanOrEqual(Math.max(2, height));
        expect([rung.width % 2, rung.height % 2]).toEqual([0, 0]);
        expect(Math.abs(rung.width - Math.max(2, (width * named) / height))).toBeLessThan(2);
      }
    }),
  );
});

it("makes first what is looked at first, beside what takes longest", () => {
  const names = (height: number) => inOrder(ladder({ width: (height * 16) / 9, height })).map(({ name }) => name);
  expect(names(1080)).toEqual(["144", "1080", "360", "720", "480"]);
  expect(names(360)).toEqual(["144", "360"]);
  expect(names(144)).toEqual(["144"]);
});
