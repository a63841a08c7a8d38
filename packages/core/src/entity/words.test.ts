import fc from "fast-check";
import { expect, test } from "vitest";
import { likePattern, piecesOf, tsqueryOf } from "./words.ts";

test.each([
  ["flights 2024", "", "'flights':* & '2024':*"],
  ["flights-3m.csv", "", "'flights':* & '3m' & 'csv':*"],
  ["raw data", "B", "'raw':*B & 'data':*B"],
  ["ab", "B", "'ab':B"],
  ["飛行", "", "'飛行':*"],
  ["one One ONE", "", "'one':*"],
  ["!!! '", "", ""],
])("%j asks for %j", (text, weight, query) => expect(tsqueryOf(text, weight)).toBe(query));

test.each([
  ["Reef", "'reef':*"],
  ["reef-dive_2024.MP4", "'reef':* & 'dive':* & '2024':* & 'mp4':*"],
  ["to be a-bee", "'bee':*"],
  ["émile—zola", "'émile—zola':*"],
  ["x".repeat(70), `'${"x".repeat(64)}':*`],
  ["a' b\\", ""],
])("names that have %j in them are looked up by %j", (text, query) => expect(piecesOf(text)).toBe(query));

test("no text can break out of a term", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(tsqueryOf(text)).toMatch(/^$|^'[\p{L}\p{N}\p{M}]+'(:\*)?( & '[\p{L}\p{N}\p{M}]+'(:\*)?)*$/u);
    }),
  );
});

test("a pattern means its signs", () => expect(likePattern("50%_\\")).toBe("%50\\%\\_\\\\%"));
