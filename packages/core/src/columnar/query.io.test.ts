import { tableFromIPC } from "apache-arrow";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TableQuery } from "../table/query.ts";
import { planQuery } from "./query.ts";
import { collect, type TestTable, testTable } from "./testing.ts";

let table: TestTable;
beforeAll(async () => {
  table = await testTable(`SELECT * FROM (VALUES
    (9223372036854775807, 'x', 1.5::DOUBLE, 0.10::DECIMAL(20,2), DATE '2024-01-31', TIMESTAMP '2024-01-31 10:59:00', true),
    (9223372036854775807, 'x', 2.5, 0.20, DATE '2024-02-01', TIMESTAMP '2024-01-31 11:01:00', false),
    (-3, 'y', 'inf'::DOUBLE, 0.30, DATE '2025-02-01', TIMESTAMP '2025-01-31 11:01:00', NULL),
    (NULL, NULL, NULL, NULL, NULL, NULL, NULL)) t(n, s, f, d, day, moment, b)`);
});
afterAll(() => table.close());

type Question = Partial<TableQuery>;
const ask = async (question: Question) =>
  JSON.parse((await collect((await table.query(TableQuery.parse(question), "json")).body)).toString());
const items = async (question: Question) => (await ask(question)).items;

describe("aggregates", () => {
  it("keep every digit of whole numbers and decimals", async () => {
    const answer = await ask({
      aggregates: [
        { op: "sum", column: "n" },
        { op: "sum", column: "d" },
        { op: "max", column: "n", as: "most" },
      ],
    });
    expect(answer).toEqual({
      items: [{ sum_n: "18446744073709551611", sum_d: "0.60", most: "9223372036854775807" }],
      columns: [
        { name: "sum_n", type: "decimal" },
        { name: "sum_d", type: "decimal" },
        { name: "most", type: "int64" },
      ],
      version: 1,
    });
  });

  it("give small sums as numbers", async () => {
    const where = { column: "n", op: "lt", value: 0 };
    expect(await items({ where, aggregates: [{ op: "sum", column: "n" }, { op: "count" }] })).toEqual([
      { sum_n: -3, count: 1 },
    ]);
  });

  it("pass over missing values", async () => {
    const all = ["count", "countDistinct", "mean", "median", "min", "max", "stddev"] as const;
    const where = { column: "f", op: "lt", value: 100 };
    const aggregates = all.map((op) => ({ op, column: "f", as: op }));
    expect(await items({ where, aggregates })).toEqual([
      { count: 2, countDistinct: 2, mean: 2, median: 2, min: 1.5, max: 2.5, stddev: Math.SQRT1_2 },
    ]);
    expect(await items({ aggregates: [{ op: "count" }, { op: "count", column: "s" }] })).toEqual([
      { count: 4, count_s: 3 },
    ]);
  });

  it("of moments and text keep their type", async () => {
    const aggregates = [
      { op: "median", column: "day" },
      { op: "max", column: "moment" },
      { op: "min", column: "s" },
    ] as const;
    expect(await items({ aggregates: [...aggregates] })).toEqual([
      { median_day: "2024-02-01", max_moment: "2025-01-31T11:01:00", min_s: "x" },
    ]);
  });

  it("of nothing are missing, and no rows", async () => {
    const where = { column: "s", op: "eq", value: "nobody" };
    const aggregates = [{ op: "sum", column: "n" } as const, { op: "count" } as const];
    expect(await items({ where, aggregates })).toEqual([{ sum_n: null, count: 0 }]);
    expect(await items({ where, groupBy: ["s"], aggregates })).toEqual([]);
  });
});

describe("groups", () => {
  it("come in the order of their keys, the missing last", async () => {
    expect(await items({ groupBy: ["s"], aggregates: [{ op: "count" }] })).toEqual([
      { s: "x", count: 2 },
      { s: "y", count: 1 },
      { s: null, count: 1 },
    ]);
  });

  it("are sorted, cut and shown as asked", async () => {
    const aggregates = [{ op: "count" as const, as: "how many" }];
    const question = { groupBy: ["s"], aggregates, sort: "-how many,s", limit: 2, select: ["how many"] };
    expect(await items(question)).toEqual([{ "how many": 2 }, { "how many": 1 }]);
  });

  const bins: [string, NonNullable<TableQuery["groupBy"]>[number], unknown[]][] = [
    ["years", { column: "day", bin: { unit: "year" } }, ["2024-01-01", "2025-01-01", null]],
    ["months", { column: "day", bin: { unit: "month" } }, ["2024-01-01", "2024-02-01", "2025-02-01", null]],
    [
      "hours",
      { column: "moment", bin: { unit: "hour" } },
      ["2024-01-31T10:00:00", "2024-01-31T11:00:00", "2025-01-31T11:00:00", null],
    ],
    ["a width", { column: "f", bin: { width: 2 } }, [0, 2, null]],
    ["a width of decimals", { column: "d", bin: { width: 0.25 } }, [0, 0.25, null]],
    ["two of whole numbers", { column: "n", bin: { count: 2 } }, [-3, "4611686018427387903", null]],
    ["two of floats", { column: "f", bin: { count: 2 } }, [1.5, 2, null]],
    ["one of floats", { column: "f", bin: { count: 1 } }, [1.5, null]],
    ["two of dates", { column: "day", bin: { count: 2 } }, ["2024-01-31", "2024-08-02", null]],
    [
      "two of moments",
      { column: "moment", bin: { count: 2 } },
      ["2024-01-31T10:59:00", "2024-08-01T11:00:00.000001", null],
    ],
  ];
  it.each(bins)("are bins: %s", async (_, key, edges) => {
    const found = await items({ groupBy: [{ ...(key as object), as: "bin" } as typeof key] });
    expect(found.map(({ bin }: { bin: unknown }) => bin)).toEqual(edges);
  });

  it("of a negative number's width lie below it", async () => {
    const where = { column: "n", op: "lt", value: 0 };
    expect(await items({ where, groupBy: [{ column: "n", bin: { width: 10 } }] })).toEqual([{ n: -10 }]);
  });
});

it("without groups answers rows", async () => {
  expect(await items({ select: ["s", "n"], sort: "-d", limit: 2 })).toEqual([
    { s: "y", n: -3 },
    { s: "x", n: "9223372036854775807" },
  ]);
});

it("answers in Arrow with the same types", async () => {
  const question = TableQuery.parse({ groupBy: ["s"], aggregates: [{ op: "sum", column: "n" }] });
  const arrow = tableFromIPC(await collect((await table.query(question, "arrow")).body));
  expect(arrow.schema.fields.map(({ name, type }) => [name, String(type)])).toEqual([
    ["s", "Dictionary<Int32, Utf8>"],
    ["sum_n", "Decimal[38e0]"],
  ]);
  expect(arrow.numRows).toBe(3);
});

describe("a question that is none", () => {
  const cases: [string, Question, string][] = [
    ["an unknown column", { aggregates: [{ op: "sum", column: "nope" }] }, "/aggregates/0/column"],
    ["a sum without a column", { aggregates: [{ op: "sum" }] }, "/aggregates/0/column"],
    ["a sum of text", { aggregates: [{ op: "count" }, { op: "sum", column: "s" }] }, "/aggregates/1/op"],
    ["an unknown group", { groupBy: ["s", "nope"] }, "/groupBy/1"],
    ["an unknown group in a bin", { groupBy: [{ column: "nope" }] }, "/groupBy/0/column"],
    ["bins of text", { groupBy: [{ column: "s", bin: { count: 3 } }] }, "/groupBy/0/bin"],
    ["hours of a date", { groupBy: [{ column: "day", bin: { unit: "hour" } }] }, "/groupBy/0/bin"],
    ["a width of dates", { groupBy: [{ column: "day", bin: { width: 3 } }] }, "/groupBy/0/bin"],
    ["two columns of one name", { groupBy: ["s", { column: "n", as: "S" }] }, "/groupBy/1/as"],
    ["a filter of another type", { where: { and: [{ column: "n", op: "eq", value: "x" }] } }, "/where/and/0/value"],
    ["an order by what is not answered", { groupBy: ["s"], sort: "n" }, "/sort/0"],
    ["a choice of what is not answered", { groupBy: ["s"], select: ["n"] }, "/select/0"],
    ["a choice twice", { select: ["n", "n"] }, "/select/1"],
  ];
  it.each(cases)("%s", (_, question, path) => {
    expect(() => planQuery(TableQuery.parse(question), table.columns)).toThrow(
      expect.objectContaining({ kind: "input", code: "query.invalid", fields: [expect.objectContaining({ path })] }),
    );
  });
});

describe("hostile names", () => {
  it("are names", async () => {
    const odd = `a"b'; DROP VIEW rows_; --`;
    const other = `x" FROM read_text('/etc/passwd') --`;
    const hostile = await testTable(`SELECT 1 AS "a""b'; DROP VIEW rows_; --", 2 AS rows_`);
    const query = TableQuery.parse({
      groupBy: [{ column: odd, as: other }],
      aggregates: [{ op: "sum", column: "rows_", as: odd }],
      sort: `-"${odd.replaceAll('"', '""')}"`,
    });
    const answer = JSON.parse((await collect((await hostile.query(query, "json")).body)).toString());
    expect(answer.items).toEqual([{ [other]: 1, [odd]: 2 }]);
    await hostile.close();
  });
});
