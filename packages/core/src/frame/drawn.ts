import type { Geometry } from "../annotation/shape.ts";
import { clamp, type Roi, WHOLE } from "./roi.ts";

type Size = { width: number; height: number };

/** Of what is no area by itself, so many pixels around it are shown. */
const AROUND = 32;

/** The part of a picture that shows what was drawn, with so many pixels of the picture around it; all of it for what is of no place. */
export function partOf(drawn: Geometry, picture: Size, margin: number | undefined): Roi {
  const corners = cornersOf(drawn);
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  if (corners.length === 0) return WHOLE;
  const isArea = drawn.width !== null || drawn.points !== null;
  const pixels = margin ?? (isArea ? 0 : AROUND);
  const [left, top] = [Math.min(...xs) - pixels / picture.width, Math.min(...ys) - pixels / picture.height];
  const right = Math.max(...xs) + pixels / picture.width;
  const bottom = Math.max(...ys) + pixels / picture.height;
  // What is as thin as a line still shows the pixels that it lies on.
  const thin = { width: Math.max(right - left, 1 / picture.width), height: Math.max(bottom - top, 1 / picture.height) };
  const [x, y] = [Math.min(left, 1 - 1 / picture.width), Math.min(top, 1 - 1 / picture.height)];
  return clamp({ ...thin, x, y }) ?? WHOLE;
}

function cornersOf({ x, y, width, height, u, v, points }: Geometry): [number, number][] {
  if (points !== null) return points;
  if (x === null || y === null) return [];
  return [
    [x, y],
    [x + (width ?? u ?? 0), y + (height ?? v ?? 0)],
  ];
}
