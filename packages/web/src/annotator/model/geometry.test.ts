import { describe, expect, it } from "vitest";
import {
  bounds,
  boxOf,
  distanceToEdge,
  handles,
  isInside,
  moved,
  reshaped,
  withoutVertex,
  withVertex,
} from "./geometry.ts";
import type { Point } from "./types.ts";

const box = { x: 0.2, y: 0.2, width: 0.2, height: 0.4 };
const triangle: Point[] = [
  [0.1, 0.1],
  [0.5, 0.1],
  [0.1, 0.5],
];

describe("boxes", () => {
  it("come from two corners in any order and stay on the picture", () => {
    expect(boxOf([0.5, 0.75], [0.25, 0.5])).toEqual({ x: 0.25, y: 0.5, width: 0.25, height: 0.25 });
    expect(boxOf([-1, 0.5], [0.5, 2])).toEqual({ x: 0, y: 0.5, width: 0.5, height: 0.5 });
  });

  it("move as far as the picture goes and keep their size", () => {
    expect(moved("box", box, 2, -0.1)).toEqual({ x: expect.closeTo(0.8), y: 0.1, width: 0.2, height: 0.4 });
  });

  it("keep the far corner while one is drawn, and turn over when it is drawn through", () => {
    expect(reshaped("box", box, 4, [0.5, 0.5])).toMatchObject({ x: 0.2, y: 0.2, width: expect.closeTo(0.3) });
    expect(bounds("box", reshaped("box", box, 0, [0.9, 0.9]))).toMatchObject({
      left: expect.closeTo(0.4),
      top: expect.closeTo(0.6),
      right: expect.closeTo(0.9),
    });
    expect(handles("box", box)).toHaveLength(8);
  });

  it("change on one side by the handle in its middle", () => {
    const wide = bounds("box", reshaped("box", box, 3, [0.9, 0.9]));
    expect(wide).toMatchObject({ left: 0.2, top: 0.2, right: expect.closeTo(0.9), bottom: expect.closeTo(0.6) });
  });
});

describe("polygons", () => {
  it("gain and lose vertices, but never become a line", () => {
    const more = withVertex(triangle, 0, [0.3, 0]);
    expect(more[1]).toEqual([0.3, 0]);
    expect(withoutVertex(more, 1)).toEqual(triangle);
    expect(withoutVertex(triangle, 0)).toEqual(triangle);
    expect(withVertex(triangle, 2, [0, 0.3])[3]).toEqual([0, 0.3]);
  });

  it("know inside from outside", () => {
    expect(isInside([0.2, 0.2], triangle)).toBe(true);
    expect(isInside([0.4, 0.4], triangle)).toBe(false);
  });
});

it("lines move with both ends, and a dot is drawn by itself", () => {
  expect(moved("line", { x: 0.25, y: 0.1, u: 0.5, v: 0.5 }, 1, 0)).toEqual({ x: 0.5, y: 0.1, u: 0.5, v: 0.5 });
  expect(reshaped("line", { x: 0.25, y: 0, u: 0.5, v: 0.5 }, 0, [0.5, 0])).toEqual({ x: 0.5, y: 0, u: 0.25, v: 0.5 });
  expect(reshaped("dot", { x: 0.1, y: 0.1 }, 0, [2, 0.5])).toEqual({ x: 1, y: 0.5 });
});

it("an edge is as far as its nearest point", () => {
  expect(distanceToEdge([5, 5], [0, 0], [10, 0])).toBe(5);
  expect(distanceToEdge([13, 4], [0, 0], [10, 0])).toBe(5);
});
