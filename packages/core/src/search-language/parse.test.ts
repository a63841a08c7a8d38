import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isComparison, leavesOf, type Node, openAt, parse, write } from "./index.ts";

/** Without positions. */
function bare(node: Node | undefined): unknown {
  return JSON.parse(JSON.stringify(node ?? null, (key, value) => (key === "at" ? undefined : value)));
}

const word = (text: string) => ({ type: "text", text, phrase: false });
const field = (name: string, op: string, ...values: string[]) => ({ type: "field", field: name, op, values });

describe("what is understood", () => {
  test.each<[string, unknown]>([
    ["", null],
    ["  \n ", null],
    ["load", word("load")],
    ["load profile", { type: "and", items: [word("load"), word("profile")] }],
    ['"load profile"', { type: "text", text: "load profile", phrase: true }],
    ['"say \\"hi\\""', { type: "text", text: 'say "hi"', phrase: true }],
    ["#energy", { type: "tag", tag: "energy" }],
    ['#"raw data"', { type: "tag", tag: "raw data" }],
    ["kind:table", field("kind", "=", "table")],
    ["KIND = table", field("kind", "=", "table")],
    ["type=table", field("kind", "=", "table")],
    ["updated>-1y", field("updated", ">", "-1y")],
    ["updated > last week", field("updated", ">", "last week")],
    ["updated after 2026-11", field("updated", ">", "2026-11")],
    ["created = 2026-11-21", field("created", "=", "2026-11-21")],
    ["owner = @me", field("owner", "=", "@me")],
    ['project != "Coastal Lab"', field("project", "!=", "Coastal Lab")],
    ["name:rock", field("name", "contains", "rock")],
    ["name ~ rock", field("name", "contains", "rock")],
    ["name starts with rock", field("name", "starts with", "rock")],
    ['tag in (a, "b c")', field("tag", "in", "a", "b c")],
    ["tag not in (a)", field("tag", "not in", "a")],
    ["attributes.depth >= 3.5", field("attributes.depth", ">=", "3.5")],
    ["is:favourite", { type: "is", what: "favorite" }],
    ["is = mine", { type: "is", what: "mine" }],
    ["a and b or c", { type: "or", items: [{ type: "and", items: [word("a"), word("b")] }, word("c")] }],
    ["a (b or c)", { type: "and", items: [word("a"), { type: "or", items: [word("b"), word("c")] }] }],
    ["not a b", { type: "and", items: [{ type: "not", item: word("a") }, word("b")] }],
    ["not (a or b)", { type: "not", item: { type: "or", items: [word("a"), word("b")] } }],
    ["((((a))))", word("a")],
  ])("%j", (text, node) => expect(bare(parse(text))).toEqual(node));
});

describe("what is not understood are words", () => {
  test.each<[string, unknown]>([
    ["colour = red", { type: "and", items: [word("colour"), word("="), word("red")] }],
    ["updated > lunch", { type: "and", items: [word("updated"), word(">"), word("lunch")] }],
    ["kind", word("kind")],
    ["name in the box", { type: "and", items: ["name", "in", "the", "box"].map(word) }],
    ["island", word("island")],
    ["is:grumpy", word("is:grumpy")],
    ["a)b(", { type: "and", items: [word("a"), word("b")] }],
    ['"open', { type: "text", text: "open", phrase: true }],
    ["and", word("and")],
    ["load or", word("load")],
    ["load not", word("load")],
    ["()", word("()")],
    ["http://example.org/?name=x", word("http://example.org/?name=x")],
    ["order android notes", { type: "and", items: ["order", "android", "notes"].map(word) }],
  ])("%j", (text, node) => expect(bare(parse(text))).toEqual(node));
});

test("a piece knows where it stands", () => {
  const text = 'load  kind = "a table" (#energy or updated>last week)';
  const node = parse(text);
  expect(node && leavesOf(node).map(({ at }) => at && text.slice(at.from, at.to))).toEqual([
    "load",
    'kind = "a table"',
    "#energy",
    "updated>last week",
  ]);
});

const pieces = [
  "(",
  ")",
  '"',
  "#",
  "and",
  "or",
  "not",
  "name",
  "=",
  ">",
  "-7d",
  "in",
  ",",
  "is:",
  "\\",
  " ",
  "last",
  "week",
  "updated",
  "attributes.x",
  ":",
];
const texts = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((all) => all.join(" ")),
  fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((all) => all.join("")),
);

test("any text is a search, whose pieces stand in it in their order", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const node = parse(text);
      expect(node === undefined).toBe(text.trim() === "");
      let end = 0;
      for (const { at } of node ? leavesOf(node) : []) {
        if (!at) continue;
        expect(at.from).toBeGreaterThanOrEqual(end);
        expect(at.to).toBeGreaterThan(at.from);
        end = at.to;
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }),
    { seed: 20_261_121, numRuns: 2_000 },
  );
});

test("what is understood, written down again, is understood in the same way", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const node = parse(text);
      if (node) expect(bare(parse(write(node)))).toEqual(bare(node));
    }),
    { seed: 20_261_121, numRuns: 2_000 },
  );
});

test("the deepest brackets that fit into a search are read", () => {
  expect(bare(parse(`${"(".repeat(5_000)}a${")".repeat(5_000)}`))).toEqual(word("a"));
  expect(parse("not ".repeat(2_500))).toBeDefined();
});

test("a comparison says something only with as many values as its operator takes", () => {
  expect(isComparison("kind", "=", ["table"])).toBe(true);
  expect(isComparison("kind", "=", ["table", "file"])).toBe(false);
  expect(isComparison("kind", "in", [])).toBe(false);
  expect(isComparison("kind", "<", ["table"])).toBe(false);
});

test.each<[string, unknown]>([
  ["load pro", { what: "word", typed: "pro", from: 5 }],
  ["", { what: "word", typed: "", from: 0 }],
  ["a #en", { what: "tag", typed: "en", from: 2 }],
  ["kind:ta", { what: "value", field: "kind", typed: "ta", from: 5 }],
  ["updated > ", { what: "value", field: "updated", typed: "", from: 10 }],
  ['owner = "Ada S', { what: "value", field: "owner", typed: "Ada S", from: 8 }],
  ["tag in (a, b", { what: "value", field: "tag", typed: "b", from: 11 }],
  ["is:", { what: "value", field: "is", typed: "", from: 3 }],
  ["colour:re", { what: "word", typed: "colour:re", from: 0 }],
])("%j goes on", (text, open) => expect(openAt(text)).toEqual(open));
