/** A file can be looked at, and what was found corrected, before it is imported: both by the same eyes. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import type { Json } from "../../support/http.ts";
import { createProject, importTable, uploadFile } from "../../support/make.ts";
import { ROOT } from "../../support/paths.ts";
import { newPerson, type Person } from "../../support/people.ts";

let ada: Person;
let project: Json;
beforeAll(async () => {
  ada = await newPerson("Ada");
  project = await createProject(ada.key);
});

const upload = (content: string | Uint8Array, name = "data.csv") => uploadFile(ada.key, project.id, name, content);
const preview = (file: Json, query: Record<string, string> = {}): Promise<Json> =>
  ada.key.get(`/files/${file.id}/preview?${new URLSearchParams(query)}`);

it("shows columns with their types and reasons, rows and what was found", async () => {
  const file = await upload("id;name;born\n007;Zoë;31/12/1990\n042;;01/02/1985\n");
  expect(await preview(file)).toMatchObject({
    format: "csv",
    compression: null,
    encoding: "utf-8",
    delimiter: ";",
    quote: '"',
    header: true,
    complete: true,
    columns: [
      { name: "id", type: "text", reason: expect.stringContaining("leading zeros") },
      { name: "name", type: "text" },
      { name: "born", type: "date" },
    ],
    rows: [
      ["007", "Zoë", "1990-12-31"],
      ["042", null, "1985-02-01"],
    ],
    rejected: [],
    notes: [],
  });
});

it("reads as it is told to, and so does the import that is told the same", async () => {
  const content = Buffer.from("made by a machine\na:'b:c'\nd:'café'\n", "latin1");
  const said = { encoding: "windows-1252", delimiter: ":", quote: "'" };
  const seen = await preview(await upload(content), { ...said, header: "false", skip: "1" });
  expect(seen).toMatchObject({ ...said, header: false, skip: 1 });
  expect(seen.rows).toEqual([
    ["a", "b:c"],
    ["d", "café"],
  ]);
  const options = { ...said, header: false, skip: 1, rejected: "refuse" };
  const { table } = await importTable(ada.key, content, { project, import: options });
  expect(table.columns.map(({ name, type }: Json) => [name, type])).toEqual(
    seen.columns.map(({ name, type }: Json) => [name, type]),
  );
  expect(table.report).toMatchObject({ ...said, header: false, rows: 2, rejected: 0 });
});

describe("of a large file", () => {
  it("says that it saw a part", async () => {
    const large = `id,text\n${Array.from({ length: 200_000 }, (_, i) => `${i},${"x".repeat(10)}`).join("\n")}`;
    for (const [content, compression] of [
      [large, null],
      [gzipSync(large), "gzip"],
    ] as const) {
      const seen = await preview(await upload(content));
      expect(seen).toMatchObject({ complete: false, compression, rejected: [] });
      expect(seen.rows).toHaveLength(50);
      expect(seen.notes.join()).toMatch(/first/);
    }
  });

  it("shows Parquet's columns and rows", async () => {
    const flights = readFileSync(join(ROOT, "node_modules/vega-datasets/data/flights-3m.parquet"));
    const seen = await preview(await upload(flights, "flights.parquet"));
    expect(seen).toMatchObject({ format: "parquet", complete: false });
    expect(seen.columns.map(({ name }: Json) => name)).toContain("delay");
    expect(seen.rows).toHaveLength(50);
  });
});

describe("refuses", () => {
  it.each([
    ["delimiter", "ab"],
    ["delimiter", "\n"],
    ["quote", "''"],
    ["header", "maybe"],
    ["encoding", "utf-7"],
    ["format", "xlsx"],
    ["skip", "-1"],
    ["skip", "1000000"],
    ["nonsense", "1"],
  ])("%s=%j, naming it", async (name, value) => {
    const file = await upload("a,b\n1,2\n");
    const answer = await ada.key.refused("GET", `/files/${file.id}/preview?${new URLSearchParams({ [name]: value })}`);
    expect(answer).toMatchObject({ status: 400, body: { code: "input.invalid", errors: [{ path: `/${name}` }] } });
  });

  it.each([
    ["nothing", "", "import.empty"],
    ["a workbook", Buffer.from("504b0304140006000800", "hex"), "import.not_a_table"],
    ["binary data", Buffer.from([1, 2, 0, 3, 4]), "import.binary"],
    ["Parquet cut short", "PAR1 and no more", "import.damaged_parquet"],
  ])("%s, saying what it is", async (_, content, code) => {
    const file = await upload(content).catch(() => undefined);
    if (!file) return; // An empty file may be refused before that.
    const answer = await ada.key.refused("GET", `/files/${file.id}/preview`);
    expect(answer).toMatchObject({ status: 422, body: { code } });
  });

  it("another's file as if there were none", async () => {
    const eve = await newPerson("Eve");
    const file = await upload("secret\n1\n");
    const [theirs, none] = await Promise.all(
      [file.id, file.id.replace(/.{8}$/, "00000000")].map((id) => eve.key.refused("GET", `/files/${id}/preview`)),
    );
    expect(theirs).toMatchObject({ status: 404, body: { code: none?.body.code } });
  });
});
