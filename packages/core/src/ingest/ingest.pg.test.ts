import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { Columnar } from "../columnar/index.ts";
import { query } from "../database/index.ts";
import { createUser, type Person, useDatabase } from "../database/testing.ts";
import { Objects } from "../object/index.ts";
import { useObjects } from "../object/testing.ts";
import { Project } from "../project/index.ts";
import { Run } from "../run/index.ts";
import { Table } from "../table/index.ts";
import { Upload } from "../upload/index.ts";
import { Ingest } from "./index.ts";
import { dataset } from "./testing.ts";

useDatabase();
useObjects();

let anna: Person;
let workdir: string;
beforeAll(async () => {
  anna = await createUser("Anna");
});
beforeEach(async () => {
  workdir = await mkdtemp(join(tmpdir(), "ingest-"));
  process.env.ATRIUM_SCRATCH = workdir;
});
afterEach(() => rm(workdir, { recursive: true }));

type Asked = { tableID: string; job: Ingest.Job };

/** Uploads the content and asks for a table of it. */
async function ask(name: string, content: Uint8Array, sha256?: string): Promise<Asked> {
  const projectId = await Project.create({ name: `Import of ${name}` });
  const bytes = content.length;
  const upload = await Upload.begin(await Upload.create({ projectId, name, bytes, ...(sha256 ? { sha256 } : {}) }));
  const stored = await fetch(upload.parts[0]?.url ?? "", { method: "PUT", body: new Uint8Array(content) });
  await stored.arrayBuffer();
  const fileId = await Upload.complete({
    id: upload.id,
    parts: [{ number: 1, etag: stored.headers.get("etag") ?? "" }],
  });
  const { tableID, runID } = await Table.create({ projectId, name, fileId });
  return { tableID, job: { runId: runID, attempt: 1 } };
}

const execute = (job: Ingest.Job) => Ingest.execute(job, { workdir, engine: "lambda" });
const weather = () => readFile(dataset("seattle-weather.csv"));

test("a file becomes a table, with where it came from", () =>
  anna.as(async () => {
    const { tableID, job } = await ask("weather.csv", await weather());
    expect(await Ingest.prepare(job)).toEqual({ engine: "lambda" });
    expect(await execute(job)).toEqual({ rows: 1461, columns: 6 });
    expect(await Ingest.register(job)).toEqual({ tableId: tableID, version: 1 });
    expect(await Table.get(tableID)).toMatchObject({
      state: "ready",
      version: 1,
      rows: 1461,
      report: { format: "csv", rejected: 0 },
    });
    expect(await Run.get(job.runId)).toMatchObject({
      state: "succeeded",
      outputs: { tableId: tableID, version: 1, rows: 1461 },
    });
    const relations = await query((db) =>
      db.selectFrom("relation").select(["predicate", "content_hash"]).where("run_id", "=", job.runId).execute(),
    );
    expect(relations.map((r) => r.predicate).sort()).toEqual([
      "prov:used",
      "prov:wasDerivedFrom",
      "prov:wasGeneratedBy",
    ]);
    expect(relations.every((r) => /^[0-9a-f]{64}$/.test(r.content_hash ?? ""))).toBe(true);
    expect(await readdir(workdir)).toEqual([]);
  }));

test("its rows are read from a cache, which may go missing", () =>
  anna.as(async () => {
    const { tableID, job } = await ask("weather.csv", await weather());
    await execute(job);
    await Ingest.register(job);
    const table = await Table.readable(tableID);
    for (const wipe of [false, true]) {
      if (wipe) await rm(join(workdir, "atrium-objects"), { recursive: true });
      const page = await Columnar.readRows(
        table,
        { limit: 1, where: '{"column":"weather","op":"eq","value":"snow"}' },
        { format: "json", count: true },
      );
      expect(page.total).toBe(26);
      await page.body.return(undefined);
    }
  }));

test("every step may run again after it was done", () =>
  anna.as(async () => {
    const { tableID, job } = await ask("weather.csv", await weather());
    for (const step of [Ingest.prepare, execute]) {
      expect(await step(job)).toEqual(await step(job));
    }
    const before = await Objects.head(`tables/${tableID}/${job.runId}-1.parquet`);
    expect(await Ingest.register(job)).toEqual(await Ingest.register(job));
    expect(await Objects.head(`tables/${tableID}/${job.runId}-1.parquet`)).toEqual(before);
    expect((await Table.get(tableID)).versions).toHaveLength(1);
  }));

test("a malformed file fails the run with its reason and stays", () =>
  anna.as(async () => {
    const { tableID, job } = await ask("broken.csv", Buffer.from(`a,b\n1,"2\n3,4\n`));
    await Ingest.prepare(job);
    await expect(execute(job)).rejects.toMatchObject({ code: "import.unterminated_quote" });
    await Ingest.fail(job, { Error: "States.TaskFailed", Cause: '{"Container":{"ExitCode":65}}' });
    const run = await Run.get(job.runId);
    expect(run).toMatchObject({ state: "failed", error: { code: "import.unterminated_quote" } });
    const table = await Table.get(tableID);
    expect(table).toMatchObject({ state: "failed", source: { name: "broken.csv" } });
  }));

test("a file that is not what its hash says is refused", () =>
  anna.as(async () => {
    const { job } = await ask("weather.csv", await weather(), "0".repeat(64));
    await Ingest.prepare(job);
    await expect(execute(job)).rejects.toMatchObject({ code: "import.wrong_hash" });
  }));

test("a cancelled run is not worked on", () =>
  anna.as(async () => {
    const { job } = await ask("weather.csv", await weather());
    await Ingest.prepare(job);
    await Run.cancel(job.runId);
    await expect(execute(job)).rejects.toMatchObject({ code: "run.superseded" });
    await Ingest.fail(job, {});
    expect(await Run.get(job.runId)).toMatchObject({ state: "cancelled" });
  }));

test("a large file goes to a job", () =>
  anna.as(async () => {
    const { job } = await ask("weather.csv.gz", Buffer.alloc(5 * 1024 * 1024));
    expect(await Ingest.prepare(job)).toEqual({ engine: "batch" });
  }));

/** A file in a project of its own, to import into a table. */
async function fileOf(name: string, content: string): Promise<string> {
  const { tableID } = await ask(name, Buffer.from(content));
  return (await Table.get(tableID)).source?.fileId ?? "";
}

test("a file becomes the next version of a table, and the one before stays", () =>
  anna.as(async () => {
    const { tableID, job } = await ask("first.csv", Buffer.from("a,b\n1,x\n"));
    await execute(job);
    await Ingest.register(job);
    const fileId = await fileOf("second.csv", "a,c\n1.5,x\n2,y\n");
    const again = await Table.importAgain({ id: tableID, fileId });
    const second = { runId: again.runID, attempt: 1 };
    expect(await Table.get(tableID)).toMatchObject({ state: "ready", version: 1, run: { id: again.runID } });
    await expect(Table.importAgain({ id: tableID, fileId })).rejects.toMatchObject({ code: "table.importing" });
    await execute(second);
    expect(await Ingest.register(second)).toEqual({ tableId: tableID, version: 2 });
    expect(await Table.get(tableID)).toMatchObject({ version: 2, rows: 2, source: { fileId } });
    expect(await Table.version({ id: tableID, version: "2" })).toMatchObject({
      createdBy: { id: anna.id },
      source: { fileId, name: "second.csv" },
      diff: { against: 1, rows: 1, added: [{ name: "c" }], removed: [{ name: "b" }], changed: [{ name: "a" }] },
    });
    expect((await Table.versions({ id: tableID, limit: 1 })).next).toBe("2");
    expect((await Table.versions({ id: tableID, limit: 1, cursor: "2" })).items).toMatchObject([
      { version: 1, rows: 1 },
    ]);
  }));

test("an import into a table that fails leaves its version and its source as they were", () =>
  anna.as(async () => {
    const { tableID, job } = await ask("first.csv", Buffer.from("a,b\n1,x\n"));
    await execute(job);
    await Ingest.register(job);
    const before = await Table.get(tableID);
    const fileId = await fileOf("broken.csv", 'a,b\n1,"2\n3,4\n');
    const { runID } = await Table.importAgain({ id: tableID, fileId });
    const failing = { runId: runID, attempt: 1 };
    await expect(execute(failing)).rejects.toMatchObject({ code: "import.unterminated_quote" });
    await Ingest.fail(failing, {});
    const { version, rows, source, state } = await Table.get(tableID);
    expect({ version, rows, source, state }).toEqual({
      version: 1,
      rows: 1,
      source: before.source,
      state: "ready",
    });
  }));

test("a preview is for who may read the file", () =>
  anna.as(async () => {
    const id = await fileOf("seen.csv", "a,b\n1,x\n");
    expect(await Ingest.previewFile(id, {}, { workdir })).toMatchObject({ format: "csv", rows: [["1", "x"]] });
    const bert = await createUser("Bert");
    const refused = bert.as(() => Ingest.previewFile(id, {}, { workdir }));
    await expect(refused).rejects.toMatchObject({ kind: "not_found" });
  }));
