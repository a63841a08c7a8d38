// First: it teaches zod about OpenAPI, before anything else makes a schema.
import "@hono/zod-openapi";
import { readFile } from "node:fs/promises";
import { Actor } from "@atrium/core/actor";
import { Model } from "@atrium/core/model";
import { beforeAll, expect, test } from "vitest";
import { query } from "../../../core/src/database/index.ts";
import { description } from "../../../core/src/model/testing.ts";
import { Objects } from "../../../core/src/object/index.ts";
import { app as scores } from "../scores/app.ts";
import { type Client, client, upload, useAPI } from "./testing.ts";

useAPI();

let anna: Client;
let projectId: string;
let tableId: string;
let runId: string;

const column = (name: string, type: string) => ({
  name,
  type,
  stats: { nulls: 0, distinct: 1, distinctApproximate: false },
});

/** A table with columns, as an import leaves it. */
async function makeTable(columns: object[]): Promise<{ table: string; run: string }> {
  const file = (await upload(anna, projectId, "a.csv", "a\n1\n")).body;
  const { table, run } = (await anna.post("/tables", { projectId, name: "Trees", fileId: file.id })).body;
  const values = {
    table_id: table.id,
    version: 1,
    run_id: run.id,
    key: `tables/${table.id}/x`,
    bytes: 1,
    etag: "e",
    rows: 9,
  };
  await query((db) =>
    db
      .insertInto("table_version")
      .values({ ...values, columns: JSON.stringify(columns), report: "{}" })
      .execute(),
  );
  await query((db) => db.updateTable("table_").set({ current_version: 1 }).where("id", "=", table.id).execute());
  return { table: table.id, run: run.id };
}

/** As a training leaves it. */
const makeModel = (about: object = {}, file: object = {}, run = runId) =>
  Actor.as({ type: "user", userID: anna.person.id, admin: false, mayExecute: false }, () =>
    Model.register({
      runID: run,
      projectID: projectId,
      name: "Size of trees",
      table: { id: tableId, version: 1 },
      file: { key: "runs/x/1/outputs/model.onnx", bytes: 1, sha256: "0".repeat(64), ...file },
      description: { ...description(), ...about },
    }),
  );

beforeAll(async () => {
  anna = await client("Anna");
  projectId = (await anna.post("/projects", { name: "Woods" })).body.id;
  ({ table: tableId, run: runId } = await makeTable([
    column("WEIGHT", "float64"),
    column("kind", "text"),
    column("size", "text"),
  ]));
});

test("a model tells what it predicts from what, and is a function of tables", async () => {
  const id = await makeModel();
  expect(await makeModel()).toBe(id);
  expect((await anna.get(`/models/${id}`)).body).toMatchObject({
    ...{
      kind: "model",
      projectId,
      task: "binary",
      outcome: { name: "size" },
      metrics: { accuracy: 0.9, rocAuc: null },
    },
    ...{ table: { id: tableId, name: "Trees", version: 1, currentVersion: 1 }, runId },
  });
  expect((await anna.get(`/functions/${id}`)).body).toMatchObject({
    ...{ id, kind: "model", name: "Size of trees" },
    signature: {
      inputs: [{ name: "table", type: "dataframe" }, { name: "columns" }, { name: "name" }, { name: "probabilities" }],
    },
  });
  expect((await anna.get("/search?q=kind:model")).body.items).toMatchObject([{ id }]);
  expect((await anna.get(`/models?projectId=${projectId}`)).body.items).toMatchObject([{ id }]);
  expect((await anna.get(`/models/${id}/download`)).body.url).toMatch(/model\.onnx/);
  const copy = (await anna.post(`/projects/${projectId}/copies`, { name: "Woods again" })).body;
  const [copied] = (await anna.get(`/models?projectId=${copy.id}`)).body.items;
  expect((await anna.get(`/models/${copied.id}`)).body).toMatchObject({
    metrics: { accuracy: 0.9 },
    table: { name: "Trees" },
  });
  expect((await anna.get(`/models/${copied.id}`)).body.table.id).not.toBe(tableId);
  expect((await anna.get(`/models/${id}/others`)).body.items).toMatchObject([{ id: copied.id }]);
  await anna.delete(`/models/${copied.id}`);
  expect((await anna.get(`/models/${copied.id}`)).status).toBe(404);
  await anna.post(`/models/${copied.id}/restore`);
  expect((await anna.get(`/models/${copied.id}`)).status).toBe(200);
  await anna.delete(`/models/${copied.id}`);
});

test("models are suggested for tables whose columns fit, with what is missing", async () => {
  const id = await makeModel();
  const suggested = async (table: string) => (await anna.get(`/tables/${table}/models`)).body.items;
  expect(await suggested(tableId)).toMatchObject([{ id, missing: [] }]);
  const other = await makeTable([column("weight", "float64"), column("kind", "int64")]);
  expect(await suggested(other.table)).toMatchObject([
    { id, missing: [{ name: "kind", reason: expect.stringMatching(/int64/) }] },
  ]);
  const strange = await makeTable([column("weight", "float64")]);
  expect(await suggested(strange.table)).toEqual([]);
  // Nobody is told of models they do not see.
  expect((await (await client("Zoe")).get(`/tables/${tableId}/models`)).status).toBe(404);
});

test("training and applying say at the field what does not fit, before anything runs", async () => {
  const train = (inputs: object) =>
    anna.post("/functions/fun_00000000000000000000000002/runs", {
      inputs: { name: "m", table: tableId, outcome: "size", features: ["WEIGHT"], ...inputs },
    });
  for (const [inputs, path] of [
    [{ outcome: "colour" }, "/inputs/outcome"],
    [{ features: ["height"] }, "/inputs/features"],
    [{ features: ["size"] }, "/inputs/features"],
    [{ method: "magic" }, "/inputs/method"],
    [{ testShare: 2 }, "/inputs/testShare"],
    [{ name: "" }, "/inputs/name"],
  ] as const) {
    const { status, body } = await train(inputs);
    expect([status, body.errors?.[0]?.path]).toEqual([400, path]);
  }
  const id = await makeModel();
  const { table } = await makeTable([column("weight", "float64")]);
  const { status, body } = await anna.post(`/functions/${id}/runs`, { inputs: { table } });
  expect([status, body.errors[0].path]).toEqual([400, "/inputs/table"]);
  expect(body.detail).toMatch(/kind: There is no such column/);
});

test("rows are predicted at once, and what they lack is told by its name", async () => {
  const fixture = new URL("../../../core/src/scoring/fixtures/", import.meta.url);
  const onnx = await readFile(new URL("linear.onnx", fixture));
  const known = JSON.parse(String(await readFile(new URL("linear.json", fixture))));
  const key = `runs/${runId}/1/outputs/model.onnx`;
  await Objects.put(key, onnx, "application/onnx");
  const { run } = await makeTable([]);
  const shape = { features: known.features, outcome: known.outcome, task: "multiclass" };
  const id = await makeModel(shape, { key, bytes: onnx.length, sha256: "1".repeat(64) }, run);
  const predict = async (rows: unknown, by: Client = anna) => {
    const answer = await scores.request(`/api/v1/models/${id}/predict`, await asked(by, { rows }));
    return {
      status: answer.status,
      body: (await answer.json()) as { items: { probabilities: object }[]; errors: object[] },
    };
  };
  const { status, body } = await predict(known.rows);
  expect([status, body.items.length]).toEqual([200, 3]);
  for (const [i, { probabilities }] of body.items.entries())
    for (const [at, probability] of Object.values(probabilities).entries())
      expect(probability).toBeCloseTo(known.probabilities[i][at], 5);
  expect(await predict([{ Weight: 1, planted: null, wet: true }])).toMatchObject({
    status: 400,
    body: { errors: [{ path: "/rows/0/kind" }] },
  });
  expect((await predict([])).status).toBe(400);
  expect((await predict(Array.from({ length: 1_001 }, () => known.rows[0]))).status).toBe(400);
  expect((await predict(known.rows, await client("Zoe"))).status).toBe(404);
});

async function asked(by: Client, body: object): Promise<RequestInit> {
  const { Config } = await import("@atrium/core/config");
  const { secret } = await import("@atrium/core/secret");
  const headers = {
    "x-origin-secret": await secret(Config.originSecretARN()),
    "x-forwarded-host": "atrium.test",
    "x-forwarded-proto": "http",
    authorization: `Bearer ${by.key}`,
    "content-type": "application/json",
  };
  return { method: "POST", headers, body: JSON.stringify(body) };
}
