// First: it teaches zod about OpenAPI, before anything else makes a schema.
import "@hono/zod-openapi";
import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tableFromArrays, tableFromIPC, tableToIPC } from "apache-arrow";
import type { Context } from "aws-lambda";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Actor } from "../../../core/src/actor/index.ts";
import { query } from "../../../core/src/database/index.ts";
import type { Person } from "../../../core/src/database/testing.ts";
import { Ingest } from "../../../core/src/ingest/index.ts";
import { Schedule } from "../../../core/src/schedule/index.ts";
import { handler as prepare } from "../steps/execute-prepare.ts";
import { handler as register } from "../steps/execute-register.ts";
import { handler as fail } from "../steps/run-fail.ts";
import { app as tables } from "../tables/app.ts";
import { app } from "./app.ts";
import { openAPI } from "./openapi.ts";
import { type Client, call, client, upload, useAPI } from "./testing.ts";

useAPI();

const SOURCE = `#name: Rain
#language: python
#input: dataframe days
#input: column amount {type: numerical}
#input: file notes {optional: true}
#output: dataframe sums {caption: Rain by month}
#output: double total {units: mm}
#output: graphics chart
#output: file report
total = days[amount].sum()
`;
const context = { getRemainingTimeInMillis: () => 60_000 } as Context;

let anna: Client;
let workdir: string;
let projectId: string;
let fileId: string;
let tableId: string;
let scriptId: string;

beforeAll(async () => {
  workdir = await mkdtemp(join(tmpdir(), "job-"));
  process.env.ATRIUM_SCRATCH = workdir;
  anna = await client("Anna", { mayExecute: true });
  projectId = (await anna.post("/projects", { name: "Weather" })).body.id;
  fileId = (await upload(anna, projectId, "days.csv", "day,mm,secret\n1,2.5,x\n2,4,y\n")).body.id;
  tableId = await imported();
  scriptId = (await anna.post("/scripts", { projectId, source: SOURCE })).body.id;
});
afterAll(() => rm(workdir, { recursive: true }));

async function imported(): Promise<string> {
  const { table, run } = (await anna.post("/tables", { projectId, name: "Days", fileId })).body;
  const job = { runId: run.id, attempt: 1 };
  await as(anna.person, async () => {
    await Ingest.prepare(job);
    await Ingest.execute(job, { workdir, engine: "lambda" });
    await Ingest.register(job);
  });
  return table.id;
}

const as = <T>(person: Person, run: () => T): T => person.as(run);
const start = async (inputs: object = { days: tableId, amount: "mm", notes: fileId }, by = anna) =>
  by.post(`/functions/${scriptId}/runs`, { inputs });

/** A run whose job has begun, and what its token can do. */
async function begun(inputs?: object) {
  const runId: string = (await start(inputs)).body.id;
  const { token } = await prepare({ runId, attempt: 1 });
  return { runId, token, ...withToken(token) };
}

function withToken(token: string) {
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const get = (path: string) => call(path, { headers });
  const post = (path: string, body: object) => call(path, { method: "POST", headers, body: JSON.stringify(body) });
  const rows = async (path: string) =>
    tables.request(path.replace("http://atrium.test", ""), {
      headers: { ...(await door()), ...headers, accept: "application/vnd.apache.arrow.stream" },
    });
  const put = async (name: string, content: Uint8Array, contentType: string) => {
    const sha256 = createHash("sha256").update(content).digest("hex");
    const { body } = await post("/job/uploads", { name, bytes: content.length, sha256, contentType });
    const stored = await fetch(body.url, { method: "PUT", headers: body.headers, body: new Uint8Array(content) });
    expect(stored.status).toBe(200);
    return { key: body.key as string, bytes: content.length, sha256, contentType, fileName: name };
  };
  return { get, post, rows, put };
}

async function door(): Promise<Record<string, string>> {
  const { secret } = await import("@atrium/core/secret");
  const { Config } = await import("@atrium/core/config");
  return {
    "x-origin-secret": await secret(Config.originSecretARN()),
    "x-forwarded-host": "atrium.test",
    "x-forwarded-proto": "http",
  };
}

const png = Buffer.from("89504e470d0a1a0a", "hex");

test("a job gets what its run was given, and what it leaves becomes the project's, with where it came from", async () => {
  const { runId, get, post, rows, put } = await begun();
  const { body: job } = await get("/job");
  expect(job).toMatchObject({
    ...{ runId, attempt: 1, task: "script", language: "python", environment: null },
    source: { text: SOURCE, fileName: "Rain.py" },
    outputs: [{ name: "sums", type: "dataframe" }, { name: "total" }, { name: "chart" }, { name: "report" }],
  });
  const [days, amount, notes] = job.inputs;
  expect(days).toMatchObject({
    name: "days",
    type: "dataframe",
    entityId: tableId,
    version: 1,
    rows: 2,
    columns: ["mm"],
  });
  expect(amount).toEqual({ name: "amount", type: "column", value: "mm" });
  expect(await (await fetch(notes.url)).text()).toBe("day,mm,secret\n1,2.5,x\n2,4,y\n");
  const given = tableFromIPC(await (await rows(days.url)).bytes());
  expect([given.schema.fields.map(({ name }) => name), given.numRows]).toEqual([["mm"], 2]);

  const told = { progress: { fraction: 0.5, step: "Sum" }, entries: [{ level: "info", message: "half" }] };
  expect((await post("/job/reports", told)).body).toEqual({ cancelled: false });
  const made = tableToIPC(tableFromArrays({ month: new Int32Array([1]), mm: new Float64Array([6.5]) }), "file");
  const outputs = [
    { name: "sums", type: "dataframe", ...(await put("sums.arrow", made, "application/vnd.apache.arrow.file")) },
    { name: "total", type: "double", value: 6.5 },
    { name: "chart", type: "graphics", ...(await put("chart.png", png, "image/png")) },
    { name: "report", type: "file", ...(await put("report.txt", Buffer.from("dry"), "text/plain")) },
  ];
  expect((await post("/job/result", { outputs, environmentHash: "e".repeat(64) })).status).toBe(204);
  await register({ runId, attempt: 1 }, context);
  // As often as Step Functions likes.
  await register({ runId, attempt: 1 }, context);

  const { body: run } = await anna.get(`/runs/${runId}`);
  expect(run).toMatchObject({
    ...{ state: "succeeded", function: { id: scriptId, kind: "script", name: "Rain" }, projectId },
    outputs: { total: 6.5, chart: { type: "graphics", contentType: "image/png" } },
    code: { functionRevision: 1, environmentHash: "e".repeat(64), sourceHash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    steps: [{ name: "Prepare" }, { name: "Sum" }, { name: "Register" }],
  });
  expect((await anna.get(`/tables/${run.outputs.sums}`)).body).toMatchObject({
    ...{ name: "Rain by month", state: "ready", rows: 1, columns: [{ name: "month" }, { name: "mm" }], source: null },
    run: { id: runId },
  });
  expect((await anna.get(`/files/${run.outputs.report}`)).body).toMatchObject({ name: "report.txt", bytes: 3 });
  const { body: picture } = await anna.get(`/runs/${runId}/outputs/chart`);
  expect(Buffer.from(await (await fetch(picture.url)).arrayBuffer())).toEqual(png);
  expect((await anna.get(`/projects/${projectId}/items?kind=table`)).body.items).toHaveLength(2);

  // From the table back to the file that somebody uploaded.
  const { nodes, edges, complete } = (await anna.get(`/entities/${run.outputs.sums}/lineage`)).body;
  expect(complete).toBe(true);
  expect(nodes.map(({ name }: { name: string }) => name).sort()).toEqual(
    ["Days", "Rain", "Rain", "Rain by month", "days.csv", "import"].sort(),
  );
  expect(edges).toContainEqual(
    expect.objectContaining({ from: runId, to: tableId, predicate: "prov:used", role: "days", version: 1 }),
  );
  expect(edges.every(({ contentHash }: { contentHash: string }) => /^([0-9a-f]{64}|etag:.+)$/.test(contentHash))).toBe(
    true,
  );

  // It has ended, and its token with it.
  expect((await get("/job")).status).toBe(401);
});

test("the token opens nothing else", async () => {
  const other = await begun();
  const { token, runId, get, rows, post } = await begun({ days: tableId, amount: "mm" });
  for (const [path, methods] of Object.entries(openAPI(app).paths ?? {}))
    for (const method of Object.keys(methods as object)) {
      if (path.startsWith("/api/v1/job")) continue;
      // With the ids that the run itself is about: nothing is refused for being unknown.
      const full = path.replace(
        /\{(\w+)\}/g,
        path.includes("/tables/") ? tableId : path.includes("/runs/") ? runId : projectId,
      );
      const answer = await call(full, { method: method.toUpperCase(), headers: { authorization: `Bearer ${token}` } });
      const open = path === "/api/v1/health" || path.endsWith("openapi.json");
      if (!open && !path.endsWith("/rows")) expect([method, path, answer.status]).toEqual([method, path, 401]);
    }
  // Of the table it was given: the pinned version and the needed column, whatever it asks for.
  const asked = await rows(`/api/v1/tables/${tableId}/rows?select=secret&where=secret%20%3D%20'x'&limit=all`);
  expect(tableFromIPC(await asked.bytes()).schema.fields.map(({ name }) => name)).toEqual(["mm"]);
  for (const id of [await imported(), "tbl_00000000000000000000000000"])
    expect((await rows(`/api/v1/tables/${id}/rows?limit=all`)).status).toBe(401);
  // Nor what another job uploaded.
  const { key, ...rest } = await other.put("report.txt", Buffer.from("dry"), "text/plain");
  const stolen = { outputs: [{ name: "report", type: "file", key, ...rest }] };
  expect(await post("/job/result", stolen)).toMatchObject({ status: 400, body: { errors: [{ path: "/outputs/0" }] } });
  expect((await get("/job")).body.runId).toBe(runId);
  expect((await withToken(`${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`).get("/job")).status).toBe(401);
});

test("who cancels a run takes the token away, and a retry gets another one", async () => {
  const { runId, get, post } = await begun();
  await anna.post(`/runs/${runId}/cancel`);
  expect((await get("/job")).status).toBe(401);
  expect((await post("/job/reports", {})).status).toBe(401);
  await anna.post(`/runs/${runId}/retry`);
  expect((await get("/job")).status).toBe(401);
  const { token } = await prepare({ runId, attempt: 2 });
  expect((await withToken(token).get("/job")).body.attempt).toBe(2);
});

test("an error of the code ends the run, with its line", async () => {
  const { runId, post } = await begun();
  const error = { message: "line 10: ValueError: dry", line: 10, traceback: "Traceback …" };
  expect((await post("/job/result", { error })).status).toBe(204);
  await fail({ runId, attempt: 1, error: { Error: "States.TaskFailed", Cause: '{"exitCode": 65}' }, redrives: 0 });
  expect((await anna.get(`/runs/${runId}`)).body).toMatchObject({
    state: "failed",
    error: { code: "script.failed", message: "line 10: ValueError: dry", line: 10 },
  });
  // Mended, and tried again: the mended code runs.
  await anna.patch(`/scripts/${scriptId}`, { source: `${SOURCE}#\n` }, { "if-match": "*" });
  await anna.post(`/runs/${runId}/retry`);
  const { token } = await prepare({ runId, attempt: 2 });
  expect((await withToken(token).get("/job")).body.source.text).toBe(`${SOURCE}#\n`);
});

test("what is handed in must be what the header promises and what was uploaded", async () => {
  const { post, put } = await begun();
  const file = { name: "report", type: "file", ...(await put("r.txt", Buffer.from("dry"), "text/plain")) };
  for (const output of [
    { name: "other", type: "int", value: 1 },
    { name: "total", type: "string", value: "x" },
    { ...file, bytes: 4 },
    { ...file, key: `${file.key}/../../1/spec` },
  ])
    expect((await post("/job/result", { outputs: [output] })).status).toBe(400);
  expect((await post("/job/result", { outputs: [file, file] })).status).toBe(400);
  const huge = { name: "x", bytes: 2 ** 40, sha256: "0".repeat(64), contentType: "text/plain" };
  expect(await post("/job/uploads", huge)).toMatchObject({ status: 422, body: { code: "job.too_much_output" } });
  expect((await post("/job/uploads", { ...huge, bytes: 1, name: "../x" })).status).toBe(400);
});

test("running takes the right to execute, to create, and to read what is given, also when its turn comes", async () => {
  const bert = await client("Bert", { mayExecute: false });
  const cara = await client("Cara", { mayExecute: true });
  const give = (by: Client, bundle: string, id = projectId) =>
    anna.post(`/entities/${id}/grants`, { email: by.person.email, bundle });
  expect((await start(undefined, cara)).status).toBe(404);
  await give(cara, "viewer");
  expect((await start(undefined, cara)).body.code).toBe("access.denied");
  await give(bert, "owner");
  expect((await start(undefined, bert)).body).toMatchObject({ code: "access.denied", detail: /execute/ });
  await give(cara, "operator");
  expect((await start({ days: tableId, amount: "nothing" }, cara)).status).toBe(202);
  const { id: runId } = (await start(undefined, cara)).body;
  await anna.delete(`/entities/${projectId}/grants/${cara.person.id.replace("usr_", "grp_")}`);
  await expect(prepare({ runId, attempt: 1 })).rejects.toMatchObject({ name: "Permanent" });
});

test("a column that is not there, or not of the type, is told before the job begins", async () => {
  for (const amount of ["nothing", "secret"]) {
    const runId = (await start({ days: tableId, amount })).body.id;
    const error = await prepare({ runId, attempt: 1 }).catch((thrown: Error) => thrown);
    expect(error).toMatchObject({ name: "Permanent", message: expect.stringContaining('Input "amount"') });
  }
});

test("an API key and a schedule start it as they start anything", async () => {
  const eve = await client("Eve", { mayExecute: true, scopes: ["read"] });
  await anna.post(`/entities/${projectId}/grants`, { email: eve.person.email, bundle: "operator" });
  expect((await start(undefined, eve)).body.code).toBe("access.denied");
  const inputs = { days: tableId, amount: "mm" };
  const asked = { projectId, functionId: scriptId, name: "Nightly", cron: "0 3 * * *", inputs };
  const schedule = (await anna.post("/schedules", asked)).body;
  const { body: run } = await anna.post(`/schedules/${schedule.id}/runs`);
  expect(run).toMatchObject({ state: "queued", projectId, function: { id: scriptId }, inputs });
  const { token } = await prepare({ runId: run.id, attempt: 1 });
  expect((await withToken(token).get("/job")).status).toBe(200);
});

test("a schedule that is due starts it with the rights of whom it runs as, and says so once they lack", async () => {
  const bert = await client("Bert", { mayExecute: true });
  await anna.post(`/entities/${projectId}/grants`, { email: bert.person.email, bundle: "operator" });
  const asked = { projectId, functionId: scriptId, name: "Hourly", cron: "0 * * * *", overlap: "allow" };
  const { id } = (await bert.post("/schedules", { ...asked, inputs: { days: tableId, amount: "mm" } })).body;
  const sweep = async () => {
    await query((db) => sql`update schedule set next_at = case when id = ${id} then now() end`.execute(db));
    return Actor.as({ type: "system", reason: "test" }, Schedule.sweep);
  };
  expect(await sweep()).toMatchObject({ started: 1, failed: 0 });
  const { lastRunId } = (await bert.get(`/schedules/${id}`)).body;
  expect((await anna.get(`/runs/${lastRunId}`)).body).toMatchObject({
    ...{ function: { id: scriptId }, requestedBy: { id: bert.person.id }, state: "queued" },
  });
  expect((await withToken((await prepare({ runId: lastRunId, attempt: 1 })).token).get("/job")).status).toBe(200);

  await query((db) => sql`update "user" set may_execute = false where id = ${bert.person.id}`.execute(db));
  expect(await sweep()).toMatchObject({ started: 0, failed: 1 });
  expect((await bert.get(`/schedules/${id}`)).body).toMatchObject({ lastRunId, lastError: { code: "access.denied" } });
});

test("reports come at most four times a second, whatever else is limited or not", async () => {
  const { post, runId } = await begun();
  const say = (n: number) => post("/job/reports", { entries: [{ level: "info", message: `line ${n}` }] });
  const answers = await Promise.all(Array.from({ length: 60 }, (_, n) => say(n)));
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThan(0);
  expect(refused[0]?.body).toMatchObject({ code: "request.too_many" });
  expect(Number(refused[0]?.headers.get("retry-after"))).toBeGreaterThanOrEqual(1);
  const { items } = (await anna.get(`/runs/${runId}/logs?limit=200`)).body;
  expect(items).toHaveLength(60 - refused.length);
});
