import { expect, it } from "vitest";
import { UsageError } from "./exit.ts";
import { parseWhere } from "./where.ts";

const parsed = (...conditions: string[]) => JSON.parse(parseWhere(conditions) ?? "null");

it.each([
  ["delay > 10", { column: "delay", op: "gt", value: 10 }],
  ["delay>=10.5", { column: "delay", op: "ge", value: 10.5 }],
  ["origin = SEA", { column: "origin", op: "eq", value: "SEA" }],
  ['origin = "12"', { column: "origin", op: "eq", value: "12" }],
  ["origin != SEA", { column: "origin", op: "ne", value: "SEA" }],
  ["flight number = 7", { column: "flight number", op: "eq", value: 7 }],
  ['origin in ["SEA","SFO"]', { column: "origin", op: "in", value: ["SEA", "SFO"] }],
  ["delay between [1, 2]", { column: "delay", op: "between", value: [1, 2] }],
  ["name startsWith a b", { column: "name", op: "startsWith", value: "a b" }],
  ["name contains a=b", { column: "name", op: "contains", value: "a=b" }],
  ["gate isNull", { column: "gate", op: "isNull" }],
  ["id = 9007199254740993", { column: "id", op: "eq", value: "9007199254740993" }],
  ['{"not":{"column":"a","op":"isNull"}}', { not: { column: "a", op: "isNull" } }],
])("%s", (text, expected) => expect(parsed(text)).toEqual(expected));

it("joins several by and", () => {
  expect(parsed("a > 1", "b isNull")).toEqual({
    and: [
      { column: "a", op: "gt", value: 1 },
      { column: "b", op: "isNull" },
    ],
  });
});

it("is nothing without conditions", () => expect(parseWhere([])).toBeUndefined());

it.each(["delay", "{", "> 3"])("refuses %s", (text) => expect(() => parseWhere([text])).toThrow(UsageError));
