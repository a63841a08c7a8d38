import { expect, it } from "vitest";
import { placeIn, scales } from "./tiling.ts";

it("goes from one square to the whole, twice as large each time", () => {
  expect(scales(2_000, 1_025, 512)).toEqual([
    { width: 500, height: 257, columns: 1, rows: 1 },
    { width: 1_000, height: 513, columns: 2, rows: 2 },
    { width: 2_000, height: 1_025, columns: 4, rows: 3 },
  ]);
  expect(scales(512, 1, 512)).toHaveLength(1);
});

it("knows where a square is, and that there is none beyond the edge", () => {
  const level = { width: 600, height: 600, columns: 2, rows: 2, offsets: [10, 20, 40, 70, 110] };
  const tiling = { version: 1 as const, tile: 512, contentType: "image/webp", levels: [level] };
  expect(placeIn(tiling, 0, 1, 1)).toEqual([70, 110]);
  for (const [l = 0, c = 0, r = 0] of [
    [1, 0, 0],
    [0, 2, 0],
    [0, 0, 2],
  ])
    expect(placeIn(tiling, l, c, r)).toBeUndefined();
});
