import { describe, expect, it } from "vitest";
import type { Parameter } from "./functions.ts";
import { labelOf, sections, shown, typed } from "./parameter.ts";

const of = (type: Parameter["type"], more: Partial<Parameter> = {}): Parameter => ({
  name: "x",
  type,
  options: {},
  ...more,
});

describe("typed", () => {
  it.each([
    [of("int"), "12", 12],
    [of("double"), "1.5", 1.5],
    [of("double"), "many", "many"],
    [of("string"), " a ", " a "],
    [of("string"), "  ", undefined],
    [of("list", { item: "int" }), "1, 2,3", [1, 2, 3]],
    [of("list", { options: { separators: ";\n" } }), "a;b\nc", ["a", "b", "c"]],
    [of("column_list"), "a, b", ["a", "b"]],
    [of("object"), '{"a": 1}', { a: 1 }],
    [of("object"), "{a", "{a"],
    [of("datetime"), "2026-11-21T10:00:00Z", "2026-11-21T10:00:00.000Z"],
  ])("%j %j", (parameter, text, value) => expect(typed(parameter, text)).toEqual(value));

  it.each([
    [of("object"), { a: 1 }],
    [of("list", { item: "int" }), [1, 2]],
    [of("double"), 0.1],
    [of("datetime"), "2026-11-21T10:00:00.000Z"],
  ])("is what was shown: %j %j", (parameter, value) =>
    expect(typed(parameter, shown(parameter, value))).toEqual(value),
  );
});

it("labels as people write", () => {
  expect(labelOf(of("int", { name: "maxDepth", options: { units: "m", nullable: true } }))).toBe(
    "Max depth, m (optional)",
  );
  expect(labelOf(of("int", { options: { caption: "How many" } }))).toBe("How many");
});

it("groups by category", () => {
  const inputs = [
    of("int", { name: "a", options: { category: "Data" } }),
    of("int", { name: "b" }),
    of("int", { name: "c", options: { category: "Data" } }),
  ];
  expect(sections(inputs).map(({ title, inputs: some }) => [title, some.map(({ name }) => name)])).toEqual([
    ["", ["b"]],
    ["Data", ["a", "c"]],
  ]);
});
