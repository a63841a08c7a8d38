import { expect, test } from "vitest";
import { createID, idPattern, kindOf } from "./index.ts";

test("an id tells its kind", () => {
  const id = createID("table");
  expect(id).toMatch(/^tbl_/);
  expect(kindOf(id)).toBe("table");
  expect(idPattern("file").test(id)).toBe(false);
});

test("ids made in the same millisecond still sort by creation, bytewise", () => {
  const ids = Array.from({ length: 1_000 }, () => createID("run"));
  expect([...ids].sort((a, b) => (a < b ? -1 : 1))).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
});

test.each([
  "",
  "tbl",
  "tbl_",
  "tbl_01ARZ3NDEKTSV4RRFFQ69G5FA",
  "xyz_01ARZ3NDEKTSV4RRFFQ69G5FAV",
  "tbl_01ARZ3NDEKTSV4RRFFQ69G5FAI",
])("%j is no id of any kind", (text) => expect(kindOf(text)).toBeUndefined());
