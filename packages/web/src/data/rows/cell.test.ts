import { describe, expect, it } from "vitest";
import type { Column, ColumnType } from "../types.ts";
import { cellFormat, decimal } from "./cell.ts";

const column = (type: ColumnType, rest: Partial<Column> = {}): Column => ({
  name: "c",
  type,
  stats: { nulls: 0, distinct: 1, distinctApproximate: false },
  ...rest,
});

describe("cellFormat", () => {
  it("keeps integers whole beyond 2^53 and shows a real minus", () => {
    const format = cellFormat(column("int64"));
    expect(format.show(-9_007_199_254_740_993n)).toBe("\u22129007199254740993");
    expect(format.exact(-9_007_199_254_740_993n)).toBe("-9007199254740993");
    expect(format.right).toBe(true);
  });

  it("hides the dust of binary fractions on screen only", () => {
    const format = cellFormat(column("float64"));
    expect(format.show(0.1 + 0.2)).toBe("0.3");
    expect(format.exact(0.1 + 0.2)).toBe("0.30000000000000004");
  });

  it("puts the point of a decimal, below one and below zero too", () => {
    expect(decimal(123_456n, 2)).toBe("1234.56");
    expect(decimal(-5n, 3)).toBe("-0.005");
    expect(decimal(7n, 0)).toBe("7");
    expect(cellFormat(column("decimal", { scale: 2 })).exact(-1050n)).toBe("-10.50");
  });

  it("writes dates without a zone's help, before 1970 and before 1000", () => {
    const format = cellFormat(column("date"));
    expect(format.show(Date.UTC(2024, 1, 29))).toBe("2024-02-29");
    expect(format.show(Date.UTC(1969, 11, 31))).toBe("1969-12-31");
    expect(format.show(new Date("0999-05-06").getTime())).toBe("0999-05-06");
  });

  it("leaves seconds out only where a value has none", () => {
    const format = cellFormat(column("timestamp"));
    expect(format.show(Date.UTC(2013, 7, 9, 16, 0))).toBe("2013-08-09 16:00");
    expect(format.show(Date.UTC(2013, 7, 9, 16, 0, 5))).toBe("2013-08-09 16:00:05");
    expect(format.show(Date.UTC(2013, 7, 9, 16, 0, 5) + 0.25)).toBe("2013-08-09 16:00:05.00025");
  });

  it("shows seconds everywhere when the column has any", () => {
    const stats = {
      nulls: 0,
      distinct: 2,
      distinctApproximate: false,
      min: "2013-01-01T00:00:00",
      max: "2013-12-31T10:00:07",
    };
    expect(cellFormat(column("timestamp", { stats })).show(Date.UTC(2013, 7, 9, 16))).toBe("2013-08-09 16:00:00");
  });

  it("marks moments as UTC where a program reads them", () => {
    expect(cellFormat(column("timestamptz")).exact(Date.UTC(2013, 7, 9, 16))).toBe("2013-08-09T16:00:00Z");
  });

  it("reads times in microseconds", () => {
    expect(cellFormat(column("time")).show(3_661_000_001n)).toBe("01:01:01.000001");
  });

  it("keeps a text on one line", () => {
    expect(cellFormat(column("text")).show("a\nb")).toBe("a ⏎ b");
    expect(cellFormat(column("text")).exact("a\nb")).toBe("a\nb");
  });

  it("has nothing to write for a null", () => {
    expect(cellFormat(column("int64")).exact(null)).toBe("");
  });
});
