import { isInside } from "./geometry.ts";
import type { Point } from "./types.ts";

type Ring = readonly Point[];
type Edge = { from: Point; to: Point };

/** Two corners nearer to each other than this are the same: a thousandth of a pixel of the largest pictures. */
const NEAR = 1e-8;
/** How far beside an edge it is looked what lies there. */
const BESIDE = 1e-7;
const LEAST_AREA = 1e-9;

const keyOf = ([x, y]: Point) => `${Math.round(x / NEAR)},${Math.round(y / NEAR)}`;

/** Twice as negative as it is large where it goes round the other way. */
export function areaOf(ring: Ring): number {
  let sum = 0;
  ring.forEach(([x, y], at) => {
    const [nextX, nextY] = ring[(at + 1) % ring.length] ?? [0, 0];
    sum += x * nextY - nextX * y;
  });
  return sum / 2;
}

const turned = (ring: Ring): Ring => (areaOf(ring) < 0 ? ring.toReversed() : ring);
const edgesOf = (ring: Ring): Edge[] => ring.map((from, at) => ({ from, to: ring[(at + 1) % ring.length] ?? from }));

/** Where two edges meet, as shares of the first; two of them where they lie on each other. */
function meetings({ from, to }: Edge, other: Edge): number[] {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const [ex, ey] = [other.to[0] - other.from[0], other.to[1] - other.from[1]];
  const [ox, oy] = [other.from[0] - from[0], other.from[1] - from[1]];
  const cross = dx * ey - dy * ex;
  const length = Math.hypot(dx, dy);
  if (Math.abs(cross) > 1e-14) {
    const [share, theirs] = [(ox * ey - oy * ex) / cross, (ox * dy - oy * dx) / cross];
    const slack = NEAR / Math.max(NEAR, Math.hypot(ex, ey));
    return theirs >= -slack && theirs <= 1 + slack ? [share] : [];
  }
  if (Math.abs(ox * dy - oy * dx) > NEAR * length) return [];
  const along = ([x, y]: Point) => ((x - from[0]) * dx + (y - from[1]) * dy) / (length * length);
  return [along(other.from), along(other.to)];
}

/** The edge in pieces, so that none crosses one of the other ring. */
function cut(edge: Edge, others: readonly Edge[]): Edge[] {
  const { from, to } = edge;
  const slack = NEAR / Math.max(NEAR, Math.hypot(to[0] - from[0], to[1] - from[1]));
  const shares = others.flatMap((other) => meetings(edge, other)).filter((at) => at > slack && at < 1 - slack);
  const places = [0, ...shares.sort((a, b) => a - b), 1];
  const at = (share: number): Point =>
    share === 0 ? from : share === 1 ? to : [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
  const pieces = places.slice(1).map((share, before) => ({ from: at(places[before] ?? 0), to: at(share) }));
  return pieces.filter((piece) => keyOf(piece.from) !== keyOf(piece.to));
}

/** What is left and right of the middle of an edge, inside of a ring or not. */
function sidesOf({ from, to }: Edge, ring: Ring): { left: boolean; right: boolean } {
  const [x, y] = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const [nx, ny] = [(-(to[1] - from[1]) / length) * BESIDE, ((to[0] - from[0]) / length) * BESIDE];
  return { left: isInside([x + nx, y + ny], ring), right: isInside([x - nx, y - ny], ring) };
}

/**
 * Every piece of an edge of either stays where the result begins at it: inside on its left and outside on its right, or turned
 * round the other way about. What begins at both is there once.
 */
function combined(a: Ring, b: Ring, isIn: (inA: boolean, inB: boolean) => boolean): Point[][] {
  const [ours, theirs] = [turned(a), turned(b)];
  const pieces = [
    ...edgesOf(ours).flatMap((edge) => cut(edge, edgesOf(theirs))),
    ...edgesOf(theirs).flatMap((edge) => cut(edge, edgesOf(ours))),
  ];
  const kept = new Map<string, Edge>();
  for (const piece of pieces) {
    const [inA, inB] = [sidesOf(piece, ours), sidesOf(piece, theirs)];
    const [left, right] = [isIn(inA.left, inB.left), isIn(inA.right, inB.right)];
    if (left === right) continue;
    const edge = left ? piece : { from: piece.to, to: piece.from };
    kept.set(`${keyOf(edge.from)} ${keyOf(edge.to)}`, edge);
  }
  return ringsOf([...kept.values()]);
}

/** Edges one after the other, each corner with the one that begins at it. */
function ringsOf(edges: readonly Edge[]): Point[][] {
  const from = new Map<string, Edge[]>();
  for (const edge of edges) from.set(keyOf(edge.from), [...(from.get(keyOf(edge.from)) ?? []), edge]);
  const rings: Point[][] = [];
  for (;;) {
    const first = [...from.values()].find(({ length }) => length > 0)?.[0];
    if (!first) return rings;
    const ring: Point[] = [];
    for (let edge: Edge | undefined = first; edge; edge = next(from, edge)) {
      from.set(
        keyOf(edge.from),
        (from.get(keyOf(edge.from)) ?? []).filter((one) => one !== edge),
      );
      ring.push(edge.from);
      if (keyOf(edge.to) === keyOf(first.from)) break;
    }
    if (Math.abs(areaOf(ring)) > LEAST_AREA) rings.push(ring);
  }
}

/** Where several begin at a corner, the one furthest to the right: rings that only touch stay apart. */
function next(from: Map<string, Edge[]>, { from: before, to }: Edge): Edge | undefined {
  const turn = ({ to: after }: Edge) => {
    const [ax, ay, bx, by] = [to[0] - before[0], to[1] - before[1], after[0] - to[0], after[1] - to[1]];
    return Math.atan2(ax * by - ay * bx, ax * bx + ay * by);
  };
  return (from.get(keyOf(to)) ?? []).toSorted((a, b) => turn(b) - turn(a))[0];
}

export type Combined = { rings: Point[][]; hasHole: boolean };
/** A hole goes round the other way, and one polygon cannot say it. */
const told = (rings: Point[][]): Combined => ({
  rings: rings.filter((ring) => areaOf(ring) > 0).sort((a, b) => areaOf(b) - areaOf(a)),
  hasHole: rings.some((ring) => areaOf(ring) < 0),
});

export const union = (a: Ring, b: Ring): Combined => told(combined(a, b, (inA, inB) => inA || inB));
export const difference = (a: Ring, b: Ring): Combined => told(combined(a, b, (inA, inB) => inA && !inB));

/** Far beyond any picture. */
const FAR = 10;

/** The parts on both sides of a line through it, drawn on as far as is needed. */
export function split(ring: Ring, from: Point, to: Point): Combined {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  if (length < NEAR) return { rings: [[...ring]], hasHole: false };
  const [dx, dy] = [((to[0] - from[0]) / length) * FAR, ((to[1] - from[1]) / length) * FAR];
  const [start, end]: [Point, Point] = [
    [from[0] - dx, from[1] - dy],
    [to[0] + dx, to[1] + dy],
  ];
  const half = (sign: 1 | -1): Point[] => [
    start,
    end,
    [end[0] - sign * dy, end[1] + sign * dx],
    [start[0] - sign * dy, start[1] + sign * dx],
  ];
  const sides = [difference(ring, half(1)), difference(ring, half(-1))];
  return { rings: sides.flatMap(({ rings }) => rings), hasHole: sides.some(({ hasHole }) => hasHole) };
}
