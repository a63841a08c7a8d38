import { expect, it } from "vitest";
import { createMeter } from "./meter.ts";

function setup(total: number, done = 0) {
  let time = 0;
  const read = createMeter(total, done, () => time);
  return (ms: number, bytes: number) => {
    time += ms;
    return read(bytes);
  };
}

it("knows no rate before time has passed", () => {
  expect(setup(100)(0, 0)).toEqual({ bytes: 0, totalBytes: 100, bytesPerSecond: 0, secondsLeft: null });
});

it("tells rate and time left", () => {
  const after = setup(100);
  expect(after(1000, 20)).toMatchObject({ bytesPerSecond: 20, secondsLeft: 4 });
});

it("does not take resumed bytes for speed", () => {
  const after = setup(100, 50);
  expect(after(1000, 60)).toMatchObject({ bytesPerSecond: 10, secondsLeft: 4 });
});

it("forgets what was long ago", () => {
  const after = setup(1000);
  after(1000, 500);
  for (let second = 0; second < 10; second++) after(1000, 500 + second);
  expect(after(1000, 510).bytesPerSecond).toBeLessThan(3);
});

it("never shows a negative rate when a part starts again", () => {
  const after = setup(100);
  after(1000, 50);
  expect(after(1000, 10).bytesPerSecond).toBeGreaterThanOrEqual(0);
});
