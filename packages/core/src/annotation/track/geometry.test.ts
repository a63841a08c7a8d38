import { expect, test } from "vitest";
import { between, extended, gaps, segments } from "./geometry.ts";

const box = (frame: number, x: number) => ({
  ...{ frame, x, y: 0.5, width: 0.1, height: 0.2, u: null, v: null },
  points: null as [number, number][] | null,
});

test("stretches of consecutive frames, whatever their order", () => {
  expect(segments([8, 1, 3, 2, 7, 3])).toEqual([
    [1, 3],
    [7, 8],
  ]);
  expect(segments([])).toEqual([]);
});

test("what lies between two boxes lies on the line between them", () => {
  const middle = between(box(10, 0), box(20, 1), 15);
  expect(middle).toEqual({ ...box(15, 0.5) });
  expect(
    between(
      {
        ...box(0, 0),
        points: [
          [0, 0],
          [1, 0],
          [0, 1],
        ],
      },
      {
        ...box(2, 0),
        points: [
          [0.5, 0],
          [1, 0],
          [0, 0],
        ],
      },
      1,
    ).points,
  ).toEqual([
    [0.25, 0],
    [1, 0],
    [0, 0.5],
  ]);
  const corners: [number, number][] = [
    [0, 0],
    [1, 0],
    [0, 1],
  ];
  expect(between({ ...box(0, 0), points: corners }, { ...box(2, 0), points: [...corners, [1, 1]] }, 1).points).toEqual(
    corners,
  );
});

test("gaps are filled, one drawing a frame, and nothing else is", () => {
  const filled = gaps([box(5, 0.5), box(1, 0.1), box(2, 0.2)]);
  expect(filled.map(({ frame }) => frame)).toEqual([3, 4]);
  expect(filled[0]?.x).toBeCloseTo(0.3);
  expect(gaps([box(1, 0), box(1, 1)])).toEqual([]);
});

test("an end is drawn on, as far as the video goes", () => {
  const ends = [box(3, 0.3), box(1, 0.1)];
  expect(extended(ends, "forward", { count: 5, frames: 6 }).map(({ frame, x }) => [frame, x])).toEqual([
    [4, 0.3],
    [5, 0.3],
  ]);
  expect(extended(ends, "backward", { count: 5, frames: 6 }).map(({ frame, x }) => [frame, x])).toEqual([[0, 0.1]]);
  expect(extended([], "forward", { count: 1, frames: 9 })).toEqual([]);
});
