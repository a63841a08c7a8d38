import { describe, expect, test } from "vitest";
import { chosen, markedBy, reopened, shown, soughtWords, toggled, withOpen, without } from "./search-text.ts";

const pieces = (q: string) => shown(q).pieces.map(({ chip, text }) => chip?.join("|") ?? text);

describe("the box", () => {
  test("shows finished comparisons and tags as chips, words as words, and what is typed as it is", () => {
    const q = "load kind:table updated > -1y #energy or #electricity county >";
    expect(pieces(q)).toEqual(["load", "kind|is|table", "updated|after|-1y", "#energy", "or", "#electricity"]);
    expect(shown(q).open).toBe("county >");
  });
  test("keeps a piece open until something follows it", () => {
    expect(shown("kind = table")).toMatchObject({ pieces: [], open: "kind = table" });
    expect(pieces("kind = table ")).toEqual(["kind|is|table"]);
    expect(shown(reopened("load #energy "))).toMatchObject({ pieces: [], open: "load #energy" });
  });
  test("keeps what is finished while somebody types", () => {
    expect(withOpen("#energy lo", "load")).toBe("#energy load");
    expect(withOpen("#energy lo", "")).toBe("#energy ");
    expect(withOpen("lo", "load")).toBe("load");
  });
  test("loses a chip that is taken away", () => {
    const q = "load #energy kind:table x";
    const [, chip] = shown(q).pieces;
    expect(chip && without(q, chip)).toBe("load kind:table x");
  });
});

describe("facets", () => {
  test("are read from the search", () => {
    expect(chosen("load kind in (table, file)", "kind").values).toEqual(["table", "file"]);
    expect(chosen("load or kind = table", "kind").values).toEqual([]);
    expect(chosen("not kind = table", "kind").values).toEqual([]);
  });
  test.each([
    ["load", "kind", "table", "load kind = table "],
    ["", "kind", "table", "kind = table "],
    ["load kind = table ", "kind", "file", "load kind in (table, file) "],
    ["load kind in (table, file) x", "kind", "table", "load kind = file x"],
    ["load kind = table ", "kind", "table", "load "],
    ["a or b", "kind", "table", "(a or b) kind = table "],
    ["load", "project", "Coastal Lab", 'load project = "Coastal Lab" '],
  ])("%j with %s %s", (q, field, value, next) => expect(toggled(q, field, value)).toBe(next));
});

test("words are marked wherever they stand", () => {
  expect(soughtWords('load "two words" #tag kind:table')).toEqual(["load", "two", "words"]);
  expect(markedBy("Reload the load.", ["load"])).toEqual(["Re", "load", " the ", "load", "."]);
  expect(markedBy("a+b", ["+"])).toEqual(["a", "+", "b"]);
});
