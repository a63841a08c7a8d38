import { describe, expect, it } from "vitest";
import { drawablesOn, type Look } from "./drawables.ts";
import { box, track, type } from "./sample.ts";
import { createStore } from "./store.ts";

const fish = type();
const path = type({ id: "aty_track", name: "Path", shape: "track", interpolation: "linear" });

function look(rest: Partial<Look> = {}): Look {
  return {
    types: new Map([fish, path].map((one) => [one.id, one])),
    layers: new Set(["lay_1"]),
    ...{ hiddenTypes: new Set(), hiddenRows: new Set(), colorBy: "type", canEdit: () => true },
    ...{ pending: new Map(), tracks: new Map() },
    ...rest,
  };
}
const stored = (...rows: Parameters<typeof box>[]) => {
  const store = createStore();
  store.putAll(rows.map((row) => box(...row)));
  return store;
};

describe("what is drawn on a frame", () => {
  it("is of a layer that is seen, and of a type and a row that are not hidden", () => {
    const store = stored(["a", 1], ["b", 1, { layerId: "lay_2" }], ["c", 2]);
    const ids = (rest?: Partial<Look>) => drawablesOn(1, store, look(rest)).map(({ id }) => id);
    expect(ids()).toEqual(["a"]);
    expect(ids({ layers: new Set(["lay_1", "lay_2"]) })).toEqual(["a", "b"]);
    expect(ids({ hiddenTypes: new Set(["aty_box"]) })).toEqual([]);
    expect(ids({ hiddenRows: new Set(["a"]) })).toEqual([]);
  });

  it("shows a track between its keys, dashed and not to be edited", () => {
    const store = stored(["a", 10, { trackIds: ["t"] }], ["b", 20, { trackIds: ["t"], x: 0.4 }]);
    const tracks = new Map([["t", track("t")]]);
    const [ghost, ...none] = drawablesOn(15, store, look({ tracks }));
    expect(ghost).toMatchObject({ id: "ghost:t", label: "Path", dashed: true, isEditable: false });
    expect(ghost?.geometry.x).toBeCloseTo(0.3);
    expect(none).toEqual([]);
    const [key, ...others] = drawablesOn(10, store, look({ tracks }));
    expect(key).toMatchObject({ id: "a", label: "Path", color: ghost?.color, isEditable: true });
    expect(others).toEqual([]);
  });

  it("follows the hand before it is let go, and colours by what is said", () => {
    const store = stored(["a", 1, { attributes: { Sex: "f" } }], ["b", 1, { attributes: { Sex: "f" } }], ["c", 1]);
    const [a, b, c] = drawablesOn(1, store, look({ colorBy: "Sex", pending: new Map([["a", { x: 0.9 }]]) }));
    expect(a?.geometry.x).toBe(0.9);
    expect([a?.color === b?.color, a?.color === c?.color]).toEqual([true, false]);
  });
});
