import { expect, it } from "vitest";
import { parseAggregate } from "./aggregate.ts";
import { UsageError } from "./exit.ts";

it.each([
  ["count", { op: "count" }],
  ["count()", { op: "count" }],
  ["mean(delay)", { op: "mean", column: "delay" }],
  ["sum( flight number ) as all of it", { op: "sum", column: "flight number", as: "all of it" }],
  ["countDistinct(a (b)) as n", { op: "countDistinct", column: "a (b)", as: "n" }],
])("%s", (text, expected) => expect(parseAggregate(text)).toEqual(expected));

it.each(["average(delay)", "mean delay", ""])("refuses %j", (text) =>
  expect(() => parseAggregate(text)).toThrow(UsageError),
);
