import fc from "fast-check";
import { expect, test } from "vitest";
import { likePattern, tsqueryOf } from "./words.ts";

test.each([
  ["flights 2024", "", "'flights':* & '2024':*"],
  ["flights-3m.csv", "", "'flights':* & '3m' & 'csv':*"],
  ["raw data", "B", "'raw':*B & 'data':*B"],
  ["ab", "B", "'ab':B"],
  ["飛行", "", "'飛行':*"],
  ["one One ONE", "", "'one':*"],
  ["!!! '", "", ""],
])("%j asks for %j", (text, weight, query) => expect(tsqueryOf(text, weight)).toBe(query));

test("no text can break out of a term", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(tsqueryOf(text)).toMatch(/^$|^'[\p{L}\p{N}\p{M}]+'(:\*)?( & '[\p{L}\p{N}\p{M}]+'(:\*)?)*$/u);
    }),
  );
});

test("a pattern means its signs", () => expect(likePattern("50%_\\")).toBe("%50\\%\\_\\\\%"));
