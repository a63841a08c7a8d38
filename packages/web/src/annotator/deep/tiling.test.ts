import { expect, test } from "vitest";
import { fit } from "../stage/view.ts";
import { bytesOf, edgesOf, levelFor, type Tiling, visible } from "./tiling.ts";

const picture = { width: 6_000, height: 4_500 };
const stage = { width: 900, height: 600 };
/** Every square has ten bytes. */
const tiling: Tiling = {
  tile: 512,
  contentType: "image/webp",
  levels: [375, 750, 1_500, 3_000, 6_000].map((width) => {
    const height = (width * 3) / 4;
    const [columns, rows] = [Math.ceil(width / 512), Math.ceil(height / 512)];
    return { width, height, columns, rows, offsets: Array.from({ length: columns * rows + 1 }, (_, at) => at * 10) };
  }),
};

test.each([
  [0.01, 0],
  [0.125, 1],
  [0.135, 1],
  [0.25, 2],
  [0.3, 3],
  [1, 4],
  [40, 4],
])("at %d pixels of the screen for one of the picture, level %d is sharp enough", (scale, level) => {
  expect(levelFor(tiling, picture, scale)).toBe(level);
});

test("whole, every square of a level is on the stage; close, only those that are seen, the middle first", () => {
  expect(visible(tiling, 2, fit(picture, stage), picture, stage).length).toBe(3 * 3);
  const close = { scale: 1, x: -1_024, y: -1_024 };
  const tiles = visible(tiling, 4, close, picture, stage);
  expect(tiles.map(({ key }) => key).sort()).toEqual(["4/2/2", "4/2/3", "4/3/2", "4/3/3"]);
  expect(tiles[0]?.key).toBe("4/2/2");
  expect(visible(tiling, 4, { scale: 1, x: -5_900, y: 0 }, picture, stage).map(({ column }) => column)).toEqual([
    11, 11,
  ]);
});

test("squares lie side by side, and those at the end are cut off where the picture ends", () => {
  const view = { scale: 0.5, x: 10, y: 20 };
  const at = (column: number, row: number) => edgesOf(tiling, { key: "", level: 3, column, row }, view, picture);
  expect(at(0, 0)).toEqual([10, 20, 522, 532]);
  expect(at(1, 0)[0]).toBe(at(0, 0)[2]);
  expect(at(5, 4).slice(2)).toEqual([10 + 3_000, 20 + 2_250]);
});

test("its bytes lie row by row behind each other", () => {
  expect(bytesOf(tiling, { key: "", level: 4, column: 2, row: 1 })).toEqual({ offset: 140, size: 10 });
});
