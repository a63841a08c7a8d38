import { expect, it } from "vitest";
import { parseAttributes } from "./attributes.ts";

it("reads attributes as people type them", () => {
  expect(
    parseAttributes(["station=Oslo", "height = 12.5", "open=true", 'tags=["a","b"]', "formula=a=b", "empty="]),
  ).toEqual({
    station: "Oslo",
    height: 12.5,
    open: true,
    tags: ["a", "b"],
    formula: "a=b",
    empty: "",
  });
  expect(parseAttributes([])).toBeUndefined();
});

it("leaves as text what no attribute can be, and a number that would lose digits", () => {
  expect(parseAttributes(["a={}", "b=null", "c=12345678901234567890", "d=[[1]]"])).toEqual({
    a: "{}",
    b: "null",
    c: "12345678901234567890",
    d: "[[1]]",
  });
});

it.each(["station", "=Oslo"])("refuses %s", (pair) => {
  expect(() => parseAttributes([pair])).toThrow(/write for example station=Oslo/);
});
