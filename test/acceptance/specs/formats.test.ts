/** What an import makes of files as people have them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Json } from "../../support/http.ts";
import { createProject, importContent, importTable, MALFORMED, rows } from "../../support/make.ts";
import { ROOT } from "../../support/paths.ts";
import { newPerson, type Person } from "../../support/people.ts";

let ada: Person;
let project: Json;
beforeAll(async () => {
  ada = await newPerson("Ada");
  project = await createProject(ada.key);
});

const typesOf = (table: Json) => Object.fromEntries(table.columns.map(({ name, type }: Json) => [name, type]));
const make = (content: string | Uint8Array, fileName: string, options?: Json) =>
  importTable(ada.key, content, { fileName, project, import: options });

describe("formats", () => {
  const expected = [
    { id: 1, name: "a, b", ok: true },
    { id: 2, name: 'c "d"', ok: null },
  ];

  it.each([
    ["data.csv", 'id,name,ok\n1,"a, b",true\n2,"c ""d""",\n', "csv"],
    ["data.tsv", 'id\tname\tok\n1\ta, b\ttrue\n2\t"c ""d"""\t\n', "tsv"],
    ["data.ndjson", '{"id":1,"name":"a, b","ok":true}\n{"id":2,"name":"c \\"d\\"","ok":null}\n', "ndjson"],
  ])("%s", async (fileName, content, format) => {
    const { table } = await make(content, fileName);
    expect(typesOf(table)).toEqual({ id: "int64", name: "text", ok: "bool" });
    expect(table.report).toMatchObject({ format, rows: 2, rejected: 0 });
    expect((await rows(ada.key, table.id)).items).toEqual(expected);
  });

  it("Parquet", async () => {
    const parquet = readFileSync(join(ROOT, "node_modules/vega-datasets/data/flights-3m.parquet"));
    const { table } = await make(parquet, "flights-3m.parquet");
    expect(table).toMatchObject({ state: "ready", rows: 3_000_000, report: { format: "parquet" } });
    const { items } = await rows(ada.key, table.id, { limit: 3, offset: 2_999_997 });
    expect(items).toHaveLength(3);
  });

  it.each([
    ["semicolons", "a;b\n1;2\n", { a: 1, b: 2 }],
    ["a byte order mark", "\ufeffa,b\n1,2\n", { a: 1, b: 2 }],
    ["Windows line ends", "a,b\r\n1,2\r\n", { a: 1, b: 2 }],
    ["no line end at the end", "a,b\n1,2", { a: 1, b: 2 }],
    ["line breaks in quotes", 'a,b\n1,"x\ny"\n', { a: 1, b: "x\ny" }],
  ])("CSV with %s", async (_, content, row) => {
    const { table } = await make(content, "data.csv");
    expect((await rows(ada.key, table.id)).items).toEqual([row]);
  });

  it("CSV in another encoding", async () => {
    const { table } = await make(Buffer.from("city\nMünchen\nZürich\n", "latin1"), "data.csv");
    expect((await rows(ada.key, table.id)).items).toEqual([{ city: "München" }, { city: "Zürich" }]);
  });
});

describe("types over the whole file", () => {
  // The last row decides: a sample of the first would be wrong.
  const late = (column: string, usual: string, last: string) =>
    `${column}\n${Array.from({ length: 30_000 }, () => usual).join("\n")}\n${last}\n`;

  it.each([
    ["integers", "n\n1\n-2\n9007199254740993\n", "int64"],
    ["integers beyond 64 bits", "n\n1\n92233720368547758080\n", "text"],
    ["a word in the last of 30,001 rows", late("n", "7", "seven"), "text"],
    ["a fraction in the last of 30,001 rows", late("n", "7", "7.5"), "float64"],
    ["decimals of at most 15 digits", "x\n0.5\n123456789.012345\n", "float64"],
    ["decimals of more digits", "x\n0.5\n123456789012345.6789\n", "decimal"],
    ["ids with leading zeros", "id\n007\n042\n", "text"],
    ["booleans with gaps", "b,c\ntrue,1\n,2\nfalse,3\n", "bool"],
    ["ISO dates", "d\n2024-02-29\n2023-12-01\n", "date"],
    ["ISO times of day and date", "t\n2024-02-29T10:11:12.123456\n2024-03-01T00:00:00\n", "timestamp"],
    ["times with an offset", "t\n2024-02-29T10:00:00+02:00\n2024-03-01T00:00:00Z\n", "timestamptz"],
    ["day-first dates that prove it", "d\n01/02/2024\n31/12/2024\n", "date"],
    ["nothing at all", "e,f\n,1\n,2\n", "text"],
  ])("%s", async (_, content, type) => {
    const { table } = await make(content, "data.csv");
    expect(table.columns[0].type).toBe(type);
  });

  it("keeps every digit", async () => {
    const { table } = await make("big,exact,id\n9007199254740993,123456789012345.6789,007\n", "data.csv");
    expect((await rows(ada.key, table.id)).items).toEqual([
      { big: "9007199254740993", exact: "123456789012345.6789", id: "007" },
    ]);
  });

  it("reads day-first dates as what they are and says so", async () => {
    const { table } = await make("d\n01/02/2024\n31/12/2024\n", "data.csv");
    expect((await rows(ada.key, table.id)).items).toEqual([{ d: "2024-02-01" }, { d: "2024-12-31" }]);
    expect(table.columns[0].source.format).toMatch(/dd\/mm\/yyyy/i);
  });

  it("explains its decisions", async () => {
    const { table } = await make("id\n007\n", "data.csv");
    const decision = table.report.decisions.find(({ column }: Json) => column === "id");
    expect(decision).toMatchObject({ type: "text", reason: expect.stringMatching(/zero/i) });
  });
});

describe("a file that cannot be imported", () => {
  it("fails the run with a sentence, and stays", async () => {
    const { run, table, file } = await importContent(ada.key, MALFORMED, { project, fileName: "broken.csv" });
    expect(run).toMatchObject({ state: "failed", error: { code: expect.any(String), message: expect.any(String) } });
    expect(run.error.message.length).toBeGreaterThan(20);
    expect(run.error.message).not.toMatch(/\n\s+at |node:internal|\/tmp\//);
    expect(table).toMatchObject({ state: "failed", version: null });
    expect(await ada.key.get(`/files/${file.id}`)).toMatchObject({ id: file.id, bytes: MALFORMED.length });
    const { items } = await ada.key.get(`/runs/${run.id}/logs`);
    expect(items.some(({ level }: Json) => level === "error")).toBe(true);
  });

  it("imports what can be read when told to, and reports the rest", async () => {
    const content = "a,b\n1,x\n2,y,extra\n3,z\n";
    const { table } = await make(content, "data.csv", { rejected: "keep" });
    expect(table.report).toMatchObject({ rows: 2, rejected: 1, rejectedRows: [{ line: 3, text: "2,y,extra" }] });
    expect((await rows(ada.key, table.id)).items.map(({ a }: Json) => a)).toEqual([1, 3]);
  });

  it.each([
    ["an empty file", "data.csv", ""],
    ["bytes that are no text", "data.csv", new Uint8Array(4096).map((_, index) => (index * 89) % 256)],
    ["something else called Parquet", "data.parquet", "this is not Parquet at all"],
    ["JSON that breaks off", "data.ndjson", '{"a":1\n{"a":2\n'],
  ])("%s", async (_, fileName, content) => {
    const { run } = await importContent(ada.key, content, { project, fileName });
    expect(run).toMatchObject({ state: "failed", error: { message: expect.stringMatching(/\w+ \w+/) } });
  });

  it("can be tried again, as another attempt of the same run", async () => {
    const { run } = await importContent(ada.key, MALFORMED, { project, fileName: "broken.csv" });
    const retried = await ada.key.post(`/runs/${run.id}/retry`);
    expect(retried).toMatchObject({ id: run.id, attempt: 2 });
  });
});
