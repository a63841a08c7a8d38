import { expect, test } from "vitest";
import { parametersIn } from "./parameters.ts";

const brief = (source: string) =>
  parametersIn(source).map(({ name, type, item, default: preset, description }) => [
    name,
    type,
    item,
    preset,
    description,
  ]);

test("assignments of literals are parameters, with their comments", () => {
  const source = `# What to look at
import pandas as pd

year = 2009  # at most this one
# One of the three, or all
species = "all"
share: float = 1
ratio = -1.5e-3
verbose = False
islands = ["Biscoe", 'Dream',   # two
  "Torgersen"]
sizes = (1, 2)
limits = {"low": 1, "high": None}
until = None
since: Optional[int] = None
text = """two
lines"""
raw = r"a\\b"
`;
  expect(brief(source)).toEqual([
    ["year", "int", undefined, 2009, "at most this one"],
    ["species", "string", undefined, "all", "One of the three, or all"],
    ["share", "double", undefined, 1, undefined],
    ["ratio", "double", undefined, -0.0015, undefined],
    ["verbose", "bool", undefined, false, undefined],
    ["islands", "list", "string", ["Biscoe", "Dream", "Torgersen"], undefined],
    ["sizes", "list", "int", [1, 2], undefined],
    ["limits", "map", undefined, { low: 1, high: null }, undefined],
    ["until", "string", undefined, undefined, undefined],
    ["since", "int", undefined, undefined, undefined],
    ["text", "string", undefined, "two\nlines", undefined],
    ["raw", "string", undefined, "a\\b", undefined],
  ]);
  expect(parametersIn("a = None")[0]?.options).toEqual({ optional: true, nullable: true });
});

test.each([
  "a = b",
  "a = f(1)",
  "a = 1 + 1",
  "a == 1",
  "a, b = 1, 2",
  "a.b = 1",
  "a = 0x10",
  "a = 2j",
  "a = 9007199254740993",
  'a = "open',
  "a = f'{x}'",
  "a = [1, b]",
  "a = {1: 2}",
  "  a = 1",
  `a = ${"[".repeat(100)}`,
  "",
])("%j has none", (source) => {
  expect(parametersIn(source)).toEqual([]);
});

test("the last of two assignments counts, as it does when they are run", () => {
  expect(brief("a = 1\na = 'x'")).toEqual([["a", "string", undefined, "x", undefined]]);
});
