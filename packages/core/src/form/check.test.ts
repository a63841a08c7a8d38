import { expect, test } from "vitest";
import { parseHeaders } from "../signature/header.ts";
import { checkInputs, isOn } from "./check.ts";

const HEADER = `
#input: dataframe data
#input: column_list features
#input: int count = 10 {min: 1; max: 100}
#input: string method = "mean" {choices: ["mean", "median"]}
#input: list<int> seeds = [1, 2]
#input: double rate {nullable: true}
#input: string code {optional: true; validator: /^[0-9]{4}$/}
#input: double low = 0 {validator: low < high}
#input: double high = 1
#input: string slow {optional: true; validator: /^(a+)+$/}`;
const inputs = parseHeaders(HEADER)[0]?.signature.inputs ?? [];
const given = { data: "tbl_1", features: ["a"] };

test("defaults are filled in, and what may be missing is left out", () => {
  expect(checkInputs(inputs, given)).toEqual({
    problems: [],
    values: { ...given, count: 10, method: "mean", seeds: [1, 2], low: 0, high: 1 },
  });
});

test.each([
  [{}, "/data", "A value is needed"],
  [{ ...given, data: "fil_1" }, "/data", "The id of a table is needed"],
  [{ ...given, features: "a" }, "/features", "A list of columns is needed"],
  [{ ...given, count: 0 }, "/count", "At least 1 is needed"],
  [{ ...given, count: 1.5 }, "/count", "A whole number is needed"],
  [{ ...given, count: null }, "/count", "A value is needed"],
  [{ ...given, method: "mode" }, "/method", '"mode" is none of mean, median'],
  [{ ...given, seeds: [1, "x"] }, "/seeds", "Item 2: A whole number is needed"],
  [{ ...given, code: "12" }, "/code", "This does not meet /^[0-9]{4}$/"],
  [{ ...given, low: 2 }, "/low", "This does not meet low < high"],
  [{ ...given, extra: 1 }, "/extra", "There is no input of this name; there is data, features"],
])("%j is refused at %s", (values, path, message) => {
  expect(checkInputs(inputs, values).problems).toContainEqual({ path, message: expect.stringContaining(message) });
});

test("a pattern that could take for ever is left to the run", () => {
  expect(checkInputs(inputs, { ...given, slow: `${"a".repeat(40)}!` }).problems).toEqual([]);
});

test("a field is shown as its condition says", () => {
  expect(isOn("type == 'ICE'", { type: "ICE" })).toBe(true);
  expect(isOn("type == 'ICE'", { type: "Electric" })).toBe(false);
  expect(isOn(undefined, {})).toBe(true);
});
