import { expect, it } from "vitest";
import { compare } from "./compare.ts";
import { box } from "./sample.ts";

const other = { layerId: "lay_2" };

it("says what one layer has anew, has otherwise and has not", () => {
  const rows = [
    ...[box("same", 1), box("same", 1, { ...other, mark: 9 }), box("new", 3), box("gone", 2, other)],
    ...[box("moved", 4), box("moved", 4, { ...other, x: 0.9 })],
    ...[box("said", 5, { attributes: { Sex: "f" } }), box("said", 5, { ...other, attributes: { Sex: "m" } })],
    box("elsewhere", 1, { layerId: "lay_3" }),
  ];
  expect(compare(rows, "lay_1", "lay_2").map(({ elementalId, how }) => [elementalId, how])).toEqual([
    ["gone", "missing"],
    ["new", "added"],
    ["moved", "changed"],
    ["said", "changed"],
  ]);
});
