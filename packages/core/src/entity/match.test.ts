import fc from "fast-check";
import { expect, test } from "vitest";
import { tsqueryOf } from "./match.ts";

test.each([
  ["flights 2024", "'flights':* & '2024':*"],
  ["flights-3m.csv", "'flights':* & '3m':* & 'csv':*"],
  ["#raw weather", "'raw':B & 'weather':*"],
  ["!!! '", undefined],
])("%j asks for %j", (text, query) => expect(tsqueryOf(text)).toBe(query));

test("no text can break out of a term", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const query = tsqueryOf(text);
      if (query !== undefined) expect(query).toMatch(/^'[\p{L}\p{N}\p{M}]+':[*B]( & '[\p{L}\p{N}\p{M}]+':[*B])*$/u);
    }),
  );
});
