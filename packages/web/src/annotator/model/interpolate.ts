import { bounds } from "./geometry.ts";
import type { Geometry, Interpolation, Localization } from "./types.ts";

/** Where a track's shape is on a frame that has none of its own: between two, as its type says. */
export function between(
  sorted: readonly Localization[],
  frame: number,
  how: Interpolation,
): (Geometry & { like: Localization }) | undefined {
  const after = firstAfter(sorted, frame);
  const from = sorted[after - 1];
  const to = sorted[after];
  if (!from || !to || from.frame === frame || how === "none") return undefined;
  if (how === "latest" || from.points || to.points) return { ...from, like: from };
  const share = (frame - from.frame) / (to.frame - from.frame);
  const mix = (a: number | null | undefined, b: number | null | undefined) =>
    a === null || a === undefined || b === null || b === undefined ? a : a + (b - a) * share;
  return {
    ...{
      x: mix(from.x, to.x),
      y: mix(from.y, to.y),
      width: mix(from.width, to.width),
      height: mix(from.height, to.height),
    },
    ...{ u: mix(from.u, to.u), v: mix(from.v, to.v), points: null },
    like: from,
  };
}

function firstAfter(sorted: readonly Localization[], frame: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.frame ?? Number.POSITIVE_INFINITY) <= frame) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Its way over the picture: the middle of each shape, frame by frame. */
export const wayOf = (sorted: readonly Localization[]): { frame: number; x: number; y: number }[] =>
  sorted.map((row) => {
    const shape = row.points
      ? "polygon"
      : typeof row.width === "number"
        ? "box"
        : typeof row.u === "number"
          ? "line"
          : "dot";
    const { left, right, top, bottom } = bounds(shape, row);
    return { frame: row.frame, x: (left + right) / 2, y: (top + bottom) / 2 };
  });
