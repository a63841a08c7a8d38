import { expect, it } from "vitest";
import { box, track, type } from "../model/sample.ts";
import { createStore } from "../model/store.ts";
import { columnsOf, lanesOf, rulerMarks } from "./lanes.ts";

const fish = type();
const path = type({ id: "aty_track", name: "Path", shape: "track" });
const habitat = type({ id: "aty_habitat", name: "Habitat", shape: "frame", interpolation: "latest" });
const layers = new Set(["lay_1"]);

it("shows ticks of what stands alone, and one bar for a track", () => {
  const store = createStore();
  const member = { trackIds: ["t"] };
  store.putAll([box("a", 7), box("b", 3), box("c", 10, member), box("d", 30, { ...member, key: false }), track("t")]);
  store.put(box("hidden", 50, { layerId: "lay_2" }));
  const many = Array.from({ length: 6 }, (_, at) => type({ id: `aty_${at}` }));
  const [first, second, ...none] = lanesOf(store, [fish, path, ...many], layers, 100);
  expect([...(first?.ticks ?? [])]).toEqual([3, 7]);
  expect(second?.bars).toEqual([{ from: 10, to: 30, id: "t", keys: [10] }]);
  expect(none).toEqual([]);
  expect(lanesOf(store, [fish, habitat], layers, 100)).toHaveLength(2);
});

it("what is said of a frame lasts until the next is said, or as long as it says", () => {
  const store = createStore();
  const said = (id: string, frame: number, endFrame: number | null = null) =>
    track(id, { typeId: "aty_habitat", frame, endFrame });
  store.putAll([said("b", 40), said("a", 0), said("c", 60, 70)]);
  expect(lanesOf(store, [habitat], layers, 100)[0]?.bars.map(({ from, to }) => [from, to])).toEqual([
    [0, 39],
    [40, 59],
    [60, 70],
  ]);
});

it("as many ticks as there are columns, however many there are", () => {
  expect(
    columnsOf(
      Int32Array.from({ length: 100_000 }, (_, at) => at),
      0,
      99_999,
      500,
    ),
  ).toHaveLength(501);
  expect(columnsOf(Int32Array.of(5, 50, 500), 40, 60, 100)).toEqual([50]);
});

it("the ruler has room for its words", () => {
  expect(rulerMarks(0, 60, 700)).toEqual([0, 10, 20, 30, 40, 50, 60]);
  expect(rulerMarks(780, 1050, 916)).toHaveLength(10);
});
