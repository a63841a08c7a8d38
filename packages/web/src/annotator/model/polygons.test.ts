import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isInside } from "./geometry.ts";
import { areaOf, difference, split, union } from "./polygons.ts";
import type { Point } from "./types.ts";

const square = (x: number, y: number, size: number): Point[] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
];
const area = (rings: Point[][]) => rings.reduce((sum, ring) => sum + areaOf(ring), 0);

describe("polygons", () => {
  it("are one where they overlap, touch or hold each other, and stay two where they do not", () => {
    const cases = [
      [square(0.3, 0.3, 0.4), 1, 0.28],
      [square(0.5, 0.1, 0.4), 1, 0.32],
      [square(0.2, 0.2, 0.1), 1, 0.16],
      [square(0.1, 0.1, 0.4), 1, 0.16],
      [square(0.6, 0.6, 0.1), 2, 0.17],
    ] as const;
    for (const [other, count, size] of cases) {
      const { rings, hasHole } = union(square(0.1, 0.1, 0.4), other);
      expect([rings.length, hasHole]).toEqual([count, false]);
      expect(area(rings)).toBeCloseTo(size, 6);
    }
  });

  it("lose what another covers: a corner, a band through them, all, or a hole that cannot be said", () => {
    const whole = square(0.1, 0.1, 0.4);
    expect(area(difference(whole, square(0.3, 0.3, 0.4)).rings)).toBeCloseTo(0.12, 6);
    const band: Point[] = [
      [0, 0.2],
      [1, 0.2],
      [1, 0.3],
      [0, 0.3],
    ];
    expect(difference(whole, band).rings.map((ring) => areaOf(ring).toFixed(4))).toEqual(["0.0800", "0.0400"]);
    expect(difference(whole, square(0, 0, 1)).rings).toEqual([]);
    expect(difference(whole, square(0.2, 0.2, 0.1)).hasHole).toBe(true);
  });

  it("are split by a line through them, however short it is drawn", () => {
    const { rings } = split(square(0.1, 0.1, 0.4), [0.2, 0.2], [0.3, 0.2]);
    expect(rings.map((ring) => areaOf(ring).toFixed(4)).sort()).toEqual(["0.0400", "0.1200"]);
    expect(split(square(0.1, 0.1, 0.4), [0.6, 0], [0.6, 1]).rings).toHaveLength(1);
  });

  it("hold of any point what the two hold of it", () => {
    const part = fc.double({ min: 0.02, max: 0.98, noNaN: true });
    /** Corners by their angle around a middle: no edge crosses another. */
    const star = fc
      .tuple(part, part, fc.array(fc.double({ min: 0.05, max: 0.4, noNaN: true }), { minLength: 3, maxLength: 12 }))
      .map(([x, y, lengths]): Point[] =>
        lengths.map((length, at) => {
          const angle = (at / lengths.length) * Math.PI * 2 + 0.1;
          return [x + Math.cos(angle) * length, y + Math.sin(angle) * length];
        }),
      );
    fc.assert(
      fc.property(star, star, fc.array(fc.tuple(part, part), { minLength: 30, maxLength: 30 }), (a, b, points) => {
        const [both, less] = [union(a, b), difference(a, b)];
        for (const point of points) {
          const [inA, inB] = [isInside(point, a), isInside(point, b)];
          const holds = (rings: Point[][]) => rings.some((ring) => isInside(point, ring));
          if (!both.hasHole) expect(holds(both.rings)).toBe(inA || inB);
          if (!less.hasHole) expect(holds(less.rings)).toBe(inA && !inB);
        }
      }),
      { numRuns: 300 },
    );
  });
});
