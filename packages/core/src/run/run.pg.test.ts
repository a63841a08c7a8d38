import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { query, transaction } from "../database/index.ts";
import { createUser, type Person, useDatabase } from "../database/testing.ts";
import { Entity } from "../entity/index.ts";
import { createID } from "../id/index.ts";
import { Project } from "../project/index.ts";
import { Table } from "../table/index.ts";
import { useWorkflows } from "../workflow/testing.ts";
import { Run } from "./index.ts";

useDatabase();
const workflows = useWorkflows();

let anna: Person;
let projectID: string;
let fileID: string;
beforeAll(async () => {
  anna = await createUser("Anna");
  await anna.as(async () => {
    projectID = await Project.create({ name: "Runs" });
    fileID = await makeFile();
  });
});

const makeFile = () =>
  transaction(async (tx) => {
    const id = createID("file");
    await Entity.create({ id, kind: "file", parentID: projectID, name: "a.csv" });
    await tx
      .insertInto("file")
      .values({
        id,
        bytes: 3,
        content_type: "text/csv",
        key: `files/${id}`,
        etag: "e",
        sha256: null,
        sha256_verified_at: null,
      })
      .execute();
    return id;
  });

const importing = () => anna.as(() => Table.create({ projectId: projectID, name: "T", fileId: fileID }));
const as = <T>(run: () => Promise<T>) => anna.as(run);
const report = { format: "csv", encoding: "utf-8", rows: 2, rejected: 0, rejectedRows: [], decisions: [] };
const stats = { nulls: 0, distinct: 2, distinctApproximate: false };

const register = (tableID: string, runID: string, attempt = 1) =>
  transaction(async () => {
    const version = await Table.registerVersion({
      tableID,
      runID,
      key: `tables/${tableID}/${runID}-${attempt}.parquet`,
      bytes: 10,
      etag: "e",
      rows: 2,
      columns: [{ name: "a", type: "int64", stats }],
      report,
    });
    await Run.succeed({
      runID,
      attempt,
      outputs: { tableId: tableID, ...version },
      used: [{ entityID: fileID, role: "source", contentHash: "abc" }],
      generated: [{ entityID: tableID, role: "table", version: version.version }],
    });
    return version;
  });

test("an import goes from queued to succeeded, with steps, log and origin", async () => {
  const { tableID, runID } = await importing();
  expect(workflows.of(runID)?.input).toEqual({ runId: runID, attempt: 1 });
  expect(await Run.work(runID, 1)).toMatchObject({
    functionID: "fun_00000000000000000000000001",
    state: "queued",
    requestedBy: anna.id,
  });

  await Run.begin({ runID, attempt: 1 });
  await Run.begin({ runID, attempt: 1 });
  expect(await Run.report({ runID, attempt: 1, progress: { fraction: 0.2, step: "Read" }, engine: "lambda" })).toEqual({
    cancelled: false,
  });
  await Run.report({ runID, attempt: 1, progress: { fraction: 0.6, step: "Write", rows: 2, bytes: 3, totalBytes: 3 } });
  await Run.log({
    runID,
    attempt: 1,
    entries: [
      { level: "info", step: "Read", message: "a\0b" },
      { level: "warn", step: "Write", message: "w" },
    ],
  });
  expect(await register(tableID, runID)).toEqual({ version: 1 });
  expect(await register(tableID, runID)).toEqual({ version: 1 });

  await as(async () => {
    expect(await Run.get(runID)).toMatchObject({
      state: "succeeded",
      progress: { fraction: 1, step: "Write", rows: 2 },
      steps: [
        { name: "Read", state: "succeeded", engine: "lambda" },
        { name: "Write", state: "succeeded" },
      ],
      outputs: { tableId: tableID, version: 1 },
      error: null,
    });
    const { items, next } = await Run.logs({ id: runID });
    expect(items.map(({ message }) => message)).toEqual(["ab", "w"]);
    expect((await Run.logs({ id: runID, after: next })).items).toEqual([]);
    expect(await Table.get(tableID)).toMatchObject({
      state: "ready",
      version: 1,
      rows: 2,
      columns: [{ name: "a", type: "int64" }],
      versions: [{ version: 1, columns: 1, runId: runID }],
      source: { fileId: fileID, name: "a.csv" },
      report: { format: "csv" },
    });
    expect(await Table.readable(tableID)).toMatchObject({ version: 1, key: `tables/${tableID}/${runID}-1.parquet` });
    await expect(Table.readable(tableID, 2)).rejects.toMatchObject({ code: "table.no_such_version" });
  });
  const relations = await query((db) =>
    db.selectFrom("relation").selectAll().where("run_id", "=", runID).orderBy("predicate").execute(),
  );
  expect(relations).toMatchObject([
    { subject_id: runID, predicate: "prov:used", object_id: fileID, content_hash: "abc" },
    { subject_id: tableID, predicate: "prov:wasDerivedFrom", object_id: fileID },
    { subject_id: tableID, predicate: "prov:wasGeneratedBy", object_id: runID, version: 1 },
  ]);
});

test("a failed import says why, and can be tried again", async () => {
  const { tableID, runID } = await importing();
  await Run.begin({ runID, attempt: 1 });
  await Run.report({ runID, attempt: 1, progress: { fraction: 0.1, step: "Read" } });
  const error = {
    code: "import.malformed",
    message: "Line 3 has 4 values, the header 3. Repair the line and upload again.",
  };
  await Run.fail({ runID, attempt: 1, error });
  await Table.failImport({ tableID });
  await Run.fail({ runID, attempt: 1, error: { code: "later", message: "x" } });
  await as(async () => {
    expect(await Run.get(runID)).toMatchObject({ state: "failed", error, steps: [{ name: "Read", state: "failed" }] });
    expect((await Run.logs({ id: runID })).items).toMatchObject([{ level: "error", message: error.message }]);
    expect(await Table.get(tableID)).toMatchObject({ state: "failed", version: null, columns: [] });
    await expect(Table.readable(tableID)).rejects.toMatchObject({ code: "table.not_ready" });
    await Run.retry(runID);
    expect(await Run.get(runID)).toMatchObject({
      state: "queued",
      attempt: 2,
      error: null,
      steps: [],
      progress: { fraction: 0 },
    });
    await expect(Run.retry(runID)).rejects.toMatchObject({ code: "run.not_failed" });
  });
  expect(workflows.of(runID, 2)?.input).toEqual({ runId: runID, attempt: 2 });

  // The first attempt is still somewhere, and can do nothing any more.
  await expect(Run.work(runID, 1)).rejects.toMatchObject({ code: "run.superseded" });
  await expect(Run.begin({ runID, attempt: 1 })).rejects.toMatchObject({ code: "run.superseded" });
  expect(await Run.report({ runID, attempt: 1, progress: { fraction: 0.9, step: "Read" } })).toEqual({
    cancelled: true,
  });
  await expect(register(tableID, runID, 1)).rejects.toMatchObject({ code: "run.superseded" });
  await Run.fail({ runID, attempt: 1, error });
  expect(await as(() => Table.get(tableID))).toMatchObject({ state: "importing", version: null });
  expect(await register(tableID, runID, 2)).toEqual({ version: 1 });
});

const FAULT = { code: "import.failed", message: "The disk was full. Try again when there is room." };

/** A run that failed in its last step. */
async function failedRun() {
  const { tableID, runID } = await importing();
  for (const [step, stage] of [
    ["Prepare", "Prepare"],
    ["Fetch", "Ingest"],
    ["Register", "Register"],
  ] as const)
    await Run.report({ runID, attempt: 1, progress: { fraction: 0.1, step }, stage });
  await Run.fail({ runID, attempt: 1, error: FAULT });
  const execution = workflows.of(runID);
  if (!execution) throw new Error("The run was not started");
  execution.status = "FAILED";
  return { tableID, runID, execution };
}

test("a failed run is continued from the step that failed, and keeps what was done", async () => {
  const { tableID, runID, execution } = await failedRun();
  await as(async () => {
    expect(await Run.get(runID)).toMatchObject({ state: "failed", continuesFrom: "Register", redrives: 0 });
    await Run.redrive(runID);
    expect(execution).toMatchObject({ status: "RUNNING", redriveCount: 1 });
    expect(await Run.get(runID)).toMatchObject({
      state: "queued",
      attempt: 1,
      redrives: 1,
      error: null,
      endedAt: null,
      continuesFrom: null,
      steps: [
        { name: "Prepare", state: "succeeded", kept: true, tries: 1 },
        { name: "Fetch", state: "succeeded", kept: true, tries: 1 },
        { name: "Register", state: "waiting", kept: false, tries: 1 },
      ],
    });
    await expect(Run.redrive(runID)).rejects.toMatchObject({ code: "run.not_failed" });
  });
  // What the failure before the redrive has to say comes late, and no longer counts.
  await Run.fail({ runID, attempt: 1, redrives: 0, error: FAULT });
  await Run.report({ runID, attempt: 1, progress: { fraction: 0.98, step: "Register" }, stage: "Register" });
  expect(await as(() => Run.get(runID))).toMatchObject({
    state: "running",
    steps: [{}, {}, { state: "running", tries: 2 }],
  });
  expect(await register(tableID, runID)).toEqual({ version: 1 });
  expect(await as(() => Run.get(runID))).toMatchObject({
    state: "succeeded",
    steps: [{ kept: true }, { kept: true }, { name: "Register", state: "succeeded", kept: false }],
  });
  await as(() => expect(Run.redrive(runID)).rejects.toMatchObject({ code: "run.not_failed" }));
});

test("continued, it may fail again and be continued again; run again, it begins anew", async () => {
  const { runID, execution } = await failedRun();
  await as(() => Run.redrive(runID));
  await Run.fail({ runID, attempt: 1, redrives: 1, error: FAULT });
  execution.status = "FAILED";
  await as(async () => {
    expect(await Run.get(runID)).toMatchObject({ state: "failed", error: FAULT, continuesFrom: "Register" });
    await Run.redrive(runID);
    expect(execution.redriveCount).toBe(2);
  });
  await Run.fail({ runID, attempt: 1, redrives: 2, error: FAULT });
  await as(() => Run.retry(runID));
  expect(await as(() => Run.get(runID))).toMatchObject({ attempt: 2, redrives: 0, steps: [] });
});

test("what Step Functions would refuse is refused before anything changes, with its reason", async () => {
  const { runID, execution } = await failedRun();
  Object.assign(execution, {
    redriveStatus: "NOT_REDRIVABLE",
    redriveStatusReason: "Execution redrivable period exceeded.",
  });
  await as(async () => {
    await expect(Run.redrive(runID)).rejects.toMatchObject({
      kind: "conflict",
      code: "run.not_redrivable",
      message: expect.stringContaining("Execution redrivable period exceeded.") as string,
    });
    expect(await Run.get(runID)).toMatchObject({ state: "failed", error: FAULT, redrives: 0 });
  });
  const { runID: unbegun } = await importing();
  await as(async () => {
    await Run.cancel(unbegun);
    await expect(Run.redrive(unbegun)).rejects.toMatchObject({ code: "run.not_redrivable" });
  });
});

test("a redrive that a crash lost is made by the sweeper, once; one that is refused by then fails the run", async () => {
  const [lost, refused] = [await failedRun(), await failedRun()];
  for (const { runID } of [lost, refused]) {
    await as(() => Run.redrive(runID));
    // as if the process had died after its commit
    await query((db) => db.updateTable("run").set({ submitted_at: null }).where("id", "=", runID).execute());
    await age(runID);
  }
  Object.assign(lost.execution, { status: "FAILED", redriveCount: 0 });
  Object.assign(refused.execution, {
    status: "FAILED",
    redriveCount: 0,
    redriveStatus: "NOT_REDRIVABLE",
    redriveStatusReason: "Execution history event limit exceeded.",
  });
  await Run.sweep();
  expect(lost.execution).toMatchObject({ status: "RUNNING", redriveCount: 1 });
  expect(await as(() => Run.get(refused.runID))).toMatchObject({
    state: "failed",
    error: { code: "run.not_redrivable", message: expect.stringContaining("history event limit") as string },
  });
  await age(lost.runID);
  await Run.sweep();
  expect(lost.execution.redriveCount).toBe(1);
});

test("cancelling stops the execution, and nothing is registered afterwards", async () => {
  const { tableID, runID } = await importing();
  await Run.begin({ runID, attempt: 1 });
  await as(() => Run.cancel(runID));
  expect(workflows.of(runID)?.status).toBe("ABORTED");
  await expect(register(tableID, runID)).rejects.toMatchObject({ code: "run.superseded" });
  await as(async () => {
    expect(await Run.get(runID)).toMatchObject({ state: "cancelled" });
    expect(await Table.get(tableID)).toMatchObject({ state: "failed", version: null });
    await expect(Run.cancel(runID)).rejects.toMatchObject({ code: "run.ended" });
  });
});

test("a table in the trash imports no further", async () => {
  const { tableID, runID } = await importing();
  await as(() => Table.remove({ id: tableID }));
  expect(workflows.of(runID)?.status).toBe("ABORTED");
  await as(() => expect(Run.get(runID)).rejects.toMatchObject({ code: "run.not_found" }));
});

test("what rolls back starts nothing", async () => {
  const before = workflows.state.executions.size;
  await as(async () => {
    await expect(
      transaction(async () => {
        await Table.create({ projectId: projectID, name: "T", fileId: fileID });
        throw new Error("after all not");
      }),
    ).rejects.toThrow("after all not");
  });
  expect(workflows.state.executions.size).toBe(before);
});

const age = (runID: string) =>
  query((db) => sql`update run set checked_at = now() - interval '1 hour' where id = ${runID}`.execute(db));

test("a run whose start was lost is started by the sweeper, once", async () => {
  workflows.state.failing = true;
  const { runID } = await importing();
  workflows.state.failing = false;
  expect(workflows.of(runID)).toBeUndefined();
  await Run.sweep();
  expect(workflows.of(runID), "still young").toBeUndefined();
  await age(runID);
  await Run.sweep();
  expect(workflows.of(runID)?.input).toEqual({ runId: runID, attempt: 1 });
  await age(runID);
  await Run.sweep();
  expect(await as(() => Run.get(runID))).toMatchObject({ state: "queued", attempt: 1 });
}, 60_000);

test.each([
  ["FAILED", "run.failed"],
  ["TIMED_OUT", "run.timed_out"],
  ["ABORTED", "run.stopped"],
  ["SUCCEEDED", "run.no_result"],
])("a run whose execution is %s does not stay running", async (status, code) => {
  const { tableID, runID } = await importing();
  await Run.begin({ runID, attempt: 1 });
  const execution = workflows.of(runID);
  if (execution) Object.assign(execution, { status, error: "Batch.Failed", cause: "the container ended" });
  await Run.sweep();
  expect(await as(() => Run.get(runID)), "still young").toMatchObject({ state: "running" });
  await age(runID);
  await Run.sweep();
  expect(await as(() => Run.get(runID))).toMatchObject({ state: "failed", error: { code } });
  expect(await as(() => Table.get(tableID))).toMatchObject({ state: "failed" });
});

test("a run that works is left alone, and one whose execution is forgotten starts again", async () => {
  const [busy, forgotten] = [await importing(), await importing()];
  await Run.begin({ runID: busy.runID, attempt: 1 });
  await Run.begin({ runID: forgotten.runID, attempt: 1 });
  for (const arn of workflows.state.executions.keys())
    if (arn.includes(forgotten.runID)) workflows.state.executions.delete(arn);
  await age(busy.runID);
  await age(forgotten.runID);
  await Run.sweep();
  expect(await as(() => Run.get(busy.runID))).toMatchObject({ state: "running" });
  expect(workflows.of(forgotten.runID)).toBeDefined();
});

test("of two results registered at once, both become versions", async () => {
  const { tableID, runID } = await importing();
  const both = await Promise.all(
    [1, 2].map((attempt) =>
      Table.registerVersion({
        tableID,
        runID,
        key: `tables/${tableID}/${attempt}`,
        bytes: 1,
        etag: "e",
        rows: 1,
        columns: [],
        report,
      }),
    ),
  );
  expect(both.map(({ version }) => version).sort()).toEqual([1, 2]);
});
