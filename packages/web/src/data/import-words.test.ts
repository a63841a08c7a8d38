import { describe, expect, it } from "vitest";
import { isPlainlyTabular, isTabular } from "./files.ts";
import { choiceOf, controlsOf, importChoices, meant, previewSearch, signOf } from "./import-words.ts";
import type { ImportPreview } from "./types.ts";

const preview = (format: ImportPreview["format"], rest: Partial<ImportPreview> = {}): ImportPreview => ({
  ...{ format, compression: null, encoding: "utf-8", columns: [], rows: [], complete: true, rejected: [], notes: [] },
  ...rest,
});

describe("the controls of an import", () => {
  it("say what was found until somebody chooses", () => {
    const found = preview("csv", { delimiter: ";", quote: "", header: false });
    const [delimiter] = importChoices({}, found).delimiter;
    expect(delimiter).toEqual({ value: "auto", label: "Found: Semicolon" });
    expect(importChoices({}, found).quote[0]?.label).toBe("Found: None");
    expect(importChoices({ delimiter: "," }, found).delimiter[0]?.label).toBe("Find out");
    expect(importChoices({}, undefined).format[0]?.label).toBe("Find out");
  });

  it("offer a sign that somebody typed", () => {
    expect(importChoices({ delimiter: "~" }, undefined).delimiter).toContainEqual({ value: "~", label: "~" });
  });

  it("tell an empty quote from none said", () => {
    expect([undefined, "", "'"].map(choiceOf)).toEqual(["auto", "none", "'"]);
    expect(["auto", "none", "'"].map(signOf)).toEqual([undefined, "", "'"]);
    expect(previewSearch({ quote: "", delimiter: "\t", rejected: "refuse" })).toBe("quote=&delimiter=%09");
  });

  it("are only those that mean something for the format, and only those are sent", () => {
    expect(controlsOf({}, preview("parquet"))).toEqual({ dialect: false, encoding: false, rejected: false });
    expect(controlsOf({ format: "json" }, preview("csv"))).toEqual({ dialect: false, encoding: true, rejected: true });
    const options = { format: "ndjson", delimiter: ";", header: false, skip: 2, encoding: "utf-16le" } as const;
    expect(meant(options, undefined)).toEqual({ format: "ndjson", encoding: "utf-16le" });
    expect(meant({ quote: "", skip: 0, rejected: "refuse" }, preview("csv"))).toEqual({
      quote: "",
      rejected: "refuse",
    });
  });
});

it("imports without a question what is plainly a table, and offers the rest", () => {
  expect(["a.csv", "b.tsv.gz", "c.arrow", "d.parquet", "e.ndjson.zst"].every(isPlainlyTabular)).toBe(true);
  expect([isTabular("package.json"), isPlainlyTabular("package.json")]).toEqual([true, false]);
});
