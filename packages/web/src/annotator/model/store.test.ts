import { describe, expect, it } from "vitest";
import { box } from "./sample.ts";
import { createStore, keyOf } from "./store.ts";

describe("store", () => {
  it("finds rows by frame and by track, before and after they change", () => {
    const store = createStore();
    store.putAll([box("a", 5, { trackIds: ["t"] }), box("b", 2, { trackIds: ["t"] }), box("c", 5)]);
    expect([...store.onFrame(5)].map((row) => row.elementalId)).toEqual(["a", "c"]);
    expect(store.ofTrack("t").map(({ frame }) => frame)).toEqual([2, 5]);
    store.put(box("a", 1, { trackIds: ["t"] }));
    expect(store.ofTrack("t").map(({ frame }) => frame)).toEqual([1, 2]);
    expect(store.countOn(5)).toBe(1);
    expect(store.marked()).toEqual([1, 2, 5]);
  });

  it("forgets what is removed and says that something changed", () => {
    const store = createStore();
    store.put(box("a", 5));
    const before = store.version();
    store.remove(box("a", 5));
    expect([store.size, store.countOn(5), store.marked()]).toEqual([0, 0, []]);
    expect(store.version()).toBeGreaterThan(before);
  });

  it("keeps one thing of two layers apart", () => {
    const store = createStore();
    store.putAll([box("a", 1), box("a", 1, { layerId: "lay_2" })]);
    expect(store.countOn(1)).toBe(2);
    store.remove(box("a", 1));
    expect(store.find("a")?.layerId).toBe("lay_2");
  });

  it("keeps only what is still there", () => {
    const store = createStore();
    store.putAll([box("a", 1), box("b", 1)]);
    store.keep((key) => key === keyOf(box("b", 1)));
    expect([store.size, store.countOn(1), store.find("a")]).toEqual([1, 1, undefined]);
  });
});
