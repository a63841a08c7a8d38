import { expect, it } from "vitest";
import { compare, taken, wordsOf } from "./compare.ts";
import { box, type } from "./sample.ts";

const other = { layerId: "lay_2" };
const rows = [
  box("same", 1),
  box("same", 1, { ...other, mark: 7 }),
  box("changed", 3, { attributes: { Sex: "female" } }),
  box("changed", 3, { ...other, x: 0.7, attributes: { Sex: "male" } }),
  box("gone", 2),
  box("new", 4, other),
];

it("what another layer would add, change and remove, in the order of frames", () => {
  const found = compare(rows, "lay_1", "lay_2");
  expect(found.map(({ elementalId, how }) => `${how} ${elementalId}`)).toEqual([
    "removed gone",
    "changed changed",
    "added new",
  ]);
  const types = new Map([["aty_box", type()]]);
  expect(found.map((one) => wordsOf(one, types))).toEqual([[], ["Sex female → male", "drawn otherwise"], []]);
});

it("once all of it is taken over, both say the same", () => {
  const changes = taken(compare(rows, "lay_1", "lay_2"), "lay_1");
  const after = [
    ...rows.filter((row) => !changes.some(({ before }) => before === row)),
    ...changes.flatMap((change) => change.after ?? []),
  ];
  expect(compare(after, "lay_1", "lay_2")).toEqual([]);
});
