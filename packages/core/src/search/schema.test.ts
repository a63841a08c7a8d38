import { expect, test } from "vitest";
import { parse } from "../search-language/index.ts";
import { Query } from "./schema.ts";

test("what a text is read into is a search that programs may send", () => {
  const node = parse(
    'load "two words" #energy (kind:table or not updated > -7d) tag in (a, b) attributes.x >= 3 is:mine',
  );
  expect(Query.parse(JSON.parse(JSON.stringify(node)))).toEqual(JSON.parse(JSON.stringify(node)));
});

function deep(levels: number): unknown {
  let node: unknown = { type: "tag", tag: "x" };
  for (let n = 0; n < levels; n++) node = { type: "not", item: node };
  return node;
}

test.each([
  ["an unknown piece", { type: "sql", text: "drop" }],
  ["an unknown field", { type: "field", field: "password", op: "=", values: ["x"] }],
  ["a comparison that means nothing", { type: "field", field: "kind", op: "<", values: ["x"] }],
  ["two values for one", { type: "field", field: "kind", op: "=", values: ["x", "y"] }],
  ["no date", { type: "field", field: "updated", op: ">", values: ["lunch"] }],
  ["nothing to join", { type: "and", items: [] }],
  ["a NUL", { type: "text", text: "a\0b" }],
  ["endless depth", deep(20_000)],
  ["too many", { type: "or", items: Array.from({ length: 5_000 }, () => ({ type: "tag", tag: "x" })) }],
])("%s is refused", (_, node) => expect(Query.safeParse(node).success).toBe(false));
