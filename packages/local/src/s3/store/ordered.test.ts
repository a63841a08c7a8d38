import fc from "fast-check";
import { expect, test } from "vitest";
import { compareKeys } from "./key-order.ts";
import { listKeys } from "./listing.ts";
import { OrderedMap } from "./ordered.ts";

/** Any code point that UTF-8 can carry, those on either side of the surrogates more often. */
const codePoint = fc.oneof(
  fc.integer({ min: 0, max: 0xd7ff }),
  fc.integer({ min: 0xe000, max: 0x10ffff }),
  fc.constantFrom(0xd7ff, 0xe000, 0xffff, 0x10000),
);
const text = fc.array(codePoint, { maxLength: 4 }).map((points) => String.fromCodePoint(...points));

test("keys are ordered by their UTF-8 bytes", () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(Math.sign(compareKeys(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
    }),
  );
});

/** Few letters, so that keys meet; many steps, so that chunks split and empty. */
const key = fc.string({ unit: fc.constantFrom("a", "b", "/", "é", "😀", "\uffff"), maxLength: 6 });
const step = fc.record({ key, remove: fc.boolean() });

test("holds what a plain map holds, in order", () => {
  fc.assert(
    fc.property(fc.array(key, { maxLength: 20 }), fc.array(step, { maxLength: 200 }), (initial, steps) => {
      const map = new OrderedMap(initial.map((name) => ({ key: name, value: 0 })));
      const model = new Map(initial.map((name) => [name, 0]));
      for (const [at, { key: name, remove }] of steps.entries()) {
        if (remove) {
          map.delete(name);
          model.delete(name);
        } else {
          map.set({ key: name, value: at });
          model.set(name, at);
        }
      }
      const sorted = [...model].sort(([a], [b]) => compareKeys(a, b)).map(([name, value]) => ({ key: name, value }));
      expect([...map.from(() => true)]).toEqual(sorted);
      expect(map.size).toBe(model.size);
    }),
  );
});

test("many entries, inserted in any order, stay in order", () => {
  const map = new OrderedMap<{ key: string }>();
  const keys = Array.from({ length: 5_000 }, (_, at) => ((at * 7919) % 5_003).toString().padStart(5, "0"));
  for (const name of keys) map.set({ key: name });
  for (const name of keys.filter((_, at) => at % 3 === 0)) map.delete(name);
  const expected = keys.filter((_, at) => at % 3 !== 0).sort();
  expect([...map.from(() => true)].map((entry) => entry.key)).toEqual(expected);
});

/** The definition of a listing, without any cleverness. */
function everything(keys: string[], prefix: string, delimiter: string): string[] {
  const seen = new Set<string>();
  for (const name of keys.filter((candidate) => candidate.startsWith(prefix)).sort(compareKeys)) {
    const at = delimiter === "" ? -1 : name.indexOf(delimiter, prefix.length);
    seen.add(at < 0 ? `key ${name}` : `group ${name.slice(0, at + delimiter.length)}`);
  }
  return [...seen];
}

test("pages end to end are the whole listing, each name once", () => {
  const query = fc.record({
    prefix: fc.constantFrom("", "a", "a/", "/"),
    delimiter: fc.constantFrom("", "/", "b"),
    max: fc.integer({ min: 1, max: 4 }),
  });
  fc.assert(
    fc.property(fc.uniqueArray(key, { maxLength: 30 }), query, (keys, { prefix, delimiter, max }) => {
      const nonEmpty = keys.filter((name) => name !== "");
      const map = new OrderedMap(nonEmpty.map((name) => ({ key: name })));
      const got: string[] = [];
      let after = "";
      for (let truncated = true; truncated; ) {
        const page = listKeys(map, { prefix, delimiter, after, max });
        const names = [
          ...page.items.map((item) => ({ name: item.key, line: `key ${item.key}` })),
          ...page.prefixes.map((group) => ({ name: group, line: `group ${group}` })),
        ];
        expect(names.length).toBeLessThanOrEqual(max);
        got.push(...names.sort((a, b) => compareKeys(a.name, b.name)).map(({ line }) => line));
        truncated = page.truncated;
        after = page.last;
      }
      expect(got).toEqual(everything(nonEmpty, prefix, delimiter));
    }),
    { numRuns: 300 },
  );
});

test("a page does not read the groups it rolls up", () => {
  const keys = Array.from({ length: 100_000 }, (_, at) => ({ key: `${at % 10}/${String(at).padStart(6, "0")}` }));
  const map = new OrderedMap(keys);
  const start = performance.now();
  for (let round = 0; round < 100; round++)
    expect(listKeys(map, { prefix: "", delimiter: "/", after: "", max: 1000 }).prefixes).toHaveLength(10);
  expect(performance.now() - start).toBeLessThan(4_000);
});
