import { describe, expect, it } from "vitest";
import { fit, panned, toPicture, toStage, zoomed, zoomedTo } from "./view.ts";

const picture = { width: 1920, height: 1080 };
const stage = { width: 960, height: 700 };
const whole = fit(picture, stage);

describe("view", () => {
  it("fits whole in the middle", () => {
    expect(whole).toEqual({ scale: 0.5, x: 0, y: 80 });
  });

  it("zooms around the pointer and back to whole", () => {
    const at = [300, 400] as const;
    const before = toPicture(whole, picture, at);
    const close = zoomed(whole, 4, at, picture, stage);
    expect(toPicture(close, picture, at)).toEqual(before.map((one) => expect.closeTo(one, 9)));
    expect(zoomed(close, 0.01, at, picture, stage)).toEqual(whole);
  });

  it("is never moved off the stage, and not at all where it fits", () => {
    expect(panned(whole, 500, 500, picture, stage)).toEqual(whole);
    const far = panned(zoomed(whole, 4, [0, 0], picture, stage), 99_999, -99_999, picture, stage);
    expect(toStage(far, picture, [0, 1])).toEqual([stage.width - 48, expect.closeTo(48)]);
  });

  it("fills the stage with a rectangle, and leaves a click alone", () => {
    const close = zoomedTo(whole, [100, 200], [340, 300], picture, stage);
    expect(close.scale).toBe(2);
    expect(toPicture(close, picture, [480, 350])).toEqual(
      toPicture(whole, picture, [220, 250]).map((one) => expect.closeTo(one, 9)),
    );
    expect(zoomedTo(whole, [100, 200], [101, 201], picture, stage)).toBe(whole);
  });
});
