import { expect, test } from "vitest";
import { parsePattern } from "./pattern.ts";

const event = {
  source: "atrium.files",
  "detail-type": "file.uploaded",
  detail: {
    name: "Report.CSV",
    bytes: 1200,
    tags: ["a", "b"],
    owner: null,
    nested: { deep: "x" },
    parts: [{ n: 1 }, { n: 2 }],
  },
};

/** Of AWS's documentation of event patterns, one or more of each kind of filter. */
const MATCHING: object[] = [
  { source: ["atrium.files"] },
  { source: ["other", "atrium.files"], "detail-type": ["file.uploaded"] },
  { detail: { nested: { deep: ["x"] } } },
  { detail: { tags: ["b"] } },
  { detail: { owner: [null] } },
  { detail: { parts: { n: [2] } } },
  { detail: { name: [{ prefix: "Rep" }] } },
  { detail: { name: [{ prefix: { "equals-ignore-case": "rEP" } }] } },
  { detail: { name: [{ suffix: ".CSV" }] } },
  { detail: { name: [{ suffix: { "equals-ignore-case": ".csv" } }] } },
  { detail: { name: [{ "equals-ignore-case": "report.csv" }] } },
  { detail: { name: [{ wildcard: "R*.C*V" }] } },
  { detail: { name: [{ "anything-but": ["x", "y"] }] } },
  { detail: { name: [{ "anything-but": { prefix: "x" } }] } },
  { detail: { bytes: [1200] } },
  { detail: { bytes: [{ numeric: [">", 0, "<=", 1200] }] } },
  { detail: { bytes: [{ "anything-but": 5 }] } },
  { detail: { missing: [{ exists: false }], name: [{ exists: true }] } },
  { detail: { $or: [{ bytes: [1] }, { name: ["Report.CSV"] }] } },
];

const OTHERS: object[] = [
  { source: ["other"] },
  { source: ["atrium.files"], detail: { bytes: [1] } },
  { detail: { tags: ["c"] } },
  { detail: { parts: { n: [3] } } },
  { detail: { name: [{ prefix: "rep" }] } },
  { detail: { name: [{ wildcard: "R*.Z" }] } },
  { detail: { name: [{ "anything-but": ["Report.CSV"] }] } },
  { detail: { missing: [{ "anything-but": ["x"] }] } },
  { detail: { bytes: ["1200"] } },
  { detail: { bytes: [{ numeric: [">", 1200] }] } },
  { detail: { missing: ["x"] } },
  { detail: { name: [{ exists: false }] } },
  { detail: { $or: [{ bytes: [1] }, { name: ["x"] }] } },
];

const INVALID: [string, unknown][] = [
  ["no field", {}],
  ["a list", []],
  ["a value outside a list", { source: "x" }],
  ["no value", { source: [] }],
  ["an unknown filter", { source: [{ cidr: "10.0.0.0/8" }] }],
  ["two filters in one", { source: [{ prefix: "a", suffix: "b" }] }],
  ["half a comparison", { detail: { bytes: [{ numeric: [">"] }] } }],
  ["no comparison", { detail: { bytes: [{ numeric: [] }] } }],
  ["a prefix that is no text", { source: [{ prefix: 1 }] }],
];

test.each(MATCHING)("%j matches", (pattern) => {
  expect(parsePattern(JSON.stringify(pattern))(event)).toBe(true);
});

test.each(OTHERS)("%j does not match", (pattern) => {
  expect(parsePattern(JSON.stringify(pattern))(event)).toBe(false);
});

test.each(INVALID)("a pattern with %s is refused", (_, pattern) => {
  expect(() => parsePattern(JSON.stringify(pattern))).toThrow(
    expect.objectContaining({ name: "InvalidEventPatternException" }),
  );
});
