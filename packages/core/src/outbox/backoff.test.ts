import { expect, test } from "vitest";
import { backoffSeconds } from "./backoff.ts";

test.each([
  [1, 2.5, 5],
  [2, 5, 10],
  [6, 80, 160],
  [20, 1_800, 3_600],
])("attempt %d waits from %d to %d seconds", (attempt, least, most) => {
  expect(backoffSeconds(attempt, () => 0)).toBe(least);
  expect(backoffSeconds(attempt, () => 1)).toBe(most);
});
