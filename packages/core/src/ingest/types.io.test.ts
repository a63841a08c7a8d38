import { beforeAll, describe, expect, it } from "vitest";
import { type Imported, importText, reasonFor, typesOf } from "./testing.ts";

/** A column `x` of the values beside a filler, so that empty values do not make empty lines. */
const column = (values: string[]) => importText(`id,x\n${values.map((value, i) => `r${i},${value}`).join("\n")}\n`);

const cases: [name: string, values: string[], type: string, reason?: RegExp][] = [
  ["integers", ["1", "-20", "300"], "int64"],
  ["the largest integers", ["9223372036854775807", "-9223372036854775808"], "int64"],
  ["longer integers", ["9223372036854775808", "1"], "text", /longer than 64 bits/],
  ["twenty digits", ["12345678901234567890", "1"], "text", /longer than 64 bits/],
  ["leading zeros", ["007", "123"], "text", /leading zeros/],
  ["a zero alone", ["0", "10"], "int64"],
  ["a plus", ["+4930123", "5"], "text", /plus/],
  ["integers with missing ones", ["1", "", "3"], "int64"],
  ["integers with NA", ["1", "NA", "N/A", "null", "3"], "int64", /count as missing/],
  ["decimals", ["1.5", "2", "-0.25"], "float64"],
  ["fifteen digits", ["0.123456789012345", "1"], "float64"],
  ["sixteen digits", ["0.1234567890123456", "1"], "decimal(17,16)"],
  ["money with many digits", ["12345678901234.56", "0.01"], "decimal(16,2)"],
  ["thirty-eight digits", ["1234567890123456789012345678901234567.8"], "decimal(38,1)"],
  ["thirty-nine digits", ["12345678901234567890123456789012345678.9"], "text", /39 digits/],
  ["exponents", ["1e5", "-2.5E-3"], "float64"],
  ["exponents with many digits", ["1.2345678901234567e5", "1"], "text", /exponents/],
  ["an exponent too small to hold", ["1e-400", "1"], "text"],
  ["numbers without a leading zero", [".5", "1.25"], "float64"],
  ["NaN among numbers", ["NaN", "1.5"], "float64"],
  ["infinity", ["inf", "1.5"], "text"],
  ["a thousands separator", ['"1,234"', "5"], "text", /separators/],
  ["a decimal comma", ['"3,14"', '"2,71"'], "text", /comma/],
  ["a currency", ["$5", "$7"], "text", /currency/],
  ["percentages", ["5%", "7%"], "text"],
  ["hexadecimals", ["0x1F", "0x20"], "text"],
  ["underscores in numbers", ["1_000", "2_000"], "text"],
  ["one word among many numbers", ["1", "2", "3", "4", "unknown"], "text", /unknown/],
  ["true and false", ["true", "FALSE", ""], "bool"],
  ["yes and no", ["yes", "no"], "bool"],
  ["t and f", ["t", "f", "T"], "bool"],
  ["only f", ["f", "f"], "text"],
  ["y and n", ["Y", "N"], "bool"],
  ["zero and one", ["0", "1"], "int64"],
  ["two styles of boolean", ["true", "no"], "text"],
  ["ISO dates", ["2024-01-31", "1999-12-01"], "date"],
  ["a day that does not exist", ["2024-02-30", "1999-12-01"], "text"],
  ["dates with slashes, year first", ["2024/01/31", "1999/12/01"], "date"],
  ["day first, proven", ["31/01/2024", "01/02/2024"], "date", /day first/],
  ["month first, proven", ["01/31/2024", "02/01/2024"], "date", /month first/],
  ["ambiguous", ["01/02/2024", "03/04/2024"], "text", /nothing tells days from months/],
  ["contradicting", ["31/01/2024", "01/31/2024"], "text", /now first, now second/],
  ["dots", ["31.01.2024", "1.2.2024"], "date", /day first/],
  ["different separators", ["31.01.2024", "01/02/2024"], "text", /different separators/],
  ["day first but impossible", ["31/02/2024", "01/02/2024"], "text", /not a date/],
  ["two-digit years", ["31/01/24", "01/02/24"], "text"],
  ["day first with a clock", ["31/01/2024 14:05", "01/02/2024 09:00"], "timestamp", /day first/],
  ["month first with a twelve-hour clock", ["1/31/2024 2:05 PM", "2/1/2024 9:00 AM"], "timestamp", /month first/],
  ["clocks of two kinds", ["31/01/2024 14:05", "01/02/2024 9:00 AM"], "text"],
  ["timestamps", ["2024-01-31 10:00:00", "2024-01-31T10:00:00.123456"], "timestamp"],
  ["timestamps with slashes, year first", ["2024/01/31 10:00:00"], "timestamp"],
  ["timestamps without seconds", ["2024-01-31 10:00", "2024-01-31 11:30"], "timestamp"],
  ["nanoseconds", ["2024-01-31 10:00:00.123456789"], "text"],
  ["seven digits that end in zero", ["2024-01-31 10:00:00.1234560"], "timestamp"],
  ["zoned", ["2024-01-31T10:00:00Z", "2024-01-31T10:00:00+02:00"], "timestamptz", /UTC/],
  ["zoned and not", ["2024-01-31T10:00:00Z", "2024-01-31T10:00:00"], "text"],
  ["times", ["10:00", "23:59:59"], "time"],
  ["hour 24", ["24:00:00", "10:00:00"], "text"],
  ["words", ["a", "b"], "text"],
  ["nothing", ["", ""], "text", /empty/],
  ["nothing but NA", ["NA", "NA"], "text", /markers/],
  ["spaces around numbers", [" 1", "2 "], "int64"],
];

/** Every case as a column of one file: opening a database takes longer than all of them. */
function importCases(): Promise<Imported> {
  const longest = Math.max(...cases.map(([, values]) => values.length));
  const rows = Array.from({ length: longest }, (_, row) => cases.map(([, values]) => values[row] ?? "").join(","));
  return importText(`${cases.map(([name]) => `"${name}"`).join(",")}\n${rows.join("\n")}\n`);
}

describe("the type of a column", () => {
  let imported: Imported;
  beforeAll(async () => {
    imported = await importCases();
  });

  it.each(cases)("of %s", (name, _, type, reason) => {
    expect(typesOf(imported)[name]).toBe(type);
    if (reason) expect(reasonFor(imported, name)).toMatch(reason);
  });

  it.each([
    ["integer", "17", "oops"],
    ["date", "2024-01-31", "31 January"],
    ["timestamp", "2024-01-31 10:00:00", "later"],
    ["number", "1.25", "1,5"],
    ["boolean", "true", "maybe"],
  ])("of %ss is text when only the very last of many rows is not one", async (_, value, last) => {
    const rows = Array.from({ length: 30_000 }, () => value);
    const imported = await column([...rows, `"${last}"`]);
    expect(typesOf(imported).x).toBe("text");
    expect(imported.rows).toBe(30_001);
    expect(imported.columns[1]?.stats.distinct).toBe(2);
  });

  it("widens to decimal when only the very last row needs it", async () => {
    const imported = await column([...Array.from({ length: 30_000 }, () => "1.5"), "0.12345678901234567"]);
    expect(typesOf(imported).x).toBe("decimal(18,17)");
  });

  it("reads dates day first when only the very last row proves it", async () => {
    const imported = await column([...Array.from({ length: 30_000 }, () => "01/02/2024"), "31/01/2024"]);
    expect(imported.columns[1]).toMatchObject({ type: "date", source: { format: "dd/mm/yyyy" } });
    expect(imported.columns[1]?.stats).toMatchObject({ min: "2024-01-31", max: "2024-02-01" });
  });

  it("finds the type of a column whose first values are all missing", async () => {
    expect(typesOf(await column([...Array.from({ length: 30_000 }, () => ""), "5"])).x).toBe("int64");
  });

  it("keeps NA as it is in text", async () => {
    const { cells } = await column(["NA", "Chad"]);
    expect(cells.map((row) => row.x)).toEqual(["NA", "Chad"]);
  });
});
