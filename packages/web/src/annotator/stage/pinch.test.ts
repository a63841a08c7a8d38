import { expect, test } from "vitest";
import { createPinch } from "./pinch.ts";
import { fit, toPicture, type View } from "./view.ts";

const picture = { width: 2_000, height: 1_000 };
const stage = { width: 500, height: 500 };

function make() {
  let view: View = fit(picture, stage);
  let begun = 0;
  const pinch = createPinch({
    ...{ view: () => view, picture: () => picture, stage: () => stage },
    onView: (next) => {
      view = next;
    },
    onBegin: () => begun++,
  });
  return { pinch, view: () => view, begun: () => begun };
}

test("what lies between two fingers stays between them while they part", () => {
  const { pinch, view, begun } = make();
  expect(pinch.down(1, [200, 250])).toBe(false);
  expect(pinch.move(1, [210, 250])).toBe(false);
  expect(pinch.down(2, [300, 250])).toBe(true);
  expect(begun()).toBe(1);
  const scale = view().scale;
  const [x] = toPicture(view(), picture, [255, 250]);
  pinch.move(1, [150, 250]);
  pinch.move(2, [350, 250]);
  expect(view().scale / scale).toBeCloseTo(200 / 90);
  expect(toPicture(view(), picture, [250, 250])[0]).toBeCloseTo(x);
});

test("a finger that stays behind draws nothing, the next one alone does", () => {
  const { pinch } = make();
  pinch.down(1, [200, 250]);
  pinch.down(2, [300, 250]);
  expect(pinch.up(2)).toBe(true);
  expect(pinch.move(1, [100, 100])).toBe(true);
  expect(pinch.up(1)).toBe(true);
  expect(pinch.down(3, [10, 10])).toBe(false);
  expect(pinch.move(3, [20, 20])).toBe(false);
});
