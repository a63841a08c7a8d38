import { expect, test } from "vitest";
import { treeOf } from "./folders.ts";

const folder = (id: string, parentId: string | null, count: number | string) => ({ id, parentId, name: id, count });

test("folders stand below what they lie in, with all that is inside them counted", () => {
  const folders = [
    folder("root", null, 3),
    folder("a", "root", 0),
    folder("a1", "a", 12),
    folder("a2", "a", 12),
    folder("b", "root", "10000+"),
  ];
  expect(treeOf(folders, "root").map(({ id, depth, total }) => [id, depth, total])).toEqual([
    ["a", 0, 24],
    ["a1", 1, 12],
    ["a2", 1, 12],
    ["b", 0, "10000+"],
  ]);
});

test("without a root all that lie in nothing known are outermost", () => {
  expect(treeOf([folder("x", null, 1), folder("y", "x", "10000+")]).map(({ id, total }) => [id, total])).toEqual([
    ["x", "10001+"],
    ["y", "10000+"],
  ]);
});
