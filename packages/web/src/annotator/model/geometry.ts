import type { Geometry, Point, Shape } from "./types.ts";

export type Bounds = { left: number; top: number; right: number; bottom: number };

const within = (value: number) => Math.max(0, Math.min(1, value));
const n = (value: number | null | undefined) => value ?? 0;

/** The corners by which a shape is taken hold of: of a box eight, of a line its ends (the second is so far from the first), of a polygon its vertices. */
export function handles(shape: Shape, geometry: Geometry): Point[] {
  const { x, y, width, height, u, v } = geometry;
  if (shape === "polygon") return geometry.points ?? [];
  if (shape === "dot") return [[n(x), n(y)]];
  if (shape === "line")
    return [
      [n(x), n(y)],
      [n(x) + n(u), n(y) + n(v)],
    ];
  if (shape !== "box") return [];
  const [left, top, right, bottom] = [n(x), n(y), n(x) + n(width), n(y) + n(height)];
  const [across, down] = [(left + right) / 2, (top + bottom) / 2];
  return [
    [left, top],
    [across, top],
    [right, top],
    [right, down],
    [right, bottom],
    [across, bottom],
    [left, bottom],
    [left, down],
  ];
}

export function bounds(shape: Shape, geometry: Geometry): Bounds {
  const points = shape === "box" ? handles("box", geometry) : handles(shape, geometry);
  const bounded = { left: 1, top: 1, right: 0, bottom: 0 };
  for (const [x, y] of points) {
    bounded.left = Math.min(bounded.left, x);
    bounded.right = Math.max(bounded.right, x);
    bounded.top = Math.min(bounded.top, y);
    bounded.bottom = Math.max(bounded.bottom, y);
  }
  return bounded;
}

/** Two corners in any order. */
export function boxOf([ax, ay]: Point, [bx, by]: Point): Geometry {
  const [left, top] = [within(Math.min(ax, bx)), within(Math.min(ay, by))];
  return { x: left, y: top, width: within(Math.max(ax, bx)) - left, height: within(Math.max(ay, by)) - top };
}

export function lineOf(from: Point, to: Point): Geometry {
  const [x, y, endX, endY] = [...from, ...to].map(within) as [number, number, number, number];
  return { x, y, u: endX - x, v: endY - y };
}

/** Moves a shape whole, as far as the picture goes. */
export function moved(shape: Shape, geometry: Geometry, dx: number, dy: number): Geometry {
  const { left, top, right, bottom } = bounds(shape, geometry);
  const byX = Math.max(-left, Math.min(1 - right, dx));
  const byY = Math.max(-top, Math.min(1 - bottom, dy));
  if (shape === "polygon") return { points: (geometry.points ?? []).map(([x, y]) => [x + byX, y + byY] as const) };
  const to = { x: n(geometry.x) + byX, y: n(geometry.y) + byY };
  if (shape === "line") return { ...to, u: n(geometry.u), v: n(geometry.v) };
  if (shape === "box") return { ...to, width: n(geometry.width), height: n(geometry.height) };
  return to;
}

/** Draws one handle to another place; a box drawn through itself turns over. */
export function reshaped(shape: Shape, geometry: Geometry, handle: number, to: Point): Geometry {
  const [x, y] = [within(to[0]), within(to[1])];
  if (shape === "polygon")
    return { points: (geometry.points ?? []).map((point, at) => (at === handle ? ([x, y] as const) : point)) };
  if (shape === "dot") return { x, y };
  if (shape === "line") {
    const [from = [0, 0], end = [0, 0]] = handles("line", geometry);
    return handle === 0 ? lineOf([x, y], end) : lineOf(from, [x, y]);
  }
  const { left, top, right, bottom } = bounds("box", geometry);
  const isLeft = [0, 6, 7].includes(handle);
  const isRight = [2, 3, 4].includes(handle);
  const isTop = [0, 1, 2].includes(handle);
  const isBottom = [4, 5, 6].includes(handle);
  return boxOf([isLeft ? x : left, isTop ? y : top], [isRight ? x : right, isBottom ? y : bottom]);
}

/** A vertex more on the edge behind the one numbered `edge`. */
export const withVertex = (points: Point[], edge: number, at: Point): Point[] => points.toSpliced(edge + 1, 0, at);

/** One less, as long as a polygon is left. */
export const withoutVertex = (points: Point[], vertex: number): Point[] =>
  points.length > 3 ? points.toSpliced(vertex, 1) : points;

/** Distance of a point from a stretch, all three in the same measure. */
export function distanceToEdge([px, py]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / length));
  return Math.hypot(px - ax - along * dx, py - ay - along * dy);
}

export function isInside([x, y]: Point, points: readonly Point[]): boolean {
  let inside = false;
  for (let at = 0; at < points.length; at++) {
    const [ax, ay] = points[at] ?? [0, 0];
    const [bx, by] = points[(at + 1) % points.length] ?? [0, 0];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}
