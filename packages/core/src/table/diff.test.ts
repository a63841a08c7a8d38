import { expect, it } from "vitest";
import { diffVersions } from "./diff.ts";
import type { Column } from "./schema.ts";

const stats = { nulls: 0, distinct: 0, distinctApproximate: false };
const column = (name: string, type: Column["type"], size: Partial<Column> = {}): Column => ({
  name,
  type,
  stats,
  ...size,
});

it("names columns that came, went and changed, and counts rows with their sign", () => {
  const before = { version: 3, rows: 10, columns: [column("a", "int64"), column("b", "text"), column("c", "date")] };
  const after = { version: 4, rows: 7, columns: [column("c", "date"), column("a", "float64"), column("d", "bool")] };
  expect(diffVersions(before, after)).toEqual({
    against: 3,
    rows: -3,
    added: [{ name: "d", type: "bool" }],
    removed: [{ name: "b", type: "text" }],
    changed: [{ name: "a", from: "int64", to: "float64" }],
  });
});

it("a decimal of another size is another type; an order of columns is none", () => {
  const sized = (precision: number) => ({
    version: precision,
    rows: 1,
    columns: [column("d", "decimal", { precision, scale: 2 })],
  });
  expect(diffVersions(sized(9), sized(12)).changed).toEqual([
    { name: "d", from: "decimal(9, 2)", to: "decimal(12, 2)" },
  ]);
  const both = [column("a", "text"), column("b", "text")];
  const turned = diffVersions(
    { version: 1, rows: 1, columns: both },
    { version: 2, rows: 1, columns: [...both].reverse() },
  );
  expect([turned.added, turned.removed, turned.changed]).toEqual([[], [], []]);
});
