import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createPacer } from "./pace.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("the first comes at once, those that follow together, and the last one is never lost", () => {
  const run = vi.fn();
  const pace = createPacer(100, run);
  pace("a");
  expect(run).toHaveBeenCalledTimes(1);
  for (let n = 0; n < 10; n++) pace("a");
  expect(run).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(100);
  expect(run).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(1_000);
  expect(run).toHaveBeenCalledTimes(2);
});

test("keys do not wait for each other", () => {
  const run = vi.fn();
  const pace = createPacer(100, run);
  pace("a");
  pace("b");
  expect(run.mock.calls).toEqual([["a"], ["b"]]);
});
