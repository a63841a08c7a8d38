// First: it teaches zod about OpenAPI.
import "@hono/zod-openapi";
import { query } from "@atrium/core/database";
import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { handler as finish } from "../steps/analyze-finish.ts";
import { handler as give } from "../steps/analyze-give.ts";
import { handler as prepare } from "../steps/analyze-prepare.ts";
import { handler as take } from "../steps/analyze-take.ts";
import { type Client, call, client, upload, useAPI } from "./testing.ts";

useAPI();

const reference = `registry.example.org/team/look@sha256:${"a".repeat(64)}`;
const parameters = {
  type: "object",
  properties: {
    times: { type: "number", minimum: 1, default: 2, title: "Times" },
    words: { type: "array", items: { type: "string", enum: ["a", "b"] } },
  },
};
const image = { reference, command: ["--fast"], parameters };

let root: Client;
let anna: Client;
let projectId: string;
let media: string[];

beforeAll(async () => {
  root = await client("Root", { admin: true });
  anna = await client("Anna", { mayExecute: true });
  projectId = (await anna.post("/projects", { name: "Reef" })).body.id;
  await anna.post(`/projects/${projectId}/annotation-types`, { name: "Seen", shape: "media" });
  media = [];
  for (const name of ["one.gif", "two.gif"]) {
    const file = (await upload(anna, projectId, name, "GIF89a")).body;
    const { id } = (await anna.post("/media", { projectId, fileId: file.id })).body.media;
    await query((db) => db.updateTable("media").set({ state: "ready" }).where("id", "=", id).execute());
    await query((db) =>
      sql`insert into media_rendition (media_id, name, role, key, bytes, width, height, mime)
        values (${id}, 'image', 'image', ${`media/${id}/image.webp`}, 6, 1, 1, 'image/webp')`.execute(db),
    );
    media.push(id);
  }
});

const allow = (imageRegistries: string[]) => root.patch("/deployment/settings", { imageRegistries });
const register = (more: object = {}, by = anna) =>
  by.post(`/projects/${projectId}/algorithms`, { name: `Look ${Math.random()}`, image, ...more });

test("an image is registered where its registry is allowed, by who administers the project and may execute", async () => {
  expect((await anna.get("/deployment/image-registries")).body).toEqual({ items: [] });
  const refused = { status: 422, body: { code: "algorithm.unfit", errors: [{ path: "/image/reference" }] } };
  expect(await register()).toMatchObject(refused);
  await allow(["registry.example.org/te"]);
  expect(await register()).toMatchObject(refused);
  await allow(["registry.example.org/team"]);
  const { status, body } = await register({ limits: { seconds: 90, cpus: 1 } });
  expect(status).toBe(201);
  expect(body).toMatchObject({
    ...{ script: null, image: { reference, command: ["--fast"] }, problem: null },
    parameters: [
      { name: "times", type: "double", default: 2, options: { caption: "Times", min: 1 } },
      { name: "words", type: "list", item: "string", options: { optional: true, choices: { values: ["a", "b"] } } },
    ],
  });
  const tag = await register({ image: { ...image, reference: "registry.example.org/team/look:latest" } });
  expect(tag).toMatchObject({ status: 400, body: { errors: [{ path: "/image/reference" }] } });
  expect(tag.body.detail).toMatch(/by its digest/);
  const bad = { type: "object", properties: { n: { type: "integer", minimum: 2, default: 1 } } };
  expect(await register({ image: { ...image, parameters: bad } })).toMatchObject({
    status: 400,
    body: { errors: [{ path: "/image/parameters/properties/n/default" }] },
  });
  expect(await register({ scriptId: "fun_1" })).toMatchObject({
    status: 400,
    body: { errors: [{ path: "/scriptId" }] },
  });

  const helper = await client("Helper", { mayExecute: true });
  await anna.post(`/entities/${projectId}/grants`, { email: helper.person.email, bundle: "operator" });
  expect(await register({}, helper)).toMatchObject({ status: 403, body: { code: "access.denied" } });
  const changing = await helper.patch(
    `/algorithms/${body.id}`,
    { image: { ...image, command: [] } },
    { "if-match": "*" },
  );
  expect(changing.status).toBe(403);
  const owner = await client("Owner");
  await anna.post(`/entities/${projectId}/grants`, { email: owner.person.email, bundle: "owner" });
  expect(await register({}, owner)).toMatchObject({ status: 403, body: { code: "access.denied" } });

  await allow([]);
  expect((await anna.get(`/algorithms/${body.id}`)).body.problem).toMatch(/An administrator names the registries/);
  await allow(["registry.example.org"]);
});

function withToken(token: string) {
  const headers = { authorization: `Bearer ${token}` };
  const json = { ...headers, "content-type": "application/json" };
  return {
    get: (path = "/job") => call(path, { headers }),
    post: (path: string, body: object) => call(path, { method: "POST", headers: json, body: JSON.stringify(body) }),
    put: (piece: number, lines: object[]) =>
      call(`/job/results/${piece}`, {
        ...{ method: "PUT", headers: { ...headers, "content-type": "application/x-ndjson" } },
        body: lines.map((line) => JSON.stringify(line)).join("\n"),
      }),
  };
}

/** A run of two batches, each of whose jobs has its token. */
async function begun(): Promise<{ runId: string; jobs: ReturnType<typeof withToken>[] }> {
  const { id } = (await register()).body;
  const asked = { mediaIds: media, parameters: { words: ["b"] }, layer: { name: `Found ${Math.random()}` } };
  const runId = (await anna.post(`/algorithms/${id}/runs`, asked)).body.run.id;
  const prepared = await prepare({ runId, attempt: 1 });
  expect(prepared).toEqual({
    batches: [1, 2],
    definition: {
      ...{ name: expect.stringMatching(/^[0-9a-f]{32}$/), image: reference, command: ["--fast"] },
      ...{ vcpus: "2", memoryMiB: "4096", seconds: 3600 },
    },
  });
  const tokens = [];
  for (const batch of [1, 2]) tokens.push((await give({ runId, attempt: 1, batch })) as { token: string });
  return { runId, jobs: tokens.map(({ token }) => withToken(token)) };
}
const seen = (line: object = {}) => ({ kind: "state", type: "Seen", ...line });
const statesOf = async (runId: string) => (await anna.get(`/runs/${runId}/batches`)).body.items;

test("its jobs are told of their batch alone, and what they hand in in pieces is written once, when they are done", async () => {
  const { runId, jobs } = await begun();
  const [first, second] = jobs;
  const { body: job } = (await first?.get()) ?? {};
  expect(job).toMatchObject({ runId, task: "image", language: null, source: null, outputs: [] });
  expect(job.inputs).toEqual([
    expect.objectContaining({ name: "media", files: [expect.objectContaining({ id: media[0], rendition: "image" })] }),
    { name: "times", type: "double", value: 2 },
    { name: "words", type: "list", item: "string", value: ["b"] },
  ]);
  const bad = await first?.put(1, [{ kind: "state" }]);
  expect(bad).toMatchObject({ status: 422, body: { code: "algorithm.bad_annotation" } });
  expect(bad?.body.detail).toMatch(/^Line 1 of the annotations: /);
  // The second piece first, and one of them twice.
  expect((await first?.put(2, [seen()]))?.body).toMatchObject({ piece: 2, lines: 1 });
  const lines = [seen({ ref: undefined }), seen()];
  for (const _ of [1, 2])
    expect(await first?.put(1, lines)).toMatchObject({ status: 200, body: { piece: 1, lines: 2 } });
  expect(await first?.put(1, [seen()])).toMatchObject({ status: 409, body: { code: "job.piece_differs" } });
  expect(await statesOf(runId)).toMatchObject([{ annotations: 0 }, { annotations: 0 }]);
  expect((await first?.post("/job/result", {}))?.status).toBe(204);
  expect(await first?.put(3, [seen()])).toMatchObject({ status: 409, body: { code: "job.handed_in" } });
  // What is of another batch, and what no upload is for.
  const stolen = { outputs: [{ name: "annotations", type: "file", value: 1 }] };
  expect(await second?.post("/job/result", stolen)).toMatchObject({ status: 400 });
  await second?.put(1, [seen({ media: media[0] })]);
  await second?.post("/job/result", {});
  await take({ runId, attempt: 1, batch: 1 });
  // Its batch is done, and the run goes on: its token opens nothing any more, the other's does.
  expect([(await first?.get())?.status, (await second?.get())?.status]).toEqual([401, 200]);
  await take({ runId, attempt: 1, batch: 2 });
  expect((await second?.get())?.status).toBe(401);
  expect(await statesOf(runId)).toMatchObject([
    { state: "succeeded", annotations: 3 },
    { state: "failed", annotations: 0, error: { code: "algorithm.bad_annotation" } },
  ]);
  await expect(finish({ runId, attempt: 1 })).rejects.toThrow(/1 of 2 batches failed/);
  expect((await anna.get(`/runs/${runId}`)).body.code).toEqual({ functionRevision: 1, image: reference });
});

test("a token ends with its time, with its run, and when it is given out again", async () => {
  const { runId, jobs } = await begun();
  const [first, second] = jobs;
  const left = async () => {
    const { rows } = await query((db) =>
      sql<{ left: number }>`select extract(epoch from expires_at - now())::int as left
        from job where run_id = ${runId} order by part`.execute(db),
    );
    return rows.map((row) => row.left);
  };
  const [before] = await left();
  expect(before).toBeGreaterThan(13 * 3600);
  await first?.get();
  const [after, untouched] = await left();
  expect(after).toBeLessThanOrEqual(3600 + 300);
  expect(untouched).toBeGreaterThan(13 * 3600);
  await query((db) => sql`update job set expires_at = now() where run_id = ${runId} and part = 1`.execute(db));
  expect([(await first?.get())?.status, (await second?.get())?.status]).toEqual([401, 200]);
  await give({ runId, attempt: 1, batch: 2 });
  expect((await second?.get())?.status).toBe(401);
  const again = await begun();
  await anna.post(`/runs/${again.runId}/cancel`);
  expect((await again.jobs[0]?.put(1, [seen()]))?.status).toBe(401);
});

test("a batch whose image ended without a word says what is known of it", async () => {
  const { runId } = await begun();
  const lost = (Container: object, StatusReason = "Essential container in task exited") => ({
    Error: "States.TaskFailed",
    Cause: JSON.stringify({ Container, StatusReason }),
  });
  await take({ runId, attempt: 1, batch: 1, error: lost({ ExitCode: 3 }) });
  await take({ runId, attempt: 1, batch: 2, error: lost({ Reason: "CannotPullContainerError: no such image" }) });
  expect((await statesOf(runId)).map(({ error }: { error: object }) => error)).toEqual([
    { code: "image.unfinished", message: "It ended with code 3 without handing in its result, POST /result." },
    { code: "image.not_started", message: "The image was not started: CannotPullContainerError: no such image" },
  ]);
});
