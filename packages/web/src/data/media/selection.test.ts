import { expect, test } from "vitest";
import { all, chosen, kept, NOTHING, stepped } from "./selection.ts";

const list = ["a", "b", "c", "d", "e", "f", "g"];
const ids = (selection: { ids: ReadonlySet<string> }) => [...selection.ids].sort().join("");

test("a click chooses one, Ctrl one more or less, Shift all between", () => {
  const one = chosen(list, NOTHING, 1, {});
  expect(ids(one)).toBe("b");
  const two = chosen(list, one, 4, { toggle: true });
  expect(ids(two)).toBe("be");
  expect(ids(chosen(list, two, 4, { toggle: true }))).toBe("b");
  expect(ids(chosen(list, two, 6, { shift: true }))).toBe("efg");
  expect(ids(chosen(list, two, 2, { shift: true, toggle: true }))).toBe("bcde");
});

test("a range goes on from where it began, to both sides", () => {
  const begun = chosen(list, NOTHING, 3, {});
  const up = chosen(list, begun, 1, { shift: true });
  expect(ids(up)).toBe("bcd");
  expect(ids(chosen(list, up, 5, { shift: true }))).toBe("def");
});

test("arrows walk the grid and stay in it", () => {
  expect(stepped("ArrowDown", 0, 7, 3)).toBe(3);
  expect(stepped("ArrowDown", 5, 7, 3)).toBe(6);
  expect(stepped("ArrowUp", 2, 7, 3)).toBe(2);
  expect(stepped("ArrowRight", 6, 7, 3)).toBe(6);
  expect(stepped("End", 0, 7, 3)).toBe(6);
  expect(stepped("Home", 6, 7, 3)).toBe(0);
  expect(stepped("ArrowDown", -1, 7, 3)).toBe(0);
  expect(stepped("ArrowDown", -1, 0, 3)).toBe(-1);
});

test("what is gone is chosen no more", () => {
  const before = all(list, NOTHING);
  expect(ids(kept(["a", "g"], before))).toBe("ag");
  expect(kept(list, before)).toBe(before);
});
