import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync, zstdCompressSync } from "node:zlib";
import { tableFromArrays, tableToIPC } from "apache-arrow";
import { describe, expect, it } from "vitest";
import type { Preview, ReadOptions } from "../table/schema.ts";
import { preview } from "./preview.ts";
import { dataset, importText, typesOf } from "./testing.ts";

const MIB = 1024 * 1024;

/** Previews content given in a test; `read` counts the bytes that were asked for. */
async function look(content: string | Buffer, options: ReadOptions = {}, name = "data.csv") {
  const bytes = Buffer.from(content);
  const workdir = await mkdtemp(join(tmpdir(), "preview-"));
  let read = 0;
  const range = async (start: number, end: number) => {
    read += end - start;
    return bytes.subarray(start, end);
  };
  try {
    return { ...(await preview({ name, bytes: bytes.length, range }, options, { workdir })), read };
  } finally {
    await rm(workdir, { recursive: true });
  }
}

const types = ({ columns }: Preview) => Object.fromEntries(columns.map(({ name, type }) => [name, type]));

describe("a file that is seen whole", () => {
  const plain = 'name,born,height\nZoë,1990-05-01,1.65\n"O\'Neil; Ann",24/12/1985,1.8\n';
  it.each<[string, string | Buffer, ReadOptions]>([
    ["CSV", plain, {}],
    ["CSV in UTF-16", Buffer.from(`\ufeff${plain}`, "utf16le"), {}],
    ["CSV in Windows-1252", Buffer.from(plain, "latin1"), {}],
    ["CSV with gzip", gzipSync(plain), {}],
    ["CSV with zstd", zstdCompressSync(plain), {}],
    ["CSV below a title", `Report\n\n${plain}`, {}],
    ["CSV with said options", "x\na:'b:c'\nd:e\n", { delimiter: ":", quote: "'", header: false, skip: 1 }],
    ["rows that do not fit", "a,b\n1,2\n3\n4,5\n", {}],
    ["JSON", '[{"a":1,"b":"x"},{"a":2.5,"b":null}]', {}],
    ["NDJSON", '{"a":1}\n{"a":9007199254740993}\n', {}],
  ])("reads as its import does: %s", async (_, content, options) => {
    const [seen, imported] = [await look(content, options), await importText(content, options)];
    expect(types(seen)).toEqual(typesOf(imported));
    expect(seen.complete).toBe(true);
    expect(seen.rows).toHaveLength(imported.rows);
    expect(seen.rejected).toEqual(imported.report.rejectedRows);
    const { format, encoding, delimiter, quote, header } = imported.report;
    expect(seen).toMatchObject({ format, encoding });
    expect([seen.delimiter, seen.quote, seen.header]).toEqual([delimiter, quote, header]);
    const reasons = imported.report.decisions.map(({ reason }) => reason);
    for (const { reason } of seen.columns) expect(reasons).toContain(reason);
  });

  it("shows values as the table will hold them", async () => {
    const { rows, compression } = await look("d,n,t\n31/12/2024,1.50,\n01/02/2024,2,x\n");
    expect(rows).toEqual([
      ["2024-12-31", "1.5", null],
      ["2024-02-01", "2.0", "x"],
    ]);
    expect(compression).toBeNull();
  });
});

describe("a large file", () => {
  const line = (i: number) => `${i},"multi\nline ${i}",${i / 4}\n`;
  const large = `id,text,x\n${Array.from({ length: 150_000 }, (_, i) => line(i)).join("")}`;

  it.each([
    ["CSV", large, null],
    ["CSV with gzip", gzipSync(large), "gzip"],
    ["CSV with zstd", zstdCompressSync(large), "zstd"],
  ])("is read to its first mebibyte only, and a record cut there is left out: %s", async (_, content, compression) => {
    const seen = await look(content);
    expect(seen).toMatchObject({ complete: false, compression, rejected: [] });
    expect(seen.read).toBeLessThanOrEqual(MIB);
    expect(seen.rows).toHaveLength(50);
    expect(seen.rows[49]).toEqual(["49", "multi\nline 49", "12.25"]);
    expect(types(seen)).toEqual({ id: "int64", text: "text", x: "float64" });
    expect(seen.notes.join()).toMatch(/first \d+ rows/);
  });

  it("of JSON is cut between its objects", async () => {
    const array = JSON.stringify(Array.from({ length: 40_000 }, (_, i) => ({ id: i, text: "x".repeat(30) })));
    expect(await look(array, {}, "x.json")).toMatchObject({ format: "json", complete: false, rejected: [] });
    const lines = Array.from({ length: 40_000 }, (_, i) => `{"id":${i},"text":"${"x".repeat(30)}"}`).join("\n");
    expect(await look(lines, {}, "x.ndjson")).toMatchObject({ format: "ndjson", complete: false, rejected: [] });
  });

  it("of Parquet shows its columns and first rows without the rest", async () => {
    const flights = await readFile(dataset("flights-3m.parquet"));
    const seen = await look(flights, {}, "flights-3m.parquet");
    expect(types(seen)).toMatchObject({ date: "timestamp", delay: "int64", origin: "text" });
    expect(seen.rows).toHaveLength(50);
    expect(seen.read).toBeLessThan(flights.length / 2);
  });
});

describe("Arrow", () => {
  const arrow = (rows: number, kind: "file" | "stream") =>
    Buffer.from(tableToIPC(tableFromArrays({ n: Float64Array.from({ length: rows }, (_, i) => i) }), kind));

  it.each(["file", "stream"] as const)("as a %s shows what its import makes", async (kind) => {
    const seen = await look(arrow(1_000, kind), {}, "x.arrow");
    expect(seen).toMatchObject({ format: "arrow", complete: true, columns: [{ name: "n", type: "float64" }] });
    expect(seen.rows.slice(0, 2)).toEqual([["0.0"], ["1.0"]]);
    expect(await look(gzipSync(arrow(1_000, kind)))).toMatchObject({
      format: "arrow",
      compression: "gzip",
      rows: seen.rows,
    });
  });

  it("of many megabytes shows what its beginning holds", async () => {
    const batch = tableFromArrays({ n: new Float64Array(500_000) });
    const large = Buffer.from(tableToIPC(batch.concat(batch, batch, batch, batch), "stream"));
    const seen = await look(large, {}, "x.arrows");
    expect(seen).toMatchObject({ complete: false, columns: [{ name: "n", type: "float64" }] });
    expect(seen.rows).toHaveLength(50);
    expect(seen.read).toBeLessThan(large.length);
  });
});

it.each([
  ["an empty file", "", "import.empty"],
  ["a workbook", Buffer.from("504b0304140006000800", "hex"), "import.not_a_table"],
  ["nothing after the lines skipped", "a,b\n1,2\n", "import.empty"],
  ["Parquet with a damaged end", Buffer.concat([Buffer.from("PAR1"), Buffer.alloc(2 * MIB)]), "import.damaged_parquet"],
  ["gzip that is none", Buffer.concat([Buffer.from([0x1f, 0x8b]), Buffer.alloc(100, 7)]), "import.damaged_archive"],
])("says what is no table: %s", async (_, content, code) => {
  await expect(look(content, { skip: 2 })).rejects.toMatchObject({ code });
});

it("says what of the import's refusal awaits", async () => {
  const { notes } = await look(`a,b,c\n1,2,3\n${"1,2\n".repeat(400)}${"1,2,3\n".repeat(600)}${"1,2\n".repeat(2_000)}`);
  expect(notes.join()).toMatch(/do not fit the table/);
});
