import { describe, expect, it } from "vitest";
import { combined } from "./combine.ts";
import { box } from "./sample.ts";
import type { Point } from "./types.ts";

const square = (id: string, x: number, size = 0.4) => {
  const points: Point[] = [
    [x, 0.1],
    [x + size, 0.1],
    [x + size, 0.1 + size],
    [x, 0.1 + size],
  ];
  return box(id, 3, { points, x: null, y: null, width: null, height: null, attributes: { Name: id } });
};
const cut = box("cut", 3, { x: 0.2, y: 0.3, width: null, height: null, u: 0.1, v: 0 });
const shapeOf = (row: { elementalId: string }) => (row.elementalId === "cut" ? "line" : "polygon");

describe("several polygons", () => {
  it("become one that keeps what is said of the first", () => {
    const found = combined("unite", [square("a", 0.1), square("b", 0.3)], shapeOf);
    if (!found || "problem" in found) throw new Error("They are not united");
    expect(found.step.changes.map(({ before, after }) => [before?.elementalId, after?.elementalId])).toEqual([
      ["a", "a"],
      ["b", undefined],
    ]);
    expect(found.step.changes[0]?.after?.attributes).toEqual({ Name: "a" });
    expect(found.selected).toEqual(["a"]);
  });

  it("come apart along a line, which goes", () => {
    const found = combined("split", [square("a", 0.1), cut], shapeOf);
    if (!found || "problem" in found) throw new Error("It is not split");
    const [first, second, line] = found.step.changes;
    expect([first?.before?.elementalId, second?.before, line?.before?.elementalId]).toEqual(["a", undefined, "cut"]);
    expect(second?.after).toMatchObject({ attributes: { Name: "a" }, mark: null, frame: 3 });
  });

  it("say why they do not, and change nothing", () => {
    const problem = (...of: Parameters<typeof combined>) => {
      const found = combined(...of);
      return found && "problem" in found ? found.problem : undefined;
    };
    expect(problem("unite", [square("a", 0.1, 0.2), square("b", 0.6, 0.2)], shapeOf)).toContain("do not touch");
    expect(problem("subtract", [square("a", 0.1), square("b", 0.1)], shapeOf)).toContain("Nothing would be left");
    expect(combined("split", [square("a", 0.1)], shapeOf)).toBeUndefined();
    expect(combined("unite", [square("a", 0.1)], shapeOf)).toBeUndefined();
  });
});
