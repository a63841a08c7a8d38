import { describe, expect, it } from "vitest";
import type { Geometry, Point, Shape } from "../model/types.ts";
import type { Drawable } from "./drawable.ts";
import { createHits } from "./hit.ts";
import { fit, toPicture } from "./view.ts";

const picture = { width: 1000, height: 1000 };
const view = fit(picture, picture);
const item = (id: string, geometry: Geometry, shape: Shape = "box"): Drawable => ({
  ...{ id, row: undefined, shape, geometry, color: "#fff", label: id, dashed: false, isEditable: true },
});
const find = (items: Drawable[], at: Point, selected?: string) =>
  createHits(items)(at, toPicture(view, picture, at), view, picture, selected);

const big = item("big", { x: 0.1, y: 0.1, width: 0.8, height: 0.8 });
const small = item("small", { x: 0.4, y: 0.4, width: 0.1, height: 0.1 });
const hill = item(
  "hill",
  {
    points: [
      [0.1, 0.1],
      [0.5, 0.1],
      [0.1, 0.5],
    ],
  },
  "polygon",
);

describe("what is under the pointer", () => {
  it("is the smallest shape there, whichever was drawn first", () => {
    expect(find([small, big], [450, 450])?.item.id).toBe("small");
    expect(find([big, small], [450, 450])?.item.id).toBe("small");
    expect(find([big, small], [200, 200])?.item.id).toBe("big");
    expect(find([big, small], [950, 950])).toBeUndefined();
  });

  it("is a handle of the selected one before any other shape", () => {
    expect(find([big, small], [900, 900], "big")).toMatchObject({ item: { id: "big" }, handle: 4 });
    expect(find([big, small], [900, 900])).toMatchObject({ item: { id: "big" } });
  });

  it("is an edge of the selected polygon, and its vertex before its edge", () => {
    expect(find([hill], [300, 100], "hill")).toMatchObject({ edge: 0 });
    expect(find([hill], [500, 100], "hill")).toMatchObject({ handle: 1 });
    expect(find([hill], [450, 450])).toBeUndefined();
  });

  it("is a line or a dot that is close", () => {
    const line = item("line", { x: 0.1, y: 0.1, u: 0.8, v: 0 }, "line");
    const dot = item("dot", { x: 0.5, y: 0.5 }, "dot");
    expect(find([line, dot], [500, 105])?.item.id).toBe("line");
    expect(find([line, dot], [506, 500])?.item.id).toBe("dot");
    expect(find([line, dot], [500, 120])).toBeUndefined();
  });

  it("costs a crowd little", () => {
    const crowd = Array.from({ length: 2000 }, (_, at) =>
      item(String(at), { x: (at % 50) / 50, y: Math.floor(at / 50) / 40, width: 0.015, height: 0.02 }),
    );
    const hit = createHits(crowd);
    hit([5, 5], [0.005, 0.005], view, picture);
    const begin = performance.now();
    for (let at = 0; at < 1000; at++) hit([at, at], [at / 1000, at / 1000], view, picture);
    expect((performance.now() - begin) / 1000).toBeLessThan(1);
  });
});
