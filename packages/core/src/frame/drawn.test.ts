import { expect, it } from "vitest";
import { partOf } from "./drawn.ts";

const NOTHING = { x: null, y: null, width: null, height: null, u: null, v: null, points: null };
const PICTURE = { width: 640, height: 320 };

it.each([
  ["a box", { x: 0.25, y: 0.5, width: 0.25, height: 0.25 }, undefined, { x: 0.25, y: 0.5, width: 0.25, height: 0.25 }],
  ["a box at an edge", { x: 0.75, y: 0, width: 0.25, height: 0.5 }, 64, { x: 0.65, y: 0, width: 0.35, height: 0.7 }],
  ["a dot", { x: 0.5, y: 0.5 }, undefined, { x: 0.45, y: 0.4, width: 0.1, height: 0.2 }],
  ["a dot in the last corner", { x: 1, y: 1 }, 0, { x: 639 / 640, y: 319 / 320, width: 1 / 640, height: 1 / 320 }],
  ["a line that leads back", { x: 0.5, y: 0.5, u: -0.25, v: 0.25 }, 0, { x: 0.25, y: 0.5, width: 0.25, height: 0.25 }],
  [
    "a polygon",
    {
      points: [
        [0.5, 0.25],
        [0.75, 0.5],
        [0.25, 0.75],
      ],
    },
    0,
    { x: 0.25, y: 0.25, width: 0.5, height: 0.5 },
  ],
  ["what is of no place", {}, undefined, { x: 0, y: 0, width: 1, height: 1 }],
] as const)("%s", (_, drawn, margin, expected) => {
  const part = partOf({ ...NOTHING, ...drawn } as Parameters<typeof partOf>[0], PICTURE, margin);
  for (const [name, value] of Object.entries(expected)) expect(part[name as keyof typeof part]).toBeCloseTo(value, 6);
});
