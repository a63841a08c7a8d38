// Before any schema of the core is made: only later ones can be described.
import "@hono/zod-openapi";

import { Functions } from "@atrium/core/function";
import { Schedule } from "@atrium/core/schedule";
import { sql } from "kysely";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { Actor } from "../../../core/src/actor/index.ts";
import { query } from "../../../core/src/database/index.ts";
import { type Client, client, upload, useAPI } from "./testing.ts";

useAPI();

let anna: Client;
let bert: Client;
let projectId: string;
let fileId: string;

beforeAll(async () => {
  anna = await client("Anna");
  bert = await client("Bert");
});
beforeEach(async () => {
  projectId = (await anna.post("/projects", { name: "Birds" })).body.id;
  fileId = (await upload(anna, projectId, "birds.csv", "a\n1\n")).body.id;
  // What earlier tests left must not start here.
  await query((db) => sql`update schedule set next_at = null`.execute(db));
});

const daily = () => ({
  projectId,
  functionId: Functions.IMPORT_ID,
  name: "Birds of the day",
  cron: "30 2 * * *",
  timezone: "Europe/Berlin",
  inputs: { projectId, name: "Birds", fileId },
});
const make = async (more: object = {}) => (await anna.post("/schedules", { ...daily(), ...more })).body.id as string;
const due = (id: string) =>
  query((db) => sql`update schedule set next_at = now() - interval '3 days' where id = ${id}`.execute(db));
const sweep = () => Actor.as({ type: "system", reason: "test" }, Schedule.sweep);
const runs = async () => (await anna.get(`/runs?projectId=${projectId}`)).body.items;

test("says when it will run, on the clocks of its zone", async () => {
  const made = await anna.post("/schedules", daily());
  expect(made).toMatchObject({
    status: 201,
    body: {
      name: "Birds of the day",
      enabled: true,
      runAs: { name: "Anna" },
      lastAt: null,
      function: { name: "import" },
    },
  });
  expect(made.body.upcoming).toHaveLength(5);
  const hour = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/Berlin", timeStyle: "short" });
  for (const at of made.body.upcoming) expect(["02:30", "03:00"]).toContain(hour.format(new Date(at)));
  expect((await anna.get(`/schedules?projectId=${projectId}`)).body.items).toEqual([made.body]);
});

test.each([
  [{ cron: "61 * * * *" }, "/cron"],
  [{ cron: "* * * * * *" }, "/cron"],
  [{ cron: "0 0 30 2 *" }, "/cron"],
  [{ timezone: "Berlin" }, "/timezone"],
  [{ inputs: {} }, "/inputs/projectId"],
  [{ inputs: { projectId: "tbl_1", name: "x", fileId: "fil_1" } }, "/inputs/projectId"],
  [{ overlap: "queue" }, "/overlap"],
])("%j is refused at %s", async (wrong, path) => {
  const answer = await anna.post("/schedules", { ...daily(), ...wrong });
  expect(answer).toMatchObject({ status: 400, body: { code: "input.invalid" } });
  expect(answer.body.errors.map((error: { path: string }) => error.path)).toContain(path);
});

test("starts one run when it is due, however many sweep and however long nobody did", async () => {
  const id = await make({ overlap: "allow" });
  expect(await sweep()).toEqual({ started: 0, skipped: 0, failed: 0 });
  await due(id);
  const done = await Promise.all([sweep(), sweep(), sweep()]);
  expect(done.reduce((sum, { started }) => sum + started, 0)).toBe(1);
  const [run, ...more] = await runs();
  expect(more).toEqual([]);
  expect(run).toMatchObject({ requestedBy: { name: "Anna" }, inputs: { name: "Birds", fileId } });
  const after = (await anna.get(`/schedules/${id}`)).body;
  expect(after).toMatchObject({ lastRunId: run.id, lastError: null });
  expect(new Date(after.upcoming[0]).getTime()).toBeGreaterThan(Date.now());
});

test("leaves out a time at which the run before has not ended, unless told otherwise", async () => {
  const id = await make();
  await due(id);
  expect(await sweep()).toMatchObject({ started: 1 });
  await due(id);
  expect(await sweep()).toEqual({ started: 0, skipped: 1, failed: 0 });
  expect((await anna.get(`/schedules/${id}`)).body.lastError.code).toBe("schedule.skipped");
  expect(await runs()).toHaveLength(1);
});

test("that cannot start says why, leaves nothing half made, and does not keep the others", async () => {
  const broken = await make();
  const sound = await make({ name: "Sound", inputs: { projectId, name: "Sound", fileId } });
  const other = (await upload(anna, projectId, "gone.csv", "a\n1\n")).body.id;
  await anna.patch(`/schedules/${broken}`, { inputs: { projectId, name: "Gone", fileId: other } }, { "if-match": "*" });
  await anna.delete(`/files/${other}`);
  await due(broken);
  await due(sound);
  expect(await sweep()).toEqual({ started: 1, skipped: 0, failed: 1 });
  expect((await anna.get(`/schedules/${broken}`)).body).toMatchObject({
    enabled: true,
    lastError: { code: "file.not_found" },
  });
  expect((await anna.get(`/projects/${projectId}/items?q=Gone&kind=table`)).body.items).toEqual([]);
});

test("is switched off when whom it runs as is no longer here", async () => {
  await anna.post(`/entities/${projectId}/grants`, { email: bert.person.email, bundle: "contributor" });
  const made = await bert.post("/schedules", daily());
  await query((db) => sql`update "user" set deactivated_at = now() where id = ${bert.person.id}`.execute(db));
  await due(made.body.id);
  expect(await sweep()).toEqual({ started: 0, skipped: 0, failed: 1 });
  expect((await anna.get(`/schedules/${made.body.id}`)).body).toMatchObject({
    enabled: false,
    lastError: { code: "schedule.gone" },
  });
  await query((db) => sql`update "user" set deactivated_at = null where id = ${bert.person.id}`.execute(db));
});

test("runs as whoever changed it last, so that nobody borrows the rights of others", async () => {
  const id = await make();
  await anna.post(`/entities/${projectId}/grants`, { email: bert.person.email, bundle: "contributor" });
  const changed = await bert.patch(`/schedules/${id}`, { name: "Mine now" }, { "if-match": '"1"' });
  expect(changed.body).toMatchObject({ runAs: { name: "Bert" }, createdBy: { name: "Anna" }, revision: 2 });
  expect(await anna.patch(`/schedules/${id}`, { name: "No" }, { "if-match": '"1"' })).toMatchObject({ status: 412 });
  expect(await anna.patch(`/schedules/${id}`, { name: "No" })).toMatchObject({ status: 428 });
});

test("runs as somebody else only by an administrator, and then as a service user", async () => {
  const root = await client("Root", { admin: true });
  await anna.post(`/entities/${projectId}/grants`, { email: root.person.email, bundle: "contributor" });
  expect(await anna.post("/schedules", { ...daily(), runAs: bert.person.id })).toMatchObject({ status: 403 });
  expect(await root.post("/schedules", { ...daily(), runAs: bert.person.id })).toMatchObject({ status: 422 });
});

test("can be run now, deleted, and taken back", async () => {
  const id = await make();
  expect(await anna.post(`/schedules/${id}/runs`)).toMatchObject({ status: 202, body: { state: "queued" } });
  expect((await anna.delete(`/schedules/${id}`)).status).toBe(204);
  expect((await anna.get(`/schedules/${id}`)).status).toBe(404);
  expect((await anna.get(`/schedules?projectId=${projectId}`)).body.items).toEqual([]);
  expect(await anna.post(`/schedules/${id}/restore`)).toMatchObject({
    status: 200,
    body: { enabled: false, upcoming: [] },
  });
});

test("is nothing to a stranger, and to a viewer something to read", async () => {
  const id = await make();
  const stranger = await client("Stranger");
  for (const answer of [
    await stranger.get(`/schedules/${id}`),
    await stranger.patch(`/schedules/${id}`, { name: "x" }, { "if-match": "*" }),
    await stranger.delete(`/schedules/${id}`),
    await stranger.post(`/schedules/${id}/runs`),
    await stranger.post("/schedules", daily()),
  ])
    expect(answer.status).toBe(404);
  expect((await stranger.get("/schedules")).body.items).toEqual([]);
  await anna.post(`/entities/${projectId}/grants`, { email: stranger.person.email, bundle: "viewer" });
  expect((await stranger.get(`/schedules/${id}`)).status).toBe(200);
  expect((await stranger.delete(`/schedules/${id}`)).status).toBe(403);
  expect((await stranger.post(`/schedules/${id}/runs`)).status).toBe(403);
  expect((await stranger.post("/schedules", daily())).status).toBe(403);
});

test("a header is read into a signature and a JSON Schema", async () => {
  const source = "#name: Mean\n#input: dataframe data\n#input: int n = 10 {min: 1}\n#output: double mean";
  const answer = await anna.post("/functions/signatures", { source, language: "python" });
  expect(answer).toMatchObject({
    status: 200,
    body: {
      items: [
        {
          line: 1,
          problems: [],
          signature: {
            name: "Mean",
            inputs: [
              { name: "data", type: "dataframe" },
              { name: "n", default: 10 },
            ],
          },
          schema: { required: ["data"], properties: { n: { type: "integer", minimum: 1 } } },
        },
      ],
    },
  });
});

test("does no more than the key it was written with", async () => {
  const id = await make();
  await query((db) =>
    sql`update schedule set key = '{"scopes": ["read"]}', next_at = now() where id = ${id}`.execute(db),
  );
  expect(await sweep()).toEqual({ started: 0, skipped: 0, failed: 1 });
  expect((await anna.get(`/schedules/${id}`)).body.lastError.code).toBe("access.denied");
  const whole = await make();
  const { rows } = await query((db) => sql<{ key: unknown }>`select key from schedule where id = ${whole}`.execute(db));
  expect(rows[0]?.key).toEqual({ scopes: ["read", "write", "execute", "admin"] });
});
