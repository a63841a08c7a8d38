import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { isPermanent } from "../error/index.ts";
import { convert } from "./convert.ts";
import { importText, typesOf } from "./testing.ts";

describe("a file that is no table", () => {
  const parquet = Buffer.concat([Buffer.from("PAR1"), randomBytes(500), Buffer.from("PAR1")]);
  const cases: [name: string, content: string | Buffer, code: string, file?: string][] = [
    ["empty", "", "import.empty"],
    ["nothing but line ends", "\n\n\n", "import.empty"],
    ["random bytes", Buffer.concat([Buffer.from([0, 1, 2]), randomBytes(5_000)]), "import.binary"],
    ["a workbook", Buffer.from("504b0304140006000800", "hex"), "import.not_a_table", "a.xlsx"],
    ["a PDF", "%PDF-1.7 …", "import.not_a_table"],
    ["a web page", "<!DOCTYPE html><html><body>Sign in</body></html>", "import.not_a_table"],
    ["a damaged Parquet file", parquet, "import.damaged_parquet"],
    ["a Parquet file cut short", Buffer.from("PAR1abc"), "import.damaged_parquet"],
    ["text that is called Parquet", "this is not Parquet at all", "import.damaged_parquet", "a.parquet"],
    ["a quote that never closes in a short file", 'a,b\n1,"2\n3,4\n', "import.unterminated_quote"],
    ["a gzip file cut short", gzipSync(randomBytes(10_000)).subarray(0, 5_000), "import.damaged_archive"],
    [
      "a quote that never closes",
      `a,b\n${"1,2\n".repeat(50_000)}3,"4\n${"5,6\n".repeat(1_000)}`,
      "import.unterminated_quote",
    ],
    [
      "a carriage return among line feeds",
      `n,word\n${Array.from({ length: 500 }, (_, n) => (n === 250 ? `25\r0,"w"` : `${n},"w"`)).join("\n")}\n`,
      "import.mixed_lines",
    ],
    ["a JSON value without objects", '{"a": 1\n{"b": 2\n', "import.json_cut", "x.ndjson"],
    ["JSON numbers", "1\n2\n", "import.no_json_objects", "x.ndjson"],
    ["a bomb", gzipSync(Buffer.alloc(80 * 1024 * 1024, "a,b\n")), "import.too_large_unpacked"],
    [
      "mostly misfits",
      `a,b,c\n1,2,3\n${"1,2\n".repeat(400)}${"1,2,3\n".repeat(600)}${"1,2\n".repeat(2_000)}`,
      "import.mostly_rejected",
    ],
  ];
  it.each(cases)("is refused for good, with a reason: %s", async (_, content, code, name) => {
    const error = await importText(content, {}, name).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code });
    expect(isPermanent(error)).toBe(true);
    expect((error as Error).message).toMatch(/^[A-Z0-9].*\.$/s);
  });

  it("leaves no files behind", async () => {
    const folder = await mkdtemp(join(tmpdir(), "hostile-"));
    await writeFile(join(folder, "source"), Buffer.from("PAR1abc"));
    await expect(convert({ source: join(folder, "source"), target: join(folder, "t"), name: "x" })).rejects.toThrow();
    expect(await readdir(folder)).toEqual(["source"]);
    await rm(folder, { recursive: true });
  });
});

describe("rows that do not fit", () => {
  const ragged = "a,b,c\n1,2,3\n4,5\n6,7,8,9\n10,11,12\n13,14,15\n";

  it("are set aside and reported", async () => {
    const { rows, report, columns } = await importText(ragged);
    expect(rows).toBe(3);
    expect(report.rejected).toBe(2);
    expect(report.rejectedRows).toEqual([
      { line: 3, text: "4,5", reason: "It has 2 values where the table has 3 columns." },
      { line: 4, text: "6,7,8,9", reason: "It has 4 values where the table has 3 columns." },
    ]);
    expect(columns[0]).toMatchObject({ type: "int64", stats: { max: 13 } });
  });

  it("end the import where that is asked for", async () => {
    await expect(importText(ragged, { rejected: "refuse" })).rejects.toMatchObject({ code: "import.rejected_rows" });
  });

  it("are those with damaged characters in a file that is UTF-8 otherwise", async () => {
    const { report, cells } = await importText(
      Buffer.concat([Buffer.from("a,b\n1,Zoë\n2,caf"), Buffer.from([0xe9]), Buffer.from("\n3,ok\n4,naïve\n")]),
    );
    expect(cells.map((row) => row.b)).toEqual(["Zoë", "ok", "naïve"]);
    expect(report.rejectedRows).toMatchObject([{ line: 3, reason: "It holds bytes that are not UTF-8 text." }]);
  });

  it("are those nested deeper than anybody reads", async () => {
    const deep = `{"a":${"[".repeat(60_000)}${"]".repeat(60_000)}}`;
    const { report } = await importText(`${deep}\n{"a":1}\n{"a":2}\n`, {}, "x.ndjson");
    expect(report.rejectedRows).toMatchObject([{ line: 1, reason: "It is nested too deeply." }]);
  });

  it("cost a damaged line of NDJSON only itself", async () => {
    const { report, cells } = await importText('{"a":1}\n{"a":\nnull\n{"a":3}\n', {}, "x.ndjson");
    expect(cells.map((row) => row.a)).toEqual(["1", "3"]);
    expect(report.rejectedRows.map((row) => row.line)).toEqual([2, 3]);
  });
});

describe("hostile content", () => {
  it("is text like any other, in cells and in names", async () => {
    const nasty = [
      "'; DROP TABLE x; --",
      '=cmd|"/c calc"!A1',
      "<script>alert(1)</script>",
      "../../etc/passwd",
      "$(env)",
      "read_csv('/etc/passwd')",
      "🦆\u202e",
    ];
    const quoted = nasty.map((text) => `"${text.replaceAll('"', '""')}"`);
    const { cells, columns } = await importText(`id,${quoted.join(",")}\n1,${quoted.join(",")}\n`);
    expect(Object.values(cells[0] ?? {}).slice(1)).toEqual(nasty);
    expect(columns.map((column) => column.name).slice(1, 4)).toEqual(nasty.slice(0, 3));
  });

  it("of thousands of columns is still a table", async () => {
    const width = 400;
    const line = (cell: (i: number) => string) => Array.from({ length: width }, (_, i) => cell(i)).join(",");
    const { columns, rows } = await importText(`${line((i) => `c${i}`)}\n${line(String)}\n${line((i) => `${i}.5`)}\n`);
    expect([columns.length, rows]).toEqual([width, 2]);
    expect(new Set(columns.map((column) => column.type))).toEqual(new Set(["float64"]));
  }, 60_000);

  it("of too many columns is refused", async () => {
    await expect(importText(`${"a,".repeat(10_001)}b\n${"1,".repeat(10_001)}2\n`)).rejects.toMatchObject({
      code: "import.too_many_columns",
    });
  });
});

describe("NDJSON", () => {
  it("keeps what JSON says of its values", async () => {
    const lines = [
      { n: 1, s: "1", b: true, d: "2024-01-31", o: { deep: [1, 2.5] }, mixed: 1, late: undefined },
      { n: 2.5, s: "", b: null, d: null, o: null, mixed: "x", late: "here" },
    ];
    const imported = await importText(lines.map((line) => JSON.stringify(line)).join("\n"), {}, "x.jsonl");
    expect(typesOf(imported)).toEqual({
      n: "float64",
      s: "text",
      b: "bool",
      d: "date",
      o: "text",
      mixed: "text",
      late: "text",
    });
    expect(imported.cells).toEqual([
      { n: "1.0", s: "1", b: "true", d: "2024-01-31", o: '{"deep":[1,2.5]}', mixed: "1", late: null },
      { n: "2.5", s: "", b: null, d: null, o: null, mixed: "x", late: "here" },
    ]);
  });

  it("keeps numbers digit for digit", async () => {
    const imported = await importText(
      '{"i":9007199254740993,"d":0.12345678901234567,"l":123456789012345678901}\n',
      {},
      "x.ndjson",
    );
    expect(typesOf(imported)).toEqual({ i: "int64", d: "decimal(18,17)", l: "text" });
    expect(imported.cells).toEqual([{ i: "9007199254740993", d: "0.12345678901234567", l: "123456789012345678901" }]);
  });
});

it("stops when it is told to", async () => {
  const folder = await mkdtemp(join(tmpdir(), "stop-"));
  await writeFile(join(folder, "source"), `a,b\n${"1,x\n".repeat(3_000_000)}`);
  const giveUp = new AbortController();
  const steps: string[] = [];
  const stopped = convert({
    source: join(folder, "source"),
    target: join(folder, "t"),
    name: "x",
    signal: giveUp.signal,
    onProgress: ({ step }) => {
      steps.push(step);
      if (step === "Write") giveUp.abort();
    },
  });
  await expect(stopped).rejects.toMatchObject({ name: "AbortError" });
  expect(steps).not.toContain("Summarize");
  expect(await readdir(folder)).toEqual(["source"]);
  await rm(folder, { recursive: true });
});
