import { describe, expect, it } from "vitest";
import { askables, conditionOf, filterOf, readConditions, wordsOf } from "./conditions.ts";

const attribute = (name: string, dtype: string, rest: object = {}) => ({ name, dtype, ...rest }) as never;
const all = askables({
  types: [
    {
      id: "aty_1",
      name: "Fish",
      attributes: [
        attribute("Sex", "enum", { choices: ["f", "m"] }),
        attribute("Size", "float"),
        attribute("Sure", "bool"),
      ],
    },
    { id: "aty_2", name: "Crab", attributes: [attribute("Size", "float"), attribute("Path", "float_array")] },
  ],
  layers: [{ id: "lay_1", name: "Review" }],
});
const of = (label: string) => all.find((one) => one.label === label) ?? all[0];

describe("what is asked of annotations", () => {
  it("is each attribute of any class once, as what it holds", () => {
    expect(all.map(({ label, holds }) => `${label} ${holds}`)).toEqual([
      ...["Class choice", "Layer choice", "Frame number", "Width number", "Height number"],
      ...["Sex choice", "Size number", "Sure flag"],
    ]);
  });

  it("is a leaf of the filter with a value of its kind, and nothing where it is none", () => {
    const condition = (label: string, op: string, text: string) => {
      const asked = of(label);
      return asked && conditionOf(asked, op, text);
    };
    expect(condition("Size", "gt", "1,5")).toEqual({ field: "attributes.Size", op: "gt", value: 1.5 });
    expect(condition("Sure", "eq", "false")).toEqual({ field: "attributes.Sure", op: "eq", value: false });
    expect(condition("Sex", "isNull", "")).toEqual({ field: "attributes.Sex", op: "isNull", value: true });
    expect([condition("Size", "gt", "big"), condition("Sex", "eq", " ")]).toEqual([undefined, undefined]);
  });

  it("is said in words, and stands in an address", () => {
    const conditions = [
      { field: "$type", op: "eq", value: "aty_2" },
      { field: "attributes.Size", op: "gte", value: 2 },
    ];
    expect(conditions.map((one) => wordsOf(one, all).join(" "))).toEqual(["Class is Crab", "Size ≥ 2"]);
    expect(readConditions(JSON.stringify(filterOf(conditions)))).toEqual(conditions);
    expect(readConditions(JSON.stringify(filterOf(conditions.slice(0, 1))))).toEqual(conditions.slice(0, 1));
    expect([readConditions('{"and":['), readConditions(undefined), filterOf([])]).toEqual([[], [], undefined]);
  });
});
