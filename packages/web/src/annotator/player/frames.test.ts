import { describe, expect, it } from "vitest";
import { createFrames, type SegmentIndex } from "./frames.ts";

const index = (rest: Partial<SegmentIndex> = {}): SegmentIndex => ({
  version: 1,
  timescale: 30_000,
  fps: { num: 30_000, den: 1001 },
  startTime: 2002,
  frames: 300,
  init: { offset: 0, size: 800 },
  segments: Array.from({ length: 10 }, (_, at) => ({
    frame: at * 30,
    frames: 30,
    offset: 800 + at * 5000,
    size: 5000,
    time: 2002 + at * 30 * 1001,
  })),
  timestamps: null,
  ...rest,
});

describe("frames", () => {
  it("every frame is found again at its own time, with a fractional rate over an hour", () => {
    const frames = createFrames(index({ frames: 108_000 }));
    for (let frame = 0; frame < frames.count; frame += 7) expect(frames.frameAt(frames.timeOf(frame))).toBe(frame);
    expect(frames.frameAt(frames.timeOf(100) - 1e-4)).toBe(99);
  });

  it("a <video> is sent to the middle of the frame, counted from where the file begins", () => {
    expect(createFrames(index()).middleOf(0)).toBeCloseTo(2002 / 30_000 + 1001 / 60_000, 9);
  });

  it("goes by timestamps where the rate varies", () => {
    const frames = createFrames(index({ frames: 4, timestamps: [2002, 3003, 9009, 10_010] }));
    expect(frames.timeOf(2)).toBeCloseTo(7007 / 30_000, 9);
    expect([0, 0.04, 0.2, 0.25, 0.5].map(frames.frameAt)).toEqual([0, 1, 1, 2, 3]);
    for (const frame of [0, 1, 2, 3]) expect(frames.frameAt(frames.timeOf(frame))).toBe(frame);
    expect(frames.duration).toBeCloseTo((8008 + 1001) / 30_000, 9);
  });

  it("knows the segment of a frame and stays inside the video", () => {
    const frames = createFrames(index());
    expect([0, 29, 30, 299].map(frames.segmentOf)).toEqual([0, 0, 1, 9]);
    expect([-5, 12.4, 1e9].map(frames.clamp)).toEqual([0, 12, 299]);
  });
});
