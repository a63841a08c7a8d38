import { describe, expect, it } from "vitest";
import { at, bounds, extendTo, isSingle, press, type Selection, size } from "./selection.ts";

const extent = { rows: 1000, columns: 5, page: 20 };
const key = (selection: Selection, name: string, modifiers: { shift?: boolean; mod?: boolean } = {}) =>
  press(selection, { key: name, shift: modifiers.shift ?? false, mod: modifiers.mod ?? false }, extent);

describe("keys", () => {
  it("moves within the rows and up into the header", () => {
    expect(key(at({ row: 0, column: 0 }), "ArrowDown")?.head).toEqual({ row: 1, column: 0 });
    expect(key(at({ row: 0, column: 0 }), "ArrowUp")?.head).toEqual({ row: -1, column: 0 });
    expect(key(at({ row: -1, column: 0 }), "ArrowUp")?.head).toEqual({ row: -1, column: 0 });
    expect(key(at({ row: 999, column: 4 }), "ArrowRight")?.head).toEqual({ row: 999, column: 4 });
  });

  it("jumps by page and to the edges", () => {
    expect(key(at({ row: 5, column: 2 }), "PageUp")?.head.row).toBe(0);
    expect(key(at({ row: 990, column: 2 }), "PageDown")?.head.row).toBe(999);
    expect(key(at({ row: 5, column: 2 }), "End")?.head).toEqual({ row: 5, column: 4 });
    expect(key(at({ row: 5, column: 2 }), "End", { mod: true })?.head).toEqual({ row: 999, column: 4 });
    expect(key(at({ row: 5, column: 2 }), "ArrowDown", { mod: true })?.head).toEqual({ row: 999, column: 2 });
  });

  it("extends with shift and keeps the anchor", () => {
    const once = key(at({ row: 5, column: 2 }), "ArrowUp", { shift: true });
    const twice = once && key(once, "ArrowLeft", { shift: true });
    expect(twice && bounds(twice, extent)).toEqual({ top: 4, bottom: 5, left: 1, right: 2 });
  });

  it("never extends into the header", () => {
    const selection = key(at({ row: 0, column: 0 }), "ArrowUp", { shift: true });
    expect(selection?.head.row).toBe(0);
  });

  it("selects everything, and a plain key undoes that", () => {
    const all = key(at({ row: 5, column: 2 }), "a", { mod: true });
    expect(all && size(bounds(all, extent))).toEqual({ rows: 1000, columns: 5 });
    const moved = all && key(all, "ArrowDown");
    expect(moved && isSingle(moved)).toBe(true);
  });

  it("leaves other keys alone", () => {
    expect(key(at({ row: 0, column: 0 }), "q")).toBeUndefined();
  });
});

describe("whole rows", () => {
  it("spans every column however far the pointer goes sideways", () => {
    const rows: Selection = { ...at({ row: 3, column: 1 }), span: "rows" };
    expect(bounds(extendTo(rows, { row: 7, column: 0 }, extent), extent)).toEqual({
      top: 3,
      bottom: 7,
      left: 0,
      right: 4,
    });
  });
});
