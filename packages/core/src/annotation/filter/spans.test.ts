import { expect, test } from "vitest";
import { below } from "../few.ts";
import type { Class } from "./cells.ts";
import type { Known } from "./fields.ts";
import type { Filter } from "./schema.ts";
import { spansOf } from "./spans.ts";

const known: Known = {
  localization: new Map<string, Set<Class>>([
    ["Score", new Set(["number"])],
    ["Seen", new Set(["datetime"])],
    ["Mixed", new Set(["number", "datetime"])],
    ["Name", new Set(["string"])],
  ]),
  state: new Map(),
  media: new Map(),
};
const leaf = (field: string, op: string, value: unknown) => ({ field: `attributes.${field}`, op, value }) as Filter;
const score = (op: string, value: unknown) => leaf("Score", op, value);
const [least, most] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
const span = (from: number, to: number, name = "Score") => ({ name, from, to });

test.each([
  ["at least", score("gte", 0.99), [[span(0.99, most)]]],
  ["both ends of one attribute", { and: [score("gt", 1), score("lte", 2)] }, [[span(1, 2)]]],
  ["one or the other", { or: [score("lt", 1), score("gt", 2)] }, [[span(least, 1), span(2, most)]]],
  ["a time, as its digits", leaf("Seen", "lt", "2024-05-01"), [[span(least, 20240501000000000, "Seen")]]],
  ["of two kinds, what is of the kind", leaf("Mixed", "gt", 3), [[span(3, most, "Mixed")]]],
  ["beside something else", { and: [leaf("Name", "eq", "x"), score("gt", 1)] }, [[span(1, most)]]],
  ["or something else", { or: [leaf("Name", "eq", "x"), score("gt", 1)] }, []],
  ["not in the range", { not: score("gt", 1) }, []],
  ["of what is related", { related: "coincidentLocalizations", where: score("gt", 1) }, []],
  ["a text", leaf("Name", "startsWith", "1"), []],
] as [string, Filter, object[]][])("%s", (_, filter, spans) => {
  expect(spansOf(filter, "localization", known)).toEqual(spans);
});

test("the number before one is the nearest", () => {
  for (const number of [1, 0.1, -0.1, 1e300, Number.MIN_VALUE, -Number.MIN_VALUE, 0]) {
    expect(below(number)).toBeLessThan(number);
    expect((below(number) + number) / 2 === below(number) || (below(number) + number) / 2 === number).toBe(true);
  }
  expect(below(least)).toBe(least);
});
