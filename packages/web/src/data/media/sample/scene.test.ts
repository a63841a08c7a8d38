import { expect, test } from "vitest";
import { boxOf, FISH, SCENE } from "./scene.ts";

test("every fish is on the picture for a while, in a box that lies on it", () => {
  for (const fish of FISH) {
    const boxes = Array.from({ length: SCENE.frames }, (_, frame) => boxOf(fish, frame)).filter(
      (box) => box !== undefined,
    );
    expect(boxes.length).toBeGreaterThan(SCENE.frames / 3);
    for (const { x, y, width, height } of boxes) {
      expect(Math.min(x, y, width, height)).toBeGreaterThanOrEqual(0);
      expect(Math.max(x + width, y + height)).toBeLessThanOrEqual(1);
    }
  }
});
