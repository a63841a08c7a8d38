import { describe, expect, it } from "vitest";
import { cellFilter, filtersFromText, filtersToText, scalar, toWhere, withFilter, without } from "./filters.ts";
import type { Column, ColumnType } from "./types.ts";

const column = (name: string, type: ColumnType): Column => ({
  name,
  type,
  stats: { nulls: 0, distinct: 1, distinctApproximate: false },
});
const columns = [
  column("origin", "text"),
  column("delay", "int64"),
  column("at", "timestamp"),
  column("moment", "timestamptz"),
  column("day", "date"),
  column("late", "bool"),
  column("price", "decimal"),
];

describe("toWhere", () => {
  it("is nothing for no filters, for empty ones and for columns that are gone", () => {
    expect(toWhere([], columns)).toBeUndefined();
    expect(toWhere([{ column: "origin" }, { column: "gone", values: ["x"] }], columns)).toBeUndefined();
  });

  it("says one condition plainly and several with and", () => {
    const origin = { column: "origin", op: "in", value: ["JFK"] };
    expect(toWhere([{ column: "origin", values: ["JFK"] }], columns)).toEqual(origin);
    expect(
      toWhere(
        [
          { column: "origin", values: ["JFK"] },
          { column: "delay", min: "5" },
        ],
        columns,
      ),
    ).toEqual({
      and: [origin, { column: "delay", op: "ge", value: 5 }],
    });
  });

  it("excludes by not, which keeps nulls", () => {
    expect(toWhere([{ column: "origin", values: ["JFK"], exclude: true }], columns)).toEqual({
      not: { column: "origin", op: "in", value: ["JFK"] },
    });
  });

  it("makes ranges of one and of two ends", () => {
    expect(toWhere([{ column: "delay", min: "-5", max: "10" }], columns)).toEqual({
      ...{ column: "delay", op: "between", value: [-5, 10] },
    });
    expect(toWhere([{ column: "delay", max: "\u22125" }], columns)).toEqual({ column: "delay", op: "le", value: -5 });
  });

  it("leaves out an end that is not a number yet", () => {
    expect(toWhere([{ column: "delay", min: "-", max: "7" }], columns)).toEqual({
      column: "delay",
      op: "le",
      value: 7,
    });
  });

  it("takes a day as the whole of it", () => {
    expect(toWhere([{ column: "at", max: "2013-08-31" }], columns)).toMatchObject({
      value: "2013-08-31T23:59:59.999999",
    });
    expect(toWhere([{ column: "moment", min: "2013-08-31" }], columns)).toMatchObject({
      value: "2013-08-31T00:00:00Z",
    });
    expect(toWhere([{ column: "day", max: "2013-08-31" }], columns)).toMatchObject({ value: "2013-08-31" });
  });

  it("asks for nulls or for none", () => {
    expect(toWhere([{ column: "late", nulls: "none" }], columns)).toEqual({ column: "late", op: "isNotNull" });
  });

  it("does not add a range to the values of a text", () => {
    expect(toWhere([{ column: "origin", contains: "K" }], columns)).toEqual({
      column: "origin",
      op: "contains",
      value: "K",
    });
  });
});

describe("scalar", () => {
  it("keeps what a number cannot hold as text", () => {
    expect(scalar("9007199254740993", column("n", "int64"))).toBe("9007199254740993");
    expect(scalar("10.50", column("n", "decimal"))).toBe("10.50");
    expect(scalar("1.5", column("n", "float64"))).toBe(1.5);
  });

  it("reads truth, and leaves text as it is", () => {
    expect(scalar("true", column("b", "bool"))).toBe(true);
    expect(scalar(" padded ", column("t", "text"))).toBe(" padded ");
  });
});

describe("filters in the address", () => {
  it("come back as they were, without the empty ones", () => {
    const text = filtersToText([{ column: "origin", values: ["JFK"] }, { column: "delay" }]);
    expect(filtersFromText(text)).toEqual([{ column: "origin", values: ["JFK"] }]);
    expect(filtersToText([{ column: "delay" }])).toBeUndefined();
  });

  it("are none when the address is mangled", () => {
    expect(filtersFromText("[{]")).toEqual([]);
    expect(filtersFromText('{"column":"a"}')).toEqual([]);
    expect(filtersFromText('[1,null,{"column":7}]')).toEqual([]);
  });
});

describe("changing filters", () => {
  it("replaces in place, adds at the end and removes", () => {
    const filters = [{ column: "a" }, { column: "b" }];
    expect(withFilter(filters, { column: "a", min: "1" })).toEqual([{ column: "a", min: "1" }, { column: "b" }]);
    expect(withFilter(filters, { column: "c" })).toHaveLength(3);
    expect(without(filters, "a")).toEqual([{ column: "b" }]);
  });

  it("makes one of a cell, a null too", () => {
    expect(cellFilter(column("origin", "text"), "JFK", true)).toEqual({
      column: "origin",
      values: ["JFK"],
      exclude: true,
    });
    expect(cellFilter(column("origin", "text"), null, false)).toEqual({ column: "origin", nulls: "only" });
  });
});
