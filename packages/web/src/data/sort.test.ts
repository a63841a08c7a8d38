import { describe, expect, it } from "vitest";
import { joinNames, splitNames } from "./names.ts";
import { sortFromText, sortToText, toggleSort } from "./sort.ts";

describe("names in an address", () => {
  it("come back, whatever is in them", () => {
    const names = ["plain", "with, comma", 'with "quotes"', "-minus", " space ", "ünï"];
    expect(splitNames(joinNames(names)).map((entry) => entry.name)).toEqual(names);
  });

  it("end where they cannot be read", () => {
    expect(splitNames('a,"never ends')).toEqual([{ name: "a", minus: false }]);
    expect(splitNames("")).toEqual([]);
  });
});

describe("sort", () => {
  const known = new Set(["a", "b", "-c", "d,e"]);

  it("comes back from the address, without columns that are gone", () => {
    const sorts = [
      { column: "b", descending: true },
      { column: "-c", descending: false },
      { column: "d,e", descending: true },
    ];
    expect(sortFromText(sortToText(sorts), known)).toEqual(sorts);
    expect(sortFromText("gone,-a", known)).toEqual([{ column: "a", descending: true }]);
    expect(sortFromText(undefined, known)).toEqual([]);
  });

  it("goes up, down and away", () => {
    const up = toggleSort([], "a", false);
    const down = toggleSort(up, "a", false);
    expect(up).toEqual([{ column: "a", descending: false }]);
    expect(down).toEqual([{ column: "a", descending: true }]);
    expect(toggleSort(down, "a", false)).toEqual([]);
  });

  it("adds to the others only when asked", () => {
    const first = toggleSort([], "a", false);
    expect(toggleSort(first, "b", true).map((sort) => sort.column)).toEqual(["a", "b"]);
    expect(toggleSort(first, "b", false).map((sort) => sort.column)).toEqual(["b"]);
  });
});
