import { bounds, distanceToEdge, handles, isInside } from "../model/geometry.ts";
import type { Point } from "../model/types.ts";
import type { Drawable } from "./drawable.ts";
import { type Size, toStage, type View } from "./view.ts";

const CELLS = 32;
const NEAR = 7;

export type Hit = { item: Drawable; handle?: number; edge?: number };

/**
 * Which shape is under the pointer. The picture is cut into cells that know their shapes, so that a crowd costs no more than
 * the few around the pointer; made once for a set of shapes, when the pointer first asks.
 */
export function createHits(items: readonly Drawable[]) {
  let cells: number[][] | undefined;

  function made() {
    if (cells) return cells;
    const all: number[][] = Array.from({ length: CELLS * CELLS }, () => []);
    items.forEach((item, at) => {
      const { left, top, right, bottom } = bounds(item.shape, item.geometry);
      for (let y = cell(top); y <= cell(bottom); y++)
        for (let x = cell(left); x <= cell(right); x++) all[y * CELLS + x]?.push(at);
    });
    cells = all;
    return all;
  }

  /** The smallest shape there: what lies on top of a big one can always be reached. */
  return function hit(at: Point, place: Point, view: View, picture: Size, selected?: string): Hit | undefined {
    const chosen = items.find(({ id }) => id === selected);
    const grip = chosen?.isEditable ? gripOf(chosen, at, view, picture) : undefined;
    if (chosen && grip) return { item: chosen, ...grip };
    let best: Drawable | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const index of around(
      made(),
      place,
      NEAR / (picture.width * view.scale),
      NEAR / (picture.height * view.scale),
    )) {
      const item = items[index];
      if (!item || !touches(item, at, place, view, picture)) continue;
      const { left, top, right, bottom } = bounds(item.shape, item.geometry);
      const area = (right - left) * (bottom - top);
      if (area <= least) [best, least] = [item, area];
    }
    return best && { item: best };
  };
}

const cell = (share: number) => Math.max(0, Math.min(CELLS - 1, Math.floor(share * CELLS)));

function around(cells: number[][], [x, y]: Point, dx: number, dy: number): Set<number> {
  const found = new Set<number>();
  for (let row = cell(y - dy); row <= cell(y + dy); row++)
    for (let column = cell(x - dx); column <= cell(x + dx); column++)
      for (const at of cells[row * CELLS + column] ?? []) found.add(at);
  return found;
}

function touches({ shape, geometry }: Drawable, at: Point, place: Point, view: View, picture: Size): boolean {
  const corners = handles(shape, geometry);
  if (shape === "polygon" && isInside(place, corners)) return true;
  if (shape === "box") {
    const { left, top, right, bottom } = bounds(shape, geometry);
    if (place[0] >= left && place[0] <= right && place[1] >= top && place[1] <= bottom) return true;
  }
  const points = corners.map((corner) => toStage(view, picture, corner));
  const [first] = points;
  if (shape === "dot" || points.length < 2)
    return first !== undefined && Math.hypot(first[0] - at[0], first[1] - at[1]) <= NEAR + 2;
  return edgeAt(points, at, shape !== "line") !== undefined;
}

function edgeAt(points: readonly Point[], at: Point, isClosed: boolean): number | undefined {
  const edges = isClosed ? points.length : points.length - 1;
  for (let edge = 0; edge < edges; edge++) {
    const from = points[edge];
    const to = points[(edge + 1) % points.length];
    if (from && to && distanceToEdge(at, from, to) <= NEAR) return edge;
  }
  return undefined;
}

/** A handle of the selected shape, or the edge of a polygon, on which a vertex can be set. */
function gripOf({ shape, geometry }: Drawable, at: Point, view: View, picture: Size) {
  const points = handles(shape, geometry).map((corner) => toStage(view, picture, corner));
  const handle = points.findLastIndex(([x, y]) => Math.hypot(x - at[0], y - at[1]) <= NEAR);
  if (handle >= 0) return { handle };
  const edge = shape === "polygon" ? edgeAt(points, at, true) : undefined;
  return edge === undefined ? undefined : { edge };
}
