import { expect, test } from "vitest";
import { merge, settle } from "./merge.ts";

const before = { name: "A", description: "old", tags: ["x"] };

test("what only one of us touched needs no question", () => {
  const found = merge(before, { ...before, name: "B" }, { ...before, description: "new" });
  expect(found).toEqual({ merged: { name: "B" }, conflicts: [] });
});

test("what both changed differently is asked, and what both changed alike is not", () => {
  const found = merge(
    before,
    { name: "B", description: "same", tags: ["y"] },
    { name: "C", description: "same", tags: ["x"] },
  );
  expect(found.conflicts).toEqual([{ field: "name", mine: "B", theirs: "C", before: "A" }]);
  expect(found.merged).toEqual({ tags: ["y"] });
  expect(settle(found, { name: "mine" })).toEqual({ name: "B", tags: ["y"] });
  expect(settle(found, { name: "theirs" })).toEqual({ tags: ["y"] });
});
