/** Arrow and JSON arrays, packed and plain, become the same table. */
import { gzipSync, zstdCompressSync } from "node:zlib";
import { Int64, Table, tableToIPC, Utf8, vectorFromArray } from "apache-arrow";
import { beforeAll, expect, it } from "vitest";
import type { Json } from "../../support/http.ts";
import { createProject, importContent, importTable, rows, uploadFile } from "../../support/make.ts";
import { newPerson, type Person } from "../../support/people.ts";

let ada: Person;
let project: Json;
beforeAll(async () => {
  ada = await newPerson("Ada");
  project = await createProject(ada.key);
});

const items = [
  { id: "9007199254740993", name: "a, b" },
  { id: -1, name: null },
];
const arrow = (kind: "file" | "stream") =>
  Buffer.from(
    tableToIPC(
      new Table({
        id: vectorFromArray([9007199254740993n, -1n], new Int64()),
        name: vectorFromArray(["a, b", null], new Utf8()),
      }),
      kind,
    ),
  );
const array = '[{"id": 9007199254740993, "name": "a, b"},\n {"id": -1, "name": null}]';

it.each<[string, Uint8Array | string, string, string]>([
  ["an Arrow file", arrow("file"), "data.arrow", "arrow"],
  ["an Arrow stream", arrow("stream"), "data.arrows", "arrow"],
  ["an Arrow file by another name", arrow("file"), "data.bin", "arrow"],
  ["a JSON array", array, "data.json", "json"],
  ["a JSON array on one line", array.replace("\n", ""), "data", "json"],
  ["an Arrow stream with gzip", gzipSync(arrow("stream")), "data.arrows.gz", "arrow"],
  ["an Arrow file with zstd", zstdCompressSync(arrow("file")), "data.arrow.zst", "arrow"],
  ["a JSON array with gzip", gzipSync(array), "data.json.gz", "json"],
  ["a JSON array with zstd", zstdCompressSync(array), "data.json.zst", "json"],
])("%s", async (_, content, fileName, format) => {
  const file = await uploadFile(ada.key, project.id, fileName, content);
  expect((await ada.key.get(`/files/${file.id}/preview`)).columns).toMatchObject([
    { name: "id", type: "int64" },
    { name: "name", type: "text" },
  ]);
  const { table } = await importTable(ada.key, content, { fileName, project });
  expect(table.report).toMatchObject({ format, rows: 2, rejected: 0 });
  expect((await rows(ada.key, table.id)).items).toEqual(items);
});

it("what is no object in an array is set aside", async () => {
  const { table } = await importTable(ada.key, '[{"a":1}, 5, "x", {"a":2}, {"a":3}]', { fileName: "x.json", project });
  expect(table.report).toMatchObject({ rows: 3, rejected: 2 });
});

it("an Arrow file cut short fails with its reason, and shows none of it", async () => {
  const { run } = await importContent(ada.key, arrow("file").subarray(0, 300), { fileName: "x.arrow", project });
  expect(run).toMatchObject({ state: "failed", error: { code: "import.damaged_arrow" } });
  expect(JSON.stringify(run.error)).not.toContain("a, b");
});
