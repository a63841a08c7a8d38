import { beforeAll, describe, expect, test } from "vitest";
import { query } from "../../../core/src/database/index.ts";
import { type Client, client, upload, useAPI } from "./testing.ts";

const workflows = useAPI();
// After the API, which teaches zod about OpenAPI.
const { Trigger } = await import("@atrium/core/trigger");

const SOURCE = `//language: javascript
//input: list<media> media {rendition: 360}
//input: double limit = 0.3 {min: 0; max: 1}
//output: file annotations
`;
let anna: Client;
let projectId: string;
let scriptId: string;
let mediaId: string;
let typeId: string;

beforeAll(async () => {
  anna = await client("Anna", { mayExecute: true });
  projectId = (await anna.post("/projects", { name: "Reef" })).body.id;
  scriptId = (await anna.post("/scripts", { projectId, source: SOURCE })).body.id;
  const file = (await upload(anna, projectId, "one.gif", "GIF89a")).body;
  mediaId = (await anna.post("/media", { projectId, fileId: file.id })).body.media.id;
  await query((db) => db.updateTable("media").set({ state: "ready" }).where("id", "=", mediaId).execute());
  typeId = (await anna.post(`/projects/${projectId}/annotation-types`, { name: "Seen", shape: "media" })).body.id;
});

const register = async (more: object = {}) =>
  (await anna.post(`/projects/${projectId}/algorithms`, { name: `Look ${Math.random()}`, scriptId, ...more })).body;
const say = () => anna.post(`/media/${mediaId}/states`, { items: [{ typeId }] });

test("an algorithm asks for what its script asks for besides media", async () => {
  const made = await register({ batchSize: 3, limits: { seconds: 60 }, categories: ["detection"] });
  expect(made).toMatchObject({
    batchSize: 3,
    problem: null,
    parameters: [{ name: "limit", default: 0.3 }],
    revision: 1,
  });
  const changed = await anna.patch(`/algorithms/${made.id}`, { batchSize: 5 }, { "if-match": '"1"' });
  expect(changed.body).toMatchObject({ batchSize: 5, name: made.name, revision: 2 });
  const stale = await anna.patch(`/algorithms/${made.id}`, { batchSize: 6 }, { "if-match": '"1"' });
  expect(stale).toMatchObject({ status: 412, body: { code: "algorithm.stale" } });
  const taken = await anna.post(`/projects/${projectId}/algorithms`, { name: made.name.toUpperCase(), scriptId });
  expect(taken).toMatchObject({ status: 409, body: { code: "algorithm.name_taken", errors: [{ path: "/name" }] } });
});

test.each([
  ["no media", "//input: int n\n//output: file annotations"],
  ["no annotations", "//input: list<media> media"],
])("a script with %s is none", async (_, header) => {
  const source = `//language: javascript\n${header}\n`;
  const script = (await anna.post("/scripts", { projectId, source })).body;
  const refused = await anna.post(`/projects/${projectId}/algorithms`, { name: "No", scriptId: script.id });
  expect(refused).toMatchObject({ status: 422, body: { code: "algorithm.unfit", errors: [{ path: "/scriptId" }] } });
});

describe("a run", () => {
  test("is refused for media that are not there, too few, or with parameters that do not fit", async () => {
    const { id } = await register();
    const start = (body: object) => anna.post(`/algorithms/${id}/runs`, body);
    expect(await start({ mediaIds: ["med_00000000000000000000000000"] })).toMatchObject({ status: 404 });
    const query = { projectId };
    expect(await start({ query })).toMatchObject({ status: 400, body: { errors: [{ path: "/count" }] } });
    expect(await start({ query, count: 7 })).toMatchObject({ status: 409, body: { code: "algorithm.count_differs" } });
    const unfit = await start({ mediaIds: [mediaId], parameters: { limit: 2 } });
    expect(unfit).toMatchObject({ status: 400, body: { errors: [{ path: "/parameters/limit" }] } });
    const nobody = await client("Nobody");
    await anna.post(`/entities/${projectId}/grants`, { email: nobody.person.email, bundle: "contributor" });
    const denied = await nobody.post(`/algorithms/${id}/runs`, { mediaIds: [mediaId] });
    expect(denied).toMatchObject({ status: 403, body: { code: "access.denied" } });
  });

  test("is asked for once, by the function of the program too", async () => {
    const { id } = await register();
    const asked = { mediaIds: [mediaId] };
    const first = await anna.post(`/algorithms/${id}/runs`, asked, { "idempotency-key": "one" });
    const again = await anna.post(`/algorithms/${id}/runs`, asked, { "idempotency-key": "one" });
    expect(first).toMatchObject({ status: 202, body: { media: 1, batches: 1 } });
    expect(again.body.run.id).toBe(first.body.run.id);
    expect(workflows.of(first.body.run.id)).toBeDefined();
    const inputs = { algorithm: id, ...asked, parameters: { limit: 0.5 } };
    const called = await anna.post("/functions/fun_00000000000000000000000008/runs", { inputs });
    expect(called).toMatchObject({ status: 202, body: { inputs: { algorithm: id, parameters: { limit: 0.5 } } } });
  });
});

describe("a trigger", () => {
  const trigger = async (more: object = {}) => {
    const { id } = await register();
    const asked = { event: "annotations.changed", waitSeconds: 0, ...more };
    return { id, made: (await anna.post(`/algorithms/${id}/triggers`, asked)).body };
  };
  const look = async (id: string) => (await anna.get(`/algorithms/${id}/triggers`)).body.items[0];

  test("runs the algorithm over what was annotated, once for all that happened, and not beside itself", async () => {
    const { id, made } = await trigger({ typeIds: [typeId], parameters: { limit: 0.7 } });
    expect(made).toMatchObject({ enabled: true, waiting: 0, runAs: { name: "Anna" } });
    await say();
    await say();
    expect(await look(id)).toMatchObject({ waiting: 1, lastRunId: null });
    await Trigger.sweep();
    const after = await look(id);
    expect(after).toMatchObject({ waiting: 0, lastError: null, lastRunId: expect.stringMatching(/^run_/) });
    const run = (await anna.get(`/runs/${after.lastRunId}`)).body;
    expect(run).toMatchObject({ inputs: { algorithm: id, media: 1, parameters: { limit: 0.7 } } });
    await say();
    await Trigger.sweep();
    expect(await look(id)).toMatchObject({ waiting: 1, lastRunId: after.lastRunId });
  });

  test("hears nothing of what an algorithm writes, of other types, and of anything while it is off", async () => {
    const other = (await anna.post(`/projects/${projectId}/annotation-types`, { name: "Other", shape: "media" })).body;
    const { id } = await trigger({ typeIds: [other.id] });
    await Trigger.writtenBy({ runID: "run_x", algorithms: [], depth: 0 }, say);
    expect(await look(id)).toMatchObject({ waiting: 0 });
    await say();
    expect(await look(id)).toMatchObject({ waiting: 1 });
    await Trigger.sweep();
    expect(await look(id)).toMatchObject({ waiting: 0, lastRunId: null });
    const { id: triggerId, revision } = await look(id);
    await anna.patch(`/triggers/${triggerId}`, { enabled: false }, { "if-match": `"${revision}"` });
    await say();
    expect(await look(id)).toMatchObject({ enabled: false, waiting: 0 });
  });

  test("says why it could not run, and waits for the pause that it was told", async () => {
    const { id } = await trigger();
    await say();
    await anna.delete(`/scripts/${scriptId}`);
    await Trigger.sweep();
    expect(await look(id)).toMatchObject({ waiting: 0, lastError: { code: "algorithm.cannot_run" }, lastRunId: null });
    await anna.post(`/scripts/${scriptId}/restore`);
    const patient = await trigger({ waitSeconds: 600 });
    await say();
    await Trigger.sweep();
    expect(await look(patient.id)).toMatchObject({ waiting: 1, lastRunId: null });
    const refused = await anna.post(`/algorithms/${id}/triggers`, { event: "media.ready", typeIds: ["aty_none"] });
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ path: "/typeIds/0" }] } });
  });

  test("hears of what other algorithms write where it asks for that, never of what it led to, and only so deep", async () => {
    const kind = (await anna.post(`/projects/${projectId}/annotation-types`, { name: "Chained", shape: "media" })).body;
    const write = () => anna.post(`/media/${mediaId}/states`, { items: [{ typeId: kind.id }] });
    const chained = { typeIds: [kind.id], chain: true };
    const [first, second, deaf] = [
      await trigger(chained),
      await trigger(chained),
      await trigger({ typeIds: [kind.id] }),
    ];
    /** Whoever waits runs; and what each of these runs writes is written. */
    const step = async (ids: string[]) => {
      await Trigger.sweep();
      const runs: string[] = [];
      for (const id of ids) {
        const { lastRunId, waiting } = await look(id);
        expect(waiting).toBe(0);
        runs.push(lastRunId);
        await anna.post(`/runs/${lastRunId}/cancel`);
      }
      return runs;
    };
    const wroteIn = async (runID: string) => {
      const row = await query((db) =>
        db.selectFrom("algorithm_run").selectAll().where("run_id", "=", runID).executeTakeFirstOrThrow(),
      );
      const algorithms = [...row.chain, row.algorithm_id ?? ""];
      await Trigger.writtenBy({ runID, algorithms, depth: row.depth }, write);
    };
    const waiting = async () => Promise.all([first, second, deaf].map(async ({ id }) => (await look(id)).waiting));
    const begun = (await anna.post(`/algorithms/${(await register()).id}/runs`, { mediaIds: [mediaId] })).body.run.id;
    await wroteIn(begun);
    expect(await waiting()).toEqual([1, 1, 0]);
    const [one = "", two = ""] = await step([first.id, second.id]);
    const origin = (await anna.get(`/runs/${one}/origin`)).body;
    expect(origin).toMatchObject({ triggerId: first.made.id, depth: 1, causes: [{ runId: begun }], led: [] });
    expect(
      (await anna.get(`/runs/${begun}/origin`)).body.led.map(({ runId }: { runId: string }) => runId).sort(),
    ).toEqual([one, two].sort());
    // Each hears of the other, not of itself; and then neither of what came of its own.
    await wroteIn(one);
    expect(await waiting()).toEqual([0, 1, 0]);
    const [third = ""] = await step([second.id]);
    expect((await anna.get(`/runs/${third}/origin`)).body).toMatchObject({ depth: 2, causes: [{ runId: one }] });
    await wroteIn(third);
    expect(await waiting()).toEqual([0, 0, 0]);
    await Trigger.writtenBy({ runID: begun, algorithms: [], depth: 8 }, write);
    expect(await waiting()).toEqual([0, 0, 0]);
    // Of a person's change afterwards nothing is forgotten.
    await Trigger.writtenBy({ runID: two, algorithms: [second.id], depth: 1 }, write);
    await write();
    const [last = ""] = await step([first.id]);
    expect((await anna.get(`/runs/${last}/origin`)).body).toMatchObject({ depth: 2, causes: [{ runId: two }] });
  });
});
