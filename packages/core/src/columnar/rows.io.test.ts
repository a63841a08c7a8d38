import { tableFromIPC as readWithFlechette } from "@uwdata/flechette";
import { tableFromIPC as readWithArrow } from "apache-arrow";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { some } from "../../../../test/support/ring.ts";
import { importText, typesOf } from "../ingest/testing.ts";
import { collect, type TestTable, testTable } from "./testing.ts";

/** Every type, with missing values, extremes, and texts short and long. */
const EVERY_TYPE = `
  SELECT * FROM (VALUES
    (1::BIGINT, 1.5::DOUBLE, 123.45::DECIMAL(5,2), 12345678901234567.89::DECIMAL(38,2), true, DATE '2024-01-31', TIME '10:00:00.5',
      TIMESTAMP '2024-01-31 10:00:00.123456', TIMESTAMPTZ '2024-01-31 10:00:00+02', 'short'),
    (9007199254740993, -0.1, -0.01, -12345678901234567890123456789012345.67, false, DATE '0001-01-01', TIME '23:59:59.999999',
      TIMESTAMP '1969-12-31 23:59:59.999999', TIMESTAMPTZ '1900-01-01 00:00:00Z', 'a text that is longer than twelve bytes, é 🦆'),
    (NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
    (-9223372036854775808, 1e300, 999.99, 0, true, DATE '9999-12-31', TIME '00:00:00', TIMESTAMP '2000-01-01', TIMESTAMPTZ '2000-01-01 00:00:00Z', ''),
    (0, 0, 0, 0, false, DATE '1970-01-01', TIME '00:00:01', TIMESTAMP '1970-01-01', TIMESTAMPTZ '1970-01-01 00:00:00Z', 'quote " comma , line
end')) t(i, f, d, big, b, day, clock, stamp, moment, s)`;

describe("a table of every type", () => {
  let table: TestTable;
  beforeAll(async () => {
    table = await testTable(EVERY_TYPE);
  });
  afterAll(() => table.close());

  it("as JSON loses no digit", async () => {
    expect(await table.items({ limit: 3 })).toEqual([
      {
        i: 1,
        f: 1.5,
        d: "123.45",
        big: "12345678901234567.89",
        b: true,
        day: "2024-01-31",
        clock: "10:00:00.5",
        stamp: "2024-01-31T10:00:00.123456",
        moment: "2024-01-31T08:00:00Z",
        s: "short",
      },
      {
        i: "9007199254740993",
        f: -0.1,
        d: "-0.01",
        big: "-12345678901234567890123456789012345.67",
        b: false,
        day: "0001-01-01",
        clock: "23:59:59.999999",
        stamp: "1969-12-31T23:59:59.999999",
        moment: "1900-01-01T00:00:00Z",
        s: "a text that is longer than twelve bytes, é 🦆",
      },
      { i: null, f: null, d: null, big: null, b: null, day: null, clock: null, stamp: null, moment: null, s: null },
    ]);
  });

  it("as CSV follows RFC 4180 and tells missing from empty", async () => {
    const text = (await table.bytes({ select: "i,s", limit: 5 }, "csv")).toString();
    expect(text).toBe(
      'i,s\r\n1,short\r\n9007199254740993,"a text that is longer than twelve bytes, é 🦆"\r\n,\r\n-9223372036854775808,""\r\n0,"quote "" comma , line\nend"\r\n',
    );
  });

  it("as NDJSON is one object a line", async () => {
    const lines = (await table.bytes({ select: "i" }, "ndjson")).toString().trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line).i)).toEqual([1, "9007199254740993", null, "-9223372036854775808", 0]);
  });

  it("as Arrow reads the same with two independent readers", async () => {
    const bytes = await table.bytes({}, "arrow");
    const arrow = readWithArrow(bytes);
    expect(arrow.schema.fields.map((field) => `${field.name}: ${field.type}`)).toEqual([
      "i: Int64",
      "f: Float64",
      "d: Decimal[12e+2]",
      "big: Decimal[38e+2]",
      "b: Bool",
      "day: Date32<DAY>",
      "clock: Time64<MICROSECOND>",
      "stamp: Timestamp<MICROSECOND>",
      "moment: Timestamp<MICROSECOND, UTC>",
      "s: Dictionary<Int32, Utf8>",
    ]);
    const flechette = readWithFlechette(bytes, { useBigInt: true, useDecimalInt: true });
    const column = (name: string) => [...(flechette.getChild(name)?.toArray() ?? [])];
    expect(column("i")).toEqual([1n, 9007199254740993n, null, -9223372036854775808n, 0n]);
    expect([...(arrow.getChild("i") ?? [])]).toEqual([1n, 9007199254740993n, null, -9223372036854775808n, 0n]);
    expect(column("f")).toEqual([1.5, -0.1, null, 1e300, 0]);
    expect(column("d").map(String)).toEqual(["12345", "-1", "null", "99999", "0"]);
    expect(column("big").map(String)).toEqual([
      "1234567890123456789",
      "-1234567890123456789012345678901234567",
      "null",
      "0",
      "0",
    ]);
    expect(column("b")).toEqual([true, false, null, true, false]);
    expect(column("clock").map(String)).toEqual(["36000500000", "86399999999", "null", "0", "1000000"]);
    expect([...(arrow.getChild("s") ?? [])]).toEqual((await table.items({ select: "s" })).map((row) => row.s));
    expect(column("s")).toEqual([...(arrow.getChild("s") ?? [])]);
    expect([...(arrow.getChild("day") ?? [])][0]?.valueOf()).toBe(Date.UTC(2024, 0, 31));
    expect([...(arrow.getChild("moment") ?? [])][0]?.valueOf()).toBe(Date.UTC(2024, 0, 31, 8));
    expect(arrow.getChild("i")?.nullCount).toBe(1);
  });

  it("without rows is an Arrow stream with its columns", async () => {
    const arrow = readWithArrow(await table.bytes({ where: '{"column":"i","op":"eq","value":77}' }, "arrow"));
    expect([arrow.numRows, arrow.numCols]).toEqual([0, 10]);
  });

  const everyOp: [where: unknown, matching: number][] = [
    [{ column: "i", op: "eq", value: "9007199254740993" }, 1],
    [{ column: "i", op: "ne", value: 1 }, 4],
    [{ not: { column: "i", op: "eq", value: 1 } }, 4],
    [{ column: "i", op: "gt", value: 0 }, 2],
    [{ column: "i", op: "between", value: [0, 1] }, 2],
    [{ column: "i", op: "in", value: [0, 1, 5] }, 2],
    [{ column: "i", op: "isNull" }, 1],
    [{ column: "i", op: "isNotNull" }, 4],
    [{ column: "f", op: "lt", value: 0 }, 1],
    [{ column: "d", op: "gt", value: 123.449 }, 2],
    [{ column: "d", op: "le", value: "-0.005" }, 1],
    [{ column: "big", op: "eq", value: "12345678901234567.89" }, 1],
    [{ column: "b", op: "eq", value: true }, 2],
    [{ column: "day", op: "ge", value: "2024-01-31" }, 2],
    [{ column: "clock", op: "lt", value: "10:00" }, 2],
    [{ column: "stamp", op: "eq", value: "2024-01-31T10:00:00.123456" }, 1],
    [{ column: "stamp", op: "lt", value: "1970-01-01" }, 1],
    [{ column: "moment", op: "eq", value: "2024-01-31T08:00:00Z" }, 1],
    [{ column: "s", op: "eq", value: "" }, 1],
    [{ column: "s", op: "contains", value: "🦆" }, 1],
    [{ column: "s", op: "startsWith", value: "sh" }, 1],
    [{ column: "s", op: "endsWith", value: "end" }, 1],
    [{ column: "s", op: "contains", value: "%" }, 0],
    [
      {
        and: [
          { column: "b", op: "eq", value: true },
          { column: "i", op: "lt", value: 0 },
        ],
      },
      1,
    ],
    [
      {
        or: [
          { column: "i", op: "eq", value: 1 },
          { column: "i", op: "isNull" },
        ],
      },
      2,
    ],
    [{ and: [] }, 5],
    [{ or: [] }, 0],
    [{ column: "s", op: "eq", value: "' OR 1=1 --" }, 0],
  ];
  it.each(everyOp)("filters by %j", async (where, matching) => {
    const page = await table.page({ where: JSON.stringify(where) }, "json", true);
    expect(page.total).toBe(matching);
    await page.body.return(undefined);
  });

  const faults: [where: unknown, path: string][] = [
    [{ column: "nope", op: "eq", value: 1 }, "/column"],
    [{ column: "i", op: "like", value: 1 }, "/op"],
    [{ column: "i", op: "constructor", value: 1 }, "/op"],
    [{ column: "i", op: "eq", value: "1; DROP TABLE x" }, "/value"],
    [{ column: "i", op: "eq", value: 1.5 }, "/value"],
    [{ column: "i", op: "eq", value: "9223372036854775808" }, "/value"],
    [{ column: "i", op: "eq" }, "/value"],
    [{ column: "i", op: "eq", value: null }, "/value"],
    [{ column: "i", op: "contains", value: "1" }, "/op"],
    [{ column: "i", op: "between", value: [1] }, "/value"],
    [{ column: "i", op: "in", value: [] }, "/value"],
    [{ column: "i", op: "isNull", value: 1 }, "/value"],
    [{ column: "day", op: "eq", value: "2023-02-29" }, "/value"],
    [{ column: "b", op: "eq", value: "true" }, "/value"],
    [{ column: "d", op: "eq", value: "1e5" }, "/value"],
    [{ column: "s", op: "eq", value: "a\0b" }, "/value"],
    [{ column: "s", op: "eq", value: "x", extra: 1 }, "/extra"],
    [
      { and: [{ column: "i", op: "eq", value: 1 }, { or: [{ column: "i", op: "eq", value: [] }] }] },
      "/and/1/or/0/value",
    ],
    [{ and: {} }, "/and"],
    [{ not: [] }, "/not"],
    [[], ""],
    ["x", ""],
    [Array.from({ length: 40 }).reduce((inner) => ({ not: inner }), { and: [] }), "/not".repeat(33)],
  ];
  it.each(faults)("refuses the filter %j", async (where, path) => {
    await expect((async () => table.page({ where: JSON.stringify(where) }))()).rejects.toMatchObject({
      code: "rows.invalid_where",
      fields: [{ path }],
    });
  });

  it.each([
    [{ select: "i,nope" }, "rows.invalid_select"],
    [{ select: "i,i" }, "rows.invalid_select"],
    [{ sort: "nope" }, "rows.invalid_sort"],
    [{ where: "{" }, "rows.invalid_where"],
    [{ cursor: "nonsense" }, "rows.invalid_cursor"],
    [{ cursor: Buffer.from('[1,"x",[],1,1]').toString("base64url") }, "rows.invalid_cursor"],
  ])("refuses %j", async (query, code) => {
    await expect((async () => table.page(query))()).rejects.toMatchObject({ code });
  });
});

describe("paging", () => {
  const ROWS = 30_000;
  let table: TestTable;
  beforeAll(async () => {
    table = await testTable(`SELECT range AS id, CASE WHEN range % 7 = 0 THEN NULL ELSE range % 10 END AS tens,
      CASE WHEN range % 5 = 0 THEN NULL ELSE 'name ' || (range % 3) END AS "na,me", range % 2 = 0 AS even, (range % 11)::DOUBLE / 3 AS third FROM range(${ROWS})`);
  });
  afterAll(() => table.close());

  async function allPages(query: { sort?: string; where?: string; limit: number }): Promise<number[]> {
    const ids: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await table.page({ ...query, ...(cursor === undefined ? {} : { cursor }) });
      const text = (await collect(page.body)).toString();
      for (const item of JSON.parse(text).items) ids.push(item.id);
      cursor = page.next;
    } while (cursor !== undefined);
    return ids;
  }

  const reference = (rows: Record<string, unknown>[]) => rows.map((row) => row.id);

  it.each(["tens", "-tens", '-"na,me",tens', "even,-third", "-third,even,tens"])(
    "by cursor and by offset give every row once, in the same order, sorted by %s",
    async (sort) => {
      const byCursor = await allPages({ sort, limit: 7_001 });
      expect(new Set(byCursor).size).toBe(ROWS);
      expect(byCursor).toEqual(reference(await table.items({ sort, limit: ROWS })));
      const offset = 12_345;
      expect(reference(await table.items({ sort, limit: 10, offset }))).toEqual(byCursor.slice(offset, offset + 10));
    },
  );

  it("without sorting follows the file", async () => {
    expect(await allPages({ limit: 9_999 })).toEqual(Array.from({ length: ROWS }, (_, id) => id));
    expect(reference(await table.items({ offset: 29_998 }))).toEqual([29_998, 29_999]);
    expect(await table.items({ offset: ROWS + 5 })).toEqual([]);
  });

  it("keeps to the filter", async () => {
    const where = JSON.stringify({ column: "tens", op: "eq", value: 3 });
    const ids = await allPages({ where, limit: 500 });
    expect(ids).toEqual(Array.from({ length: ROWS }, (_, id) => id).filter((id) => id % 10 === 3 && id % 7 !== 0));
  });

  it("puts missing values last either way", async () => {
    for (const sort of ["tens", "-tens"]) {
      expect((await table.items({ sort, offset: ROWS - 1, limit: 1 }))[0]).toMatchObject({ tens: null });
      expect((await table.items({ sort, limit: 1 }))[0]?.tens).not.toBeNull();
    }
  });

  it("refuses a cursor of another question", async () => {
    const { next, body } = await table.page({ sort: "tens", limit: 5 });
    await body.return(undefined);
    await expect((async () => table.page({ sort: "-tens", limit: 5, cursor: next }))()).rejects.toMatchObject({
      code: "rows.invalid_cursor",
    });
  });

  it("streams many Arrow batches whose dictionaries grow", async () => {
    const bytes = await table.bytes({ limit: ROWS, sort: "id" }, "arrow");
    const arrow = readWithArrow(bytes);
    expect(arrow.batches.length).toBeGreaterThan(1);
    expect(arrow.numRows).toBe(ROWS);
    const names = [...(readWithFlechette(bytes).getChild("na,me")?.toArray() ?? [])];
    expect(names.every((name, id) => name === (id % 5 === 0 ? null : `name ${id % 3}`))).toBe(true);
  });
});

describe("all rows", () => {
  const ROWS = 1_000_000;
  let large: TestTable;
  beforeAll(async () => {
    large = await testTable(
      `SELECT range AS n, hash(range)::VARCHAR AS text, (range * 7919) % 1000003 AS mixed FROM range(${ROWS})`,
    );
  }, 60_000);
  afterAll(() => large.close());

  // In the first ring each in one way.
  const ways = [{}, { sort: "-mixed" }, { where: '{"column":"mixed","op":"ge","value":0}' }];
  it.each(["csv", "ndjson", "arrow", "parquet"] as const)(
    "come as %s without being held, in whatever order",
    async (format) => {
      const first = format.length % ways.length;
      for (const query of some([...ways.slice(first), ...ways.slice(0, first)], ways.length)) {
        const { body, next } = await large.page({ ...query, limit: "all" }, format);
        await body.next();
        const before = process.memoryUsage();
        let [peak, bytes] = [0, 0];
        for await (const part of body) {
          bytes += part.length;
          const { heapUsed, external } = process.memoryUsage();
          peak = Math.max(peak, heapUsed + external - before.heapUsed - before.external);
        }
        expect(next).toBeUndefined();
        expect(bytes).toBeGreaterThan(10_000_000);
        // Chunks wait for the garbage collector; the answer as a whole is several times this.
        expect(peak).toBeLessThan(150 * 1024 * 1024);
      }
    },
    120_000,
  );

  it("are as many as there are, in their order", async () => {
    const lines = (await large.bytes({ limit: "all", sort: "-n", select: "n" }, "csv"))
      .toString()
      .trimEnd()
      .split("\r\n");
    expect(lines).toHaveLength(ROWS + 1);
    expect(lines.slice(0, 3)).toEqual(["n", "999999", "999998"]);
    expect((await large.bytes({ limit: "all", offset: ROWS - 2, select: "n" }, "csv")).toString()).toBe(
      "n\r\n999998\r\n999999\r\n",
    );
  }, 60_000);

  it("are sorted as what they are, not as how they are written", async () => {
    const numbers = await testTable("SELECT unnest([10, 9, 100]) AS n");
    expect((await numbers.bytes({ limit: "all", sort: "n" }, "csv")).toString()).toBe("n\r\n9\r\n10\r\n100\r\n");
    await numbers.close();
  });
});

it("comes as Parquet with every digit", async () => {
  const exact = await testTable(
    "SELECT 9223372036854775807 AS i, 0.12345678901234567890::DECIMAL(30, 20) AS d, DATE '2024-01-31' AS day",
  );
  const again = await importText(await exact.bytes({ limit: "all" }, "parquet"), {}, "x.parquet");
  expect(typesOf(again)).toEqual({ i: "int64", d: "decimal(30,20)", day: "date" });
  expect(again.cells).toEqual([{ i: "9223372036854775807", d: "0.12345678901234567890", day: "2024-01-31" }]);
  await exact.close();
});
