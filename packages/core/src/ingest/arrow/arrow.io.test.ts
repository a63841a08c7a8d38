import { gzipSync } from "node:zlib";
import {
  Bool,
  DateDay,
  Field,
  Float32,
  Int8,
  Int64,
  List,
  makeData,
  Schema,
  Table,
  TimestampNanosecond,
  TimestampSecond,
  tableFromArrays,
  tableToIPC,
  Uint64,
  Utf8,
  Vector,
  vectorFromArray,
} from "apache-arrow";
import { describe, expect, it } from "vitest";
import { isPermanent } from "../../error/index.ts";
import { importText, typesOf } from "../testing.ts";

const nanoseconds = (...values: bigint[]) =>
  new Vector([makeData({ type: new TimestampNanosecond("UTC"), data: BigInt64Array.from(values) })]);
const days = [new Date("2024-01-31"), null];
const table = () =>
  new Table({
    tiny: vectorFromArray([1, null], new Int8()),
    big: vectorFromArray([9007199254740993n, -1n], new Int64()),
    unsigned: vectorFromArray([18446744073709551615n, 1n], new Uint64()),
    single: vectorFromArray([0.5, null], new Float32()),
    flag: vectorFromArray([true, null], new Bool()),
    word: vectorFromArray(["Zoë, “quoted”", null], new Utf8()),
    again: vectorFromArray(["x", "x"]),
    day: vectorFromArray(days, new DateDay()),
    second: vectorFromArray(days, new TimestampSecond()),
    moment: nanoseconds(1_706_659_200_000_001_000n, 0n),
    list: vectorFromArray([[1, 2], null], new List(new Field("item", new Int8()))),
  });

const rows = [
  {
    tiny: "1",
    big: "9007199254740993",
    unsigned: "18446744073709551615",
    single: "0.5",
    flag: "true",
    word: "Zoë, “quoted”",
    again: "x",
    day: "2024-01-31",
    second: "2024-01-31 00:00:00",
    moment: "2024-01-31 00:00:00.000001+00",
    list: "[1,2]",
  },
  {
    tiny: null,
    big: "-1",
    unsigned: "1",
    single: null,
    flag: null,
    word: null,
    again: "x",
    day: null,
    second: null,
    moment: "1970-01-01 00:00:00+00",
    list: null,
  },
];

describe("Arrow", () => {
  it.each(["file", "stream"] as const)("as a %s keeps types and values", async (kind) => {
    const imported = await importText(Buffer.from(tableToIPC(table(), kind)), {}, "data.arrow");
    expect(imported.report).toMatchObject({ format: "arrow", rows: 2, rejected: 0 });
    expect(typesOf(imported)).toEqual({
      tiny: "int64",
      big: "int64",
      unsigned: "decimal(20,0)",
      single: "float64",
      flag: "bool",
      word: "text",
      again: "text",
      day: "date",
      second: "timestamp",
      moment: "timestamptz",
      list: "text",
    });
    expect(imported.cells).toEqual(rows);
  });

  it("is unpacked, and found by its content alone", async () => {
    const { cells, report } = await importText(gzipSync(tableToIPC(table(), "stream")), {}, "data");
    expect(report.format).toBe("arrow");
    expect(cells).toEqual(rows);
  });

  it("of many rows in many batches keeps them all, in their order", async () => {
    const numbers = Float64Array.from({ length: 300_000 }, (_, i) => i);
    const one = tableFromArrays({ n: numbers, s: Array.from(numbers, (n) => (n % 3 === 0 ? null : `row ${n}`)) });
    const { rows: count, columns, cells } = await importText(Buffer.from(tableToIPC(one.concat(one))), {}, "x.arrows");
    expect(count).toBe(600_000);
    expect(columns[0]?.stats).toMatchObject({ min: 0, max: 299_999, distinct: 300_000, nulls: 0 });
    expect(columns[1]?.stats).toMatchObject({ nulls: 200_000 });
    expect(cells[9_999]).toEqual({ n: "9999.0", s: null });
    expect(cells[9_998]).toEqual({ n: "9998.0", s: "row 9998" });
  });

  it("without rows is a table without rows", async () => {
    const none = new Table(new Schema([new Field("a", new Int64())]));
    const imported = await importText(Buffer.from(tableToIPC(none, "file")), {}, "x.arrow");
    expect([imported.rows, typesOf(imported)]).toEqual([0, { a: "int64" }]);
  });
});

describe("an Arrow file that is", () => {
  const whole = Buffer.from(tableToIPC(table(), "file"));
  const lying = Buffer.from(whole);
  lying.writeInt32LE(0x7fffffff, lying.length - 10);
  const fine = new Table({ moment: nanoseconds(1n) });
  it.each([
    ["cut short", whole.subarray(0, 1_000), "import.damaged_arrow"],
    ["nothing but its first bytes", Buffer.from("ARROW1\0\0"), "import.damaged_arrow"],
    ["lying about its lengths", lying, "import.damaged_arrow"],
    ["noise", Buffer.concat([Buffer.from("ARROW1\0\0"), Buffer.alloc(5_000, 7)]), "import.damaged_arrow"],
    ["text by another name", Buffer.from("not Arrow"), "import.damaged_arrow"],
    ["finer than a table", Buffer.from(tableToIPC(fine, "file")), "import.nanoseconds"],
  ])("%s is refused for good", async (_, content, code) => {
    const error = await importText(content, {}, "x.arrow").catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code });
    expect(isPermanent(error)).toBe(true);
  });

  it("damaged anywhere never ends the process, and gives no rows that are not there", async () => {
    const seed = Buffer.from(tableToIPC(table(), "stream"));
    for (let at = 8; at < seed.length; at += 331) {
      const damaged = Buffer.from(seed);
      damaged.fill(0xff, at, at + 4);
      const outcome = await importText(damaged, {}, "x.arrow").catch((caught: unknown) => caught);
      if (outcome instanceof Error) expect(isPermanent(outcome), outcome.stack).toBe(true);
    }
  });
});
