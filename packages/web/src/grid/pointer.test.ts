import { describe, expect, it } from "vitest";
import { HEADER, ROW, ROW_HEAD } from "./geometry.ts";
import { hit } from "./pointer.ts";

const view = { top: 240, left: 50, lefts: [0, 100, 200], rows: 100 };

describe("hit", () => {
  it("finds the cell under a point of a scrolled grid", () => {
    expect(hit(ROW_HEAD + 60, HEADER + ROW + 1, view)).toEqual({ zone: "cell", cell: { row: 11, column: 1 } });
  });

  it("knows row numbers and the header", () => {
    expect(hit(10, HEADER + 1, view).zone).toBe("rowHead");
    expect(hit(ROW_HEAD + 1, 10, view).zone).toBe("header");
  });

  it("gives the nearest cell for a point beyond the last", () => {
    expect(hit(5_000, 500_000, view).cell).toEqual({ row: 99, column: 1 });
  });
});
