import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync, zstdCompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dataset, importFile, importText, reasonFor, typesOf } from "./testing.ts";

describe("real files", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "real-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const files: [name: string, rows: number, types: Record<string, string>][] = [
    ["seattle-weather.csv", 1_461, { date: "date", precipitation: "float64", temp_max: "float64", weather: "text" }],
    ["airports.csv", 3_376, { iata: "text", latitude: "float64", longitude: "float64" }],
    ["unemployment.tsv", 3_218, { id: "int64", rate: "float64" }],
    ["flights-airport.csv", 5_366, { origin: "text", destination: "text", count: "int64" }],
    ["zipcodes.csv", 42_049, { zip_code: "text", latitude: "float64", state: "text" }],
    ["stocks.csv", 560, { symbol: "text", date: "text", price: "float64" }],
    ["us-employment.csv", 120, { month: "date", nonfarm: "int64", nonfarm_change: "int64" }],
    ["github.csv", 955, { time: "timestamp", count: "int64" }],
    ["cars.json", 406, { Name: "text", Miles_per_Gallon: "float64", Cylinders: "int64", Year: "date", Origin: "text" }],
    ["movies.json", 3_201, { "US Gross": "int64", Title: "text", "IMDB Rating": "float64" }],
    [
      "flights-3m.parquet",
      3_000_000,
      { date: "timestamp", delay: "int64", distance: "int64", origin: "text", destination: "text" },
    ],
  ];
  it.each(files)(
    "imports %s",
    async (name, rows, types) => {
      const imported = await importFile(dataset(name), { name, target: join(folder, `${name}.parquet`) });
      expect(imported.rows).toBe(rows);
      expect(typesOf(imported)).toMatchObject(types);
      expect(imported.report.rejected).toBe(0);
      for (const { stats } of imported.columns) expect(stats.distinct + stats.nulls).toBeGreaterThan(0);
    },
    60_000,
  );

  it("leaves nothing but the table behind", async () => {
    expect((await readdir(folder)).filter((name) => !name.endsWith(".parquet"))).toEqual([]);
  });
});

describe("how a file is written", () => {
  const rows = [
    { name: "Zoë", born: "1990-05-01", height: "1.65" },
    { name: "O'Neil; Ann", born: "1985-12-24", height: "1.8" },
  ];
  const header = "name,born,height";
  const plain = `${header}\nZoë,1990-05-01,1.65\n"O'Neil; Ann",1985-12-24,1.8\n`;
  const written: Record<string, string | Buffer> = {
    "with commas": plain,
    "with CRLF": plain.replaceAll("\n", "\r\n"),
    "with both line ends": plain.replace("\n", "\r\n"),
    "without a last line end": plain.trimEnd(),
    "with a byte order mark": `\ufeff${plain}`,
    "with semicolons": 'name;born;height\nZoë;1990-05-01;1.65\n"O\'Neil; Ann";1985-12-24;1.8\n',
    "with tabs": plain.replaceAll(",", "\t"),
    "with bars": plain.replaceAll(",", "|"),
    "with everything quoted": 'name,born,height\n"Zoë","1990-05-01","1.65"\n"O\'Neil; Ann","1985-12-24","1.8"\n',
    "with empty lines": plain.replaceAll("\n", "\n\n"),
    "in UTF-16": Buffer.from(`\ufeff${plain}`, "utf16le"),
    "in UTF-16 without a mark": Buffer.from(plain, "utf16le"),
    "in big-endian UTF-16": Buffer.from(`\ufeff${plain}`, "utf16le").swap16(),
    "in Windows-1252": Buffer.from(plain, "latin1"),
    "with gzip": gzipSync(plain),
    "with zstd": zstdCompressSync(plain),
  };
  it.each(Object.entries(written))("is found out: %s", async (_, content) => {
    const imported = await importText(content);
    expect(imported.cells).toEqual(rows);
    expect(typesOf(imported)).toEqual({ name: "text", born: "date", height: "float64" });
  });

  it("may be said instead", async () => {
    const options = { delimiter: ":", quote: "'", header: false };
    const { cells, columns } = await importText("a:'b:c'\nd:e\n", options);
    expect(cells.map((row) => Object.values(row))).toEqual([
      ["a", "b:c"],
      ["d", "e"],
    ]);
    expect(columns.map((c) => c.name)).toEqual(["column_1", "column_2"]);
  });

  it("keeps line ends and quotes within quotes", async () => {
    const { cells } = await importText('a,b\n"x\ny","say ""hi"""\n1,2\n');
    expect(cells[0]).toEqual({ a: "x\ny", b: 'say "hi"' });
  });

  it("reads lines of text as one column", async () => {
    const { cells } = await importText("title\nwar, and peace\nthe idiot\n1984\n");
    expect(cells.map((row) => Object.values(row)[0])).toEqual(["war, and peace", "the idiot", "1984"]);
  });
});

describe("headers", () => {
  const names = async (text: string) => (await importText(text)).columns.map((column) => column.name);

  it.each([
    ["text over numbers", "a,b\n1,2\n3,4\n", ["a", "b"]],
    ["only data", "1,2\n3,4\n", ["column_1", "column_2"]],
    ["text over text", "city,country\nParis,France\nRome,Italy\n", ["city", "country"]],
    ["repeating text", "Paris,France\nLyon,France\nRome,Italy\n", ["column_1", "column_2"]],
    ["years", "country,1990,1991\nChad,5,6\nMali,7,8\n", ["country", "1990", "1991"]],
    ["duplicates", "a,a,A\n1,2,3\n", ["a", "a_2", "A_3"]],
    ["gaps", ",b,\n1,2,3\n", ["column_1", "b", "column_3"]],
    ["spaces", " a , b\tc \n1,2\n", ["a", "b c"]],
    ["a name of ours", "file_row_number,b\n1,2\n", ["file_row_number_2", "b"]],
    ["nothing but a header", "a,b\n", ["a", "b"]],
  ])("of %s", async (_, text, expected) => {
    expect(await names(text)).toEqual(expected);
  });

  it("say what was changed", async () => {
    expect(reasonFor(await importText("a,a\n1,2\n"), "a_2")).toMatch(/more than once/);
  });

  it("are not taken for rows of a title above them", async () => {
    const { report, columns } = await importText("Report of May\n\na,b,c\n1,2,3\n4,5,6\n");
    expect(columns.map((column) => column.name)).toEqual(["a", "b", "c"]);
    expect(report).toMatchObject({ rows: 2, rejected: 1, rejectedRows: [{ line: 1, text: "Report of May" }] });
  });
});
