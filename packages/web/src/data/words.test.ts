import { describe, expect, it } from "vitest";
import { binWithin, edgeAt, shareOf } from "./brush.ts";
import { dateRange, picture, summary } from "./column-words.ts";
import { isTabular, tableName } from "./files.ts";
import { findIn } from "./log.ts";
import { marked, matchCommands } from "./palette.ts";
import { initials } from "./person.ts";
import { continuesFrom, entitiesIn, plannedSteps, runTitle, stepName } from "./run-words.ts";
import { safeReturn, signInPath } from "./session.ts";
import { keyOf } from "./shortcuts.ts";
import { tsvRow } from "./tsv.ts";
import type { Column, LogEntry } from "./types.ts";

const column = (type: Column["type"], stats: Partial<Column["stats"]>): Column => ({
  name: "c",
  type,
  stats: { nulls: 0, distinct: 3, distinctApproximate: false, ...stats },
});

describe("a column in a line", () => {
  it("is a range for numbers and dates, a number of values for text", () => {
    expect(summary(column("int64", { min: -43, max: 1301 }))).toBe("\u221243 – 1,301");
    expect(summary(column("date", { min: "2013-06-01", max: "2013-08-31" }))).toBe("Jun 1 – Aug 31 2013");
    expect(summary(column("text", { distinct: 4043, distinctApproximate: true }))).toBe("~4,043 values");
    expect(
      summary(
        column("bool", {
          distinct: 2,
          top: [
            { value: "true", count: 1 },
            { value: "false", count: 3 },
          ],
        }),
      ),
    ).toBe("25 % true");
    expect(summary(column("text", { distinct: 0 }))).toBe("only nulls");
  });

  it("names years when they differ", () => {
    expect(dateRange("2001-01-01", "2013-01-01")).toBe("2001 – 2013");
    expect(dateRange("2012-11-01", "2013-02-01")).toBe("Nov 2012 – Feb 2013");
  });

  it("draws shares with the rest as the last", () => {
    const top = [
      { value: "a", count: 60 },
      { value: "b", count: 30 },
    ];
    expect(picture(column("text", { top }), 100)).toEqual({ kind: "shares", shares: [60, 30, 10] });
    expect(picture(column("text", { distinct: 100, top: [{ value: "a", count: 1 }] }), 100)).toEqual({
      kind: "unique",
    });
  });
});

describe("the brush", () => {
  it("finds a limit's place among numbers and dates", () => {
    expect(shareOf("5", [0, 10], 0)).toBe(0.5);
    expect(shareOf(undefined, [0, 10], 1)).toBe(1);
    expect(shareOf("99", [0, 10], 0)).toBe(1);
    expect(shareOf("2024-01-16", ["2024-01-01", "2024-01-31"], 0)).toBe(0.5);
  });

  it("gives limits people would type", () => {
    expect(edgeAt([0, 3.3333333, 10], 1, "float64")).toBe("3.333");
    expect(edgeAt([0, 3.3333333, 10], 1, "int64")).toBe("3");
    expect(edgeAt(["2024-01-01T00:00:00", "2024-02-01T00:00:00"], 1, "timestamp")).toBe("2024-02-01");
    expect(binWithin(0, 10, 0.1, 1)).toBe(false);
  });
});

describe("files", () => {
  it("knows what becomes a table, and its name", () => {
    expect(["a.csv", "b.TSV", "c.ndjson", "d.parquet", "e.csv.gz"].every(isTabular)).toBe(true);
    expect(isTabular("notes.md")).toBe(false);
    expect(tableName("2013 flights.final.csv")).toBe("2013 flights.final");
    expect(tableName(".csv")).toBe(".csv");
  });
});

describe("runs", () => {
  it("reads machine names as words", () => {
    expect(stepName("IngestLarge")).toBe("Ingest large");
    expect(runTitle({ function: { id: "f", kind: "builtin", name: "import" }, inputs: { name: "flights" } })).toBe(
      "Import flights",
    );
    expect(runTitle({ function: { id: "s", kind: "script", name: "CO2 by year" }, inputs: { name: "x" } })).toBe(
      "CO2 by year",
    );
    expect(runTitle({ function: { id: "f", kind: "builtin", name: "train-model" }, inputs: null })).toBe("Train model");
  });

  it("finds entities by their ids, however deep", () => {
    const found = entitiesIn({
      fileId: "fil_01ARZ3NDEKTSV4RRFFQ69G5FAV",
      options: [{ t: "tbl_01ARZ3NDEKTSV4RRFFQ69G5FAV" }],
      name: "fil_no",
    });
    expect(found.map((entity) => entity.kind)).toEqual(["file", "table"]);
  });

  it("plans the steps that are still ahead of an import", () => {
    const reached = {
      name: "Fetch",
      state: "running",
      engine: "lambda",
      startedAt: "2026-01-01T00:00:00Z",
      endedAt: null,
      tries: 1,
      kept: false,
    };
    const steps = plannedSteps({
      function: { id: "f", kind: "builtin" as const, name: "import" },
      state: "running",
      steps: [reached],
    });
    expect(steps[0]).toBe(reached);
    expect(steps.slice(1).map((step) => step.name)).toContain("Register");
    expect(steps.map((step) => step.name)).not.toContain("Prepare");
  });

  it("offers to continue a run only where something before is kept", () => {
    const step = (name: string) => ({
      name,
      state: "x",
      engine: null,
      startedAt: "",
      endedAt: null,
      tries: 1,
      kept: false,
    });
    const steps = [step("Prepare"), step("Fetch")];
    expect(continuesFrom({ steps, continuesFrom: "Fetch" })).toBe("Fetch");
    expect(continuesFrom({ steps, continuesFrom: "Prepare" })).toBeUndefined();
    expect(continuesFrom({ steps, continuesFrom: null })).toBeUndefined();
  });

  it("finds lines by text and by step", () => {
    const line = (seq: number, step: string, message: string): LogEntry => ({
      seq,
      at: "",
      level: "info",
      step,
      message,
    });
    const lines = [line(1, "Fetch", "got it"), line(2, "Write", "wrote it")];
    expect(findIn(lines, "WROTE", undefined).map((entry) => entry.seq)).toEqual([2]);
    expect(findIn(lines, "", "fetch").map((entry) => entry.seq)).toEqual([1]);
  });
});

describe("the palette", () => {
  const commands = ["New project", "Go to Projects", "Use the dark theme"].map((label) => ({
    id: label,
    label,
    icon: "plus" as const,
    run: () => undefined,
  }));

  it("matches the beginnings of words", () => {
    expect(matchCommands(commands, "pro").map((command) => command.label)).toEqual(["New project", "Go to Projects"]);
    expect(matchCommands(commands, "go pro").map((command) => command.label)).toEqual(["Go to Projects"]);
    expect(matchCommands(commands, "ject")).toEqual([]);
  });

  it("marks where the text is", () => {
    expect(marked("NYC Flights", "fli")).toEqual(["NYC ", "Fli", "ghts"]);
    expect(marked("NYC", "x")).toEqual(["NYC", "", ""]);
  });
});

describe("keys", () => {
  const press = (key: string, modifiers: Partial<KeyboardEvent> = {}) =>
    keyOf({ key, metaKey: false, ctrlKey: false, shiftKey: false, ...modifiers });

  it("are written the same on every keyboard", () => {
    expect(press("k", { metaKey: true })).toBe("mod+k");
    expect(press("k", { ctrlKey: true })).toBe("mod+k");
    expect(press("F", { shiftKey: true })).toBe("Shift+f");
    expect(press("?", { shiftKey: true })).toBe("?");
    expect(press("ArrowUp", { shiftKey: true })).toBe("Shift+ArrowUp");
  });
});

describe("returning after sign-in", () => {
  it("goes only to pages of this site", () => {
    expect(safeReturn("/tables/tbl_1?sort=a")).toBe("/tables/tbl_1?sort=a");
    for (const evil of ["https://evil.example", "//evil.example", "/\\evil.example", "/sign-in", undefined, 7]) {
      expect(safeReturn(evil)).toBe("/");
    }
    expect(signInPath("/tables?x=1&y=2")).toBe("/sign-in?return=%2Ftables%3Fx%3D1%26y%3D2");
  });
});

describe("small things", () => {
  it("quotes what a spreadsheet would split", () => {
    expect(tsvRow(["a", "b\tc", 'd "e"', ""])).toBe('a\t"b\tc"\t"d ""e"""\t');
  });

  it("takes initials from names of any length", () => {
    expect(initials("Maya Okafor")).toBe("MO");
    expect(initials("Jean Luc van Damme")).toBe("JD");
    expect(initials("maya")).toBe("MA");
    expect(initials("")).toBe("");
  });
});
