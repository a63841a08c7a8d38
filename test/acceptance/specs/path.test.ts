/** The path of a stranger's script, with plain fetch: project, upload in parts, import, rows as JSON and Arrow. */
import { tableFromIPC } from "apache-arrow";
import { beforeAll, describe, expect, it } from "vitest";
import type { Json } from "../../support/http.ts";
import { createProject, ended, importTable, putPart, rows } from "../../support/make.ts";
import { unique } from "../../support/names.ts";
import { newPerson, type Person } from "../../support/people.ts";

const ROWS = 400_000;

let ada: Person;
beforeAll(async () => {
  ada = await newPerson("Ada");
});

/** Big enough for more than one part. */
function csv() {
  const lines = ["id,city,delay,day"];
  for (let id = 1; id <= ROWS; id++) {
    const day = new Date(Date.UTC(2024, 0, 1 + (id % 366))).toISOString().slice(0, 10);
    lines.push(`${id},${["Oslo", "Lima", "Århus"][id % 3]},${((id * 7) % 1000) / 8},${day}`);
  }
  return new TextEncoder().encode(`${lines.join("\n")}\n`);
}

describe("from nothing to rows", () => {
  const bytes = csv();
  let project: Json;
  let file: Json;
  let table: Json;

  it("creates a project", async () => {
    const name = unique("Flights");
    project = await ada.key.post("/projects", { name });
    expect(project).toMatchObject({ kind: "project", name, visibility: "private", revision: expect.any(Number) });
    expect(project.id).toMatch(/^prj_[0-9A-HJKMNP-TV-Z]{26}$/);
    expect(project.privileges).toEqual(expect.arrayContaining(["see", "read", "edit", "create", "remove"]));
  });

  it("uploads in parts, in any order, and says which have arrived", async () => {
    const upload = await ada.key.post("/uploads", { projectId: project.id, name: "flights.csv", bytes: bytes.length });
    expect(upload).toMatchObject({ state: "open", partCount: Math.ceil(bytes.length / upload.partBytes) });
    expect(upload.partCount).toBeGreaterThan(1);
    const part = (number: number) =>
      new Uint8Array(bytes.subarray((number - 1) * upload.partBytes, number * upload.partBytes));

    const last = upload.parts.at(-1);
    const etags = new Map([[last.number, await putPart(last.url, part(last.number))]]);
    const half = await ada.key.get(`/uploads/${upload.id}`);
    expect(half.parts.filter((arrived: Json) => arrived.etag)).toMatchObject([
      { number: last.number, bytes: part(last.number).length },
    ]);

    const early = await ada.key.refused("POST", `/uploads/${upload.id}/complete`, {
      body: { parts: [...etags].map(([number, etag]) => ({ number, etag })) },
    });
    expect(early.status).toBeLessThan(500);

    const rest = Array.from({ length: upload.partCount - 1 }, (_, index) => index + 1);
    const { parts } = await ada.key.post(`/uploads/${upload.id}/parts`, { numbers: rest });
    for (const { number, url } of parts) etags.set(number, await putPart(url, part(number)));

    const body = { parts: [...etags].sort(([a], [b]) => a - b).map(([number, etag]) => ({ number, etag })) };
    file = await ada.key.post(`/uploads/${upload.id}/complete`, body);
    expect(file).toMatchObject({ kind: "file", name: "flights.csv", bytes: bytes.length, projectId: project.id });
    const again = await ada.key.post(`/uploads/${upload.id}/complete`, body);
    expect(again.id).toBe(file.id);
  });

  it("gives the very bytes back", async () => {
    const { url } = await ada.key.get(`/files/${file.id}/download`);
    const response = await fetch(url);
    expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true);
    expect(response.headers.get("content-disposition")).toMatch(/^attachment.*flights\.csv/);

    const redirect = await ada.key.call("GET", `/files/${file.id}/download?redirect=1`);
    expect(redirect.status).toBe(302);
  });

  it("imports by a run that can be followed", async () => {
    const answer = await ada.key.call("POST", "/tables", {
      body: { projectId: project.id, name: "Flights", fileId: file.id },
    });
    expect(answer.status).toBe(202);
    expect(answer.headers.get("location")).toBe(`/api/v1/runs/${answer.body.run.id}`);
    expect(answer.body.table).toMatchObject({ kind: "table", state: "importing", version: null });

    const run = await ended(ada.key, answer.body.run.id);
    expect(run).toMatchObject({ state: "succeeded", error: null, attempt: 1, projectId: project.id });
    expect(run.progress.fraction).toBe(1);
    expect(run.steps.map((step: Json) => step.state)).not.toContain("failed");
    const { items } = await ada.key.get(`/runs/${run.id}/logs`);
    expect(items.length).toBeGreaterThan(0);

    table = await ada.key.get(`/tables/${answer.body.table.id}`);
    expect(table).toMatchObject({ state: "ready", version: 1, rows: ROWS, source: { fileId: file.id } });
    expect(table.columns.map(({ name, type }: Json) => [name, type])).toEqual([
      ["id", "int64"],
      ["city", "text"],
      ["delay", "float64"],
      ["day", "date"],
    ]);
  });

  it("has statistics for every column", () => {
    const [id, city, delay, day] = table.columns.map((column: Json) => column.stats);
    expect(id).toMatchObject({ nulls: 0, min: 1, max: ROWS });
    expect(city).toMatchObject({ nulls: 0, distinct: 3 });
    expect(city.top.reduce((sum: number, { count }: Json) => sum + count, 0)).toBe(ROWS);
    expect(delay.histogram.counts.reduce((sum: number, count: number) => sum + count, 0)).toBe(ROWS);
    expect(day).toMatchObject({ min: "2024-01-01", max: "2024-12-31" });
  });

  it("reads rows as JSON, filtered and sorted", async () => {
    const where = {
      and: [
        { column: "city", op: "eq", value: "Århus" },
        { column: "id", op: "le", value: 10 },
      ],
    };
    const page = await rows(ada.key, table.id, { where, sort: "-id", select: "id,day", count: "true" });
    expect(page.items).toEqual([
      { id: 8, day: "2024-01-09" },
      { id: 5, day: "2024-01-06" },
      { id: 2, day: "2024-01-03" },
    ]);
    expect(page).toMatchObject({ version: 1, total: 3, next: null });
  });

  it("reads the same rows as an Arrow stream", async () => {
    const response = await fetch(`${ada.key.url}/api/v1/tables/${table.id}/rows?limit=100000&offset=300000`, {
      headers: { ...ada.key.headers, accept: "application/vnd.apache.arrow.stream" },
    });
    expect(response.headers.get("content-type")).toContain("application/vnd.apache.arrow.stream");
    expect(response.headers.get("atrium-table-version")).toBe("1");
    const arrow = tableFromIPC(new Uint8Array(await response.arrayBuffer()));
    expect(arrow.numRows).toBe(100_000);
    expect(arrow.schema.fields.map(({ name }) => name)).toEqual(["id", "city", "delay", "day"]);
    expect(Number(arrow.get(0)?.id)).toBe(300_001);
    expect(Number(arrow.get(99_999)?.id)).toBe(400_000);
  });

  it.each([
    ["text/csv", /^id,city,delay,day\r?\n1,Lima,/],
    ["application/x-ndjson", /^\{"id":1,"city":"Lima",/],
  ])("reads them as %s", async (accept, beginning) => {
    const answer = await ada.key.call("GET", `/tables/${table.id}/rows?limit=2`, { headers: { accept } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toContain(accept);
    expect(answer.text).toMatch(beginning);
  });

  it("gives the whole table as Parquet", async () => {
    const { url } = await ada.key.get(`/tables/${table.id}/download?format=parquet`);
    const parquet = Buffer.from(await (await fetch(url)).arrayBuffer());
    expect(parquet.subarray(0, 4).toString()).toBe("PAR1");
    expect(parquet.subarray(-4).toString()).toBe("PAR1");
  });

  it("lists file and table in the project, and finds them by search", async () => {
    const { items } = await ada.key.get(`/projects/${project.id}/items?sort=name`);
    expect(items.map(({ kind, name }: Json) => [kind, name])).toEqual(
      expect.arrayContaining([
        ["file", "flights.csv"],
        ["table", "Flights"],
      ]),
    );
    const found = await ada.key.get("/search?q=flights&kind=table");
    expect(found.items.map(({ id }: Json) => id)).toContain(table.id);
  });
});

describe("reading page by page", () => {
  it("visits every row once by cursor, in an order with ties", async () => {
    const content = `n,half\n${Array.from({ length: 250 }, (_, n) => `${n},${n >> 1}`).join("\n")}\n`;
    const { table } = await importTable(ada.key, content, { project: await createProject(ada.key) });
    const seen: number[] = [];
    let cursor: string | null = null;
    do {
      const page = await rows(ada.key, table.id, { sort: "-half", limit: 60, ...(cursor ? { cursor } : {}) });
      seen.push(...page.items.map(({ n }: Json) => n));
      cursor = page.next;
    } while (cursor);
    expect(seen).toHaveLength(250);
    expect(new Set(seen).size).toBe(250);
    expect(seen[0]).toBe(248);
  });
});
