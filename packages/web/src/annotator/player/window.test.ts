import { expect, it } from "vitest";
import { createFrames } from "./frames.ts";
import { backwardFrom, forwardFrom, pausedAt } from "./window.ts";

const frames = createFrames({
  version: 1,
  timescale: 10,
  fps: { num: 10, den: 1 },
  startTime: 0,
  frames: 30,
  init: { offset: 0, size: 0 },
  segments: [0, 10, 20].map((frame) => ({ frame, frames: 10, offset: 0, size: 1, time: frame })),
  timestamps: null,
});

it("never asks behind the end", () => {
  expect(forwardFrom(27, frames).until).toBe(29);
  expect(pausedAt(29, frames)).toEqual({ frame: 29, until: 29, keep: [21, 29] });
});

it("backwards decodes the segment whole, then the one before it", () => {
  expect(backwardFrom(25, frames, () => false)).toEqual({ frame: 20, until: 25, keep: [10, 25] });
  expect(backwardFrom(25, frames, (at) => at >= 20)).toEqual({ frame: 10, until: 19, keep: [10, 25] });
  expect(backwardFrom(5, frames, () => true)).toEqual({ frame: 5, until: 5, keep: [0, 5] });
});
