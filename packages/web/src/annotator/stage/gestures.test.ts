import { expect, it, vi } from "vitest";
import type { Geometry, Point, Shape } from "../model/types.ts";
import type { Drawable } from "./drawable.ts";
import { createGestures, type Tool } from "./gestures.ts";
import { createHits } from "./hit.ts";
import { fit } from "./view.ts";

const size = { width: 1000, height: 1000 };
const view = fit(size, size);
const item = (geometry: Geometry, shape: Shape = "box"): Drawable => ({
  ...{ id: "a", row: undefined, shape, geometry, color: "#fff", label: "", dashed: false, isEditable: true },
});

function setUp(tool: Tool, items: Drawable[] = [], selected?: string) {
  const said = {
    onView: vi.fn(),
    onHover: vi.fn(),
    onSelect: vi.fn(),
    onDraft: vi.fn(),
    onDrawn: vi.fn(),
    onShape: vi.fn(),
  };
  const hit = createHits(items);
  const gestures = createGestures({
    ...said,
    ...{ tool: () => tool, color: () => "#fff", view: () => view, picture: () => size, stage: () => size },
    hit: (at, place) => hit(at, place, view, size, selected),
  });
  const drag = (...way: Point[]) => {
    const [from = [0, 0]] = way;
    const to = way.at(-1) ?? from;
    gestures.down(from);
    for (const at of way) gestures.move(at);
    gestures.up(to);
  };
  return { ...said, gestures, drag };
}

it("a box is drawn from any corner, and a click draws none", () => {
  const { drag, onDrawn } = setUp("box");
  drag([500, 500], [250, 750]);
  drag([10, 10], [11, 11]);
  expect(onDrawn.mock.calls).toEqual([["box", { x: 0.25, y: 0.5, width: 0.25, height: 0.25 }]]);
});

it("a line is where it begins and how far it goes, and ends at the picture's edge", () => {
  const { drag, onDrawn } = setUp("line");
  drag([250, 250], [2000, 500]);
  expect(onDrawn).toHaveBeenCalledWith("line", { x: 0.25, y: 0.25, u: 0.75, v: 0.25 });
});

it("a polygon closes at its first corner, and a corner can be taken back", () => {
  const { gestures, onDrawn } = setUp("polygon");
  const corners: Point[] = [
    [100, 100],
    [500, 100],
    [900, 900],
  ];
  for (const at of corners) gestures.down(at);
  gestures.back();
  gestures.down([500, 500]);
  gestures.down([101, 101]);
  expect(onDrawn.mock.calls).toEqual([
    [
      "polygon",
      {
        points: [
          [0.1, 0.1],
          [0.5, 0.1],
          [0.5, 0.5],
        ],
      },
    ],
  ]);
  expect(gestures.isDrawing()).toBe(false);
});

it("a shape is moved by its middle and changed by a handle; what only trembled is a click", () => {
  const box = item({ x: 0.25, y: 0.25, width: 0.5, height: 0.5 });
  const { drag, onShape, onSelect } = setUp("select", [box], "a");
  drag([500, 500], [501, 501]);
  expect([onSelect.mock.calls.length, onShape.mock.calls.length]).toEqual([1, 0]);
  drag([500, 500], [600, 500]);
  expect(onShape).toHaveBeenLastCalledWith(box, expect.objectContaining({ x: expect.closeTo(0.35) }), true);
  drag([750, 750], [900, 900]);
  expect(onShape).toHaveBeenLastCalledWith(box, expect.objectContaining({ width: expect.closeTo(0.65) }), true);
});

it("a polygon gains a vertex where its edge is taken, and loses one", () => {
  const hill = item(
    {
      points: [
        [0.1, 0.1],
        [0.5, 0.1],
        [0.1, 0.5],
        [0.05, 0.3],
      ],
    },
    "polygon",
  );
  const { gestures, drag, onShape } = setUp("select", [hill], "a");
  drag([300, 100], [300, 50]);
  expect(onShape.mock.lastCall?.[1].points[1]).toEqual([0.3, 0.05]);
  gestures.down([50, 300], { removes: true });
  expect(onShape.mock.lastCall?.[1].points).toHaveLength(3);
});

it("Esc puts back what was being moved", () => {
  const box = item({ x: 0.25, y: 0.25, width: 0.5, height: 0.5 });
  const { gestures, onShape } = setUp("select", [box]);
  gestures.down([500, 500]);
  gestures.move([700, 500]);
  expect(gestures.cancel()).toBe(true);
  expect(onShape).toHaveBeenLastCalledWith(box, box.geometry, true);
  expect(gestures.cancel()).toBe(false);
});
