import { describe, expect, it } from "vitest";
import { compared } from "./column-words.ts";
import { toArray } from "./export.ts";
import { telling, tellingShares } from "./telling.ts";
import type { Column } from "./types.ts";
import { diffWords } from "./version-words.ts";

const column = (name: string, type: Column["type"], stats: Partial<Column["stats"]>): Column => ({
  ...{ name, type },
  stats: { nulls: 0, distinct: 3, distinctApproximate: false, ...stats },
});

describe("what a version changed", () => {
  const same = { against: 1, rows: 0, added: [], removed: [], changed: [] };
  it("is said in a few words", () => {
    expect(diffWords(null)).toBe("The first version");
    expect(diffWords(same)).toBe("Same columns, as many rows");
    expect(diffWords({ ...same, rows: -1, added: [{ name: "a", type: "text" }] })).toBe("\u22121 row, 1 column added");
    expect(diffWords({ ...same, rows: 1200, changed: [{ name: "a", from: "text", to: "date" }] })).toBe(
      "+1,200 rows, 1 column changed",
    );
  });
});

describe("a card's picture", () => {
  const bins = (counts: number[]) => ({ histogram: { edges: counts.map((_, n) => n), counts } });
  it("is the distribution that says most: neither flat nor a single spike", () => {
    const flat = column("date", "date", bins(Array(30).fill(100)));
    const spike = column("delay", "int64", bins([0, 0, 9000, 1, 0, 0]));
    const shape = column("distance", "int64", bins([10, 40, 90, 70, 30, 10, 5]));
    expect(telling([flat, spike, shape])?.name).toBe("distance");
    expect(telling([column("name", "text", {})])).toBeUndefined();
  });

  it("is shares of values where there is no distribution, and nothing where all differ", () => {
    const top = [
      { value: "NO", count: 6 },
      { value: "SE", count: 3 },
    ];
    expect(tellingShares([column("flag", "text", { top })], 12)?.shares).toEqual([
      { value: "NO", length: 1, share: 0.5 },
      { value: "SE", length: 0.5, share: 0.25 },
    ]);
    expect(tellingShares([column("id", "text", { top: [{ value: "a", count: 1 }] })], 60)).toBeUndefined();
  });
});

it("puts the numbers of filtered rows beside those of all, in one order", () => {
  const all = { column: column("n", "int64", { mean: 5, min: 0, max: 10, nulls: 2 }), rows: 100 };
  const some = { column: column("n", "int64", { mean: 7, min: 5, max: 9 }), rows: 10 };
  const rows = compared(some, all);
  expect(rows.map(([name]) => name)).toEqual([
    "Mean",
    "St. dev.",
    "Min",
    "Q1",
    "Median",
    "Q3",
    "Max",
    "Nulls",
    "Unique",
  ]);
  expect(rows[0]).toEqual(["Mean", "7", "5"]);
  expect(compared(undefined, all)[0]).toEqual(["Mean", undefined, "5"]);
});

describe("lines of JSON as one array", () => {
  const through = async (...chunks: string[]) => {
    const parts = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const chunk of chunks) controller.enqueue(new TextEncoder().encode(chunk));
        controller.close();
      },
    });
    return new Response(parts.pipeThrough(toArray())).text();
  };
  it("holds whatever the pieces break at", async () => {
    for (const pieces of [['{"a":1}\n{"a":2}\n'], ['{"a"', ':1}\n{"a":2', "}\n"], ['{"a":1}', "\n", '{"a":2}']])
      expect(JSON.parse(await through(...pieces))).toEqual([{ a: 1 }, { a: 2 }]);
    expect(JSON.parse(await through())).toEqual([]);
  });
});
