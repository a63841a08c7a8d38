import { expect, test } from "vitest";
import { sections, shown, toSend } from "./attribute-words.ts";
import type { AttributeType } from "./types-collaboration.ts";

const type = (more: Partial<AttributeType>): AttributeType => ({
  id: "att_1",
  projectId: "prj_1",
  revision: 1,
  name: "A",
  dtype: "string",
  description: "",
  required: false,
  visible: true,
  order: 0,
  section: "",
  style: "",
  kinds: ["file"],
  ...more,
});

test.each([
  [{ dtype: "bool" }, true, "Yes"],
  [{ dtype: "enum", choices: ["a"], labels: ["Alpha"] }, "a", "Alpha"],
  [{ dtype: "enum", choices: ["a"] }, "a", "a"],
  [{ dtype: "geopos" }, [13.4, 52.5], "13.4, 52.5"],
  [{ dtype: "int" }, undefined, ""],
] as const)("%j with %j reads %j", (more, value, text) => {
  expect(shown(type(more as Partial<AttributeType>), value as never)).toBe(text);
});

test.each([
  ["string", " a ", " a "],
  ["string", "  ", null],
  ["int", "12", "12"],
  ["geopos", "13.4, 52.5", [13.4, 52.5]],
  ["float_array", "1 2;3", [1, 2, 3]],
  ["float_array", "1, x", [1, "x"]],
] as const)("a %s written %j is sent as %j", (dtype, text, sent) => expect(toSend({ dtype }, text)).toEqual(sent));

test("types stand under their headings; negative ones wait, invisible ones never show", () => {
  const all = [type({ name: "a" }), type({ name: "b", section: "X" }), type({ name: "c", order: -1 })];
  const found = sections([...all, type({ name: "d", visible: false })]);
  expect(found.shown.map(([name, types]) => [name, types.length])).toEqual([
    ["", 1],
    ["X", 1],
  ]);
  expect(found.hidden.map(({ name }) => name)).toEqual(["c"]);
});
