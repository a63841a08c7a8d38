import { describe, expect, it } from "vitest";
import { importText, typesOf } from "./testing.ts";

describe("a JSON array", () => {
  it.each([
    ["on one line", '[{"a":1,"b":"]}"},{"a":2.5,"b":null}]'],
    ["over many lines", '[\n  {\n    "a": 1,\n    "b": "]}"\n  },\n  { "a": 2.5, "b": null }\n]\n'],
    ["with a byte order mark", '\ufeff[{"a":1,"b":"]}"},{"a":2.5}]'],
  ])("%s has a row an object", async (_, content) => {
    const imported = await importText(content, {}, "x.json");
    expect(imported.report).toMatchObject({ format: "json", rejected: 0 });
    expect(typesOf(imported)).toEqual({ a: "float64", b: "text" });
    expect(imported.cells).toEqual([
      { a: "1.0", b: "]}" },
      { a: "2.5", b: null },
    ]);
  });

  it("sets aside what is no object, and says where it was", async () => {
    const { rows, report } = await importText('[{"a":1},\n5, "x",\n{"a":2}, [{"a":3}], {"a":4}]', {}, "x.json");
    expect(rows).toBe(3);
    expect(report.rejectedRows.map(({ line, text }) => [line, text])).toEqual([
      [2, "5"],
      [2, '"x"'],
      [3, '[{"a":3}]'],
    ]);
  });

  it("of megabytes is read over the seams of its chunks", async () => {
    const items = Array.from({ length: 30_000 }, (_, i) => ({ i, text: `é"\\${"x".repeat(i % 97)}` }));
    const { rows, cells } = await importText(JSON.stringify(items), {}, "x.json");
    expect(rows).toBe(30_000);
    expect(cells[9_999]).toEqual({ i: "9999", text: items[9_999]?.text });
  });

  it.each([
    ["cut short within an object", '[{"a":1},{"a":', "import.json_cut"],
    ["cut short between objects", '[{"a":1},', "import.json_cut"],
    ["without objects", "[1,2]", "import.no_json_objects"],
  ])("%s is refused", async (_, content, code) => {
    await expect(importText(content, {}, "x.json")).rejects.toMatchObject({ code });
  });
});
