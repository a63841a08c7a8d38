import { describe, expect, it } from "vitest";
import { frameBeside, type View } from "./views.ts";

const view = (fps: number, frames: number, offset = 0): View => ({
  ...{ fps, frames, offset, isVariable: false },
  timeOf: (frame) => frame / fps,
  frameAt: (seconds) => Math.floor(seconds * fps + 1e-6),
});

describe("a view beside another", () => {
  const first = view(30, 100);

  it("is as many frames behind as it begins later, and nothing before and after", () => {
    const later = view(30, 50, 10);
    const beside = (frame: number) => frameBeside(later, first, frame, first);
    expect([9, 10, 25, 59, 60].map(beside)).toEqual([undefined, 0, 15, 49, undefined]);
    expect([0, 49].map((frame) => frameBeside(first, later, frame, first))).toEqual([10, 59]);
    expect(frameBeside(view(30, 50, -5), first, 0, first)).toBe(5);
  });

  it("goes by time where the rates differ, for every frame forward and back", () => {
    const slow = view(15, 50, 30);
    const beside = (frame: number) => frameBeside(slow, first, frame, first);
    expect([29, 30, 31, 32, 99].map(beside)).toEqual([undefined, 0, 0, 1, 34]);
    for (let frame = 0; frame < 35; frame++) {
      const there = frameBeside(first, slow, frame, first);
      expect(there === undefined ? undefined : beside(there)).toBe(frame);
    }
  });
});
