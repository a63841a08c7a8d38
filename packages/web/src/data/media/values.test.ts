import { expect, test } from "vitest";
import type { AttributeType } from "../types-collaboration.ts";
import { changesOf, commonOf } from "./values.ts";

const items = [{ attributes: { Site: "North", Depth: 12 } }, { attributes: { Site: "North", Depth: 14 } }];
const type = (name: string, dtype: AttributeType["dtype"]) => ({ name, dtype }) as AttributeType;
const types = [type("Site", "string"), type("Depth", "float")];

test("what all have is one text, else it is said how many there are", () => {
  expect(commonOf(items, "Site")).toEqual({ text: "North", different: 0 });
  expect(commonOf(items, "Depth")).toEqual({ text: "", different: 2 });
  expect(commonOf(items, "Tide")).toEqual({ text: "", different: 0 });
});

test("only what was written and differs is sent; nothing written takes a value away", () => {
  expect(changesOf(types, items, {})).toEqual({});
  expect(changesOf(types, items, { Site: "North" })).toEqual({});
  expect(changesOf(types, items, { Site: "South", Depth: "" })).toEqual({ Site: "South", Depth: null });
});
