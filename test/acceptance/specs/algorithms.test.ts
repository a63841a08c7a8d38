/** Algorithms over media: in batches, written as annotations, each batch all or nothing, and what failed done again alone. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, type TestContext } from "vitest";
import { EXAMPLE } from "../../../packages/local/src/host/images.ts";
import { DETECTED, detector } from "../../../packages/local/src/sample/algorithm/index.ts";
import { atrium } from "../../support/cli.ts";
import { type Caller, type Json, withKey } from "../../support/http.ts";
import { createProject, ended, uploadFile } from "../../support/make.ts";
import { boxAt, MOVING, movingVideo } from "../../support/moving.ts";
import { temporaryFolder } from "../../support/paths.ts";
import { administrator, newPerson } from "../../support/people.ts";
import { target } from "../../support/target.ts";

const folder = temporaryFolder("algorithms");
let key: Caller;
/** With all rights that she has, where the key has fewer. */
let ada: Awaited<ReturnType<typeof newPerson>>;
let credentials: Record<string, string>;
let project: Json;
/** Three of the same bytes. */
let media: string[];

beforeAll(async () => {
  ada = await newPerson("Ada");
  await administrator.call("PATCH", `/users/${ada.id}`, { body: { mayExecute: true } });
  const scopes = ["read", "write", "execute"];
  const { key: secret } = await ada.session.post("/api-keys", { name: "runs", scopes });
  key = withKey(target.url, secret);
  credentials = { ATRIUM_URL: target.url, ATRIUM_API_KEY: secret };
  project = await createProject(key);
  for (const type of DETECTED) await ada.session.post(`/projects/${project.id}/annotation-types`, type);
  const bytes = readFileSync(await movingVideo(join(folder.path, "moving.mp4")));
  const file = await uploadFile(key, project.id, "moving.mp4", bytes);
  const begun = await key.post("/media", { projectId: project.id, fileId: file.id });
  expect(await ended(key, begun.run.id)).toMatchObject({ state: "succeeded" });
  const cloned = async (name: string): Promise<string> => {
    const { ids } = await key.post("/media/clone", { ids: [begun.media.id], projectId: project.id });
    await key.call("PATCH", `/media/${ids[0]}`, { body: { name }, headers: { "if-match": "*" } });
    return ids[0];
  };
  media = [begun.media.id, await cloned("second.mp4"), await cloned("third.mp4")];
});
afterAll(folder.remove);

async function register(name: string, source: string, batchSize: number): Promise<Json> {
  const script = await key.post("/scripts", { projectId: project.id, source, language: "javascript" });
  return key.post(`/projects/${project.id}/algorithms`, { name, scriptId: script.id, batchSize });
}

/** Where this machine cannot run code, it says so, and there is nothing to try. */
function skipWhereItCannot({ skip }: TestContext, { error }: Json) {
  if (error && /on this machine|unconfined|namespaces/i.test(error.message)) skip(error.message);
}

function overlap(a: Json, b: Json): number {
  const w = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const h = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  const shared = Math.max(0, w) * Math.max(0, h);
  return shared / (a.width * a.height + b.width * b.height - shared);
}

describe("an algorithm", () => {
  it("finds in batches what is known to be there, and writes it on a layer of its own", async (context) => {
    const { id } = await register("Scenes and motion", await detector(), 2);
    const query = { projectId: project.id };
    const other = await key.call("POST", `/algorithms/${id}/runs`, { body: { query, count: 2 } });
    expect(other).toMatchObject({ status: 409, body: { code: "algorithm.count_differs" } });
    const asked = { query, count: 3, parameters: { every: 1 }, layer: { name: "Found" } };
    const begun = await key.post(`/algorithms/${id}/runs`, asked);
    expect(begun).toMatchObject({ media: 3, batches: 2 });
    const run = await ended(key, begun.run.id);
    skipWhereItCannot(context, run);
    expect(run.error).toBeNull();
    expect(run).toMatchObject({ state: "succeeded", outputs: { layer: begun.layerId } });
    const { items: batches } = await key.get(`/runs/${run.id}/batches`);
    expect(batches.map(({ mediaIds, state }: Json) => [mediaIds.length, state])).toEqual([
      [2, "succeeded"],
      [1, "succeeded"],
    ]);
    expect(run.steps.map(({ name, state }: Json) => [name, state])).toEqual(
      expect.arrayContaining([
        ["Batch 1", "succeeded"],
        ["Batch 2", "succeeded"],
      ]),
    );
    for (const mediaId of media) {
      const { items: states } = await key.get(`/media/${mediaId}/states?layer=${begun.layerId}&limit=100`);
      const scenes = states.filter(({ frame }: Json) => frame !== null);
      expect(
        scenes
          .map(({ frame, endFrame }: Json) => [frame, endFrame])
          .sort((a: number[], b: number[]) => (a[0] ?? 0) - (b[0] ?? 0)),
      ).toEqual(MOVING.cuts.map((from, at) => [from, (MOVING.cuts[at + 1] ?? MOVING.frames) - 1]));
      expect(states.length - scenes.length).toBe(MOVING.cuts.length); // a track in each
      const { items: boxes } = await key.get(`/media/${mediaId}/localizations?layer=${begun.layerId}&limit=1000`);
      expect(boxes.map(({ frame }: Json) => frame).sort((a: number, b: number) => a - b)).toEqual(
        Array.from({ length: MOVING.frames }, (_, frame) => frame),
      );
      expect(Math.min(...boxes.map((box: Json) => overlap(box, boxAt(box.frame))))).toBeGreaterThan(0.85);
    }
  });

  it("keeps what other batches wrote when one fails, and repeats that one alone", async (context) => {
    const header = "//input: list<media> media\n//output: file annotations\n";
    const source = (trouble: string) => `${header}
      const { writeFileSync } = await import("node:fs");
      ${trouble}
      writeFileSync("tmp/a.ndjson", media.map(({ id }) => JSON.stringify({ kind: "state", media: id, type: "scene", frame: 1, endFrame: 2 })).join("\\n"));
      annotations = "tmp/a.ndjson";`;
    const algorithm = await register(
      "Sometimes",
      source('if (media[0].name === "second.mp4") throw new Error("no");'),
      1,
    );
    const asked = ["-p", project.id, ...media.flatMap((id) => ["-m", id]), "--new-layer", "Sometimes"];
    const told = await atrium(["algorithm", "run", "Sometimes", ...asked, "--json"], { env: credentials });
    const begun = JSON.parse(told.stdout);
    const run = await ended(key, begun.run.id);
    skipWhereItCannot(context, run);
    expect(run).toMatchObject({ state: "failed", error: { code: "algorithm.batches_failed" } });
    const states = async () => (await key.get(`/runs/${run.id}/batches`)).items.map(({ state }: Json) => state);
    expect(await states()).toEqual(["succeeded", "failed", "succeeded"]);
    const written = async () =>
      (await key.get(`/projects/${project.id}/states?layer=${begun.layerId}&count=true`)).total;
    expect(await written()).toBe(2);
    await key.call("PATCH", `/scripts/${algorithm.script.id}`, {
      body: { source: source("") },
      headers: { "if-match": "*" },
    });
    await key.post(`/runs/${run.id}/redrive`, {});
    expect(await ended(key, run.id)).toMatchObject({ state: "succeeded", redrives: 1, outputs: { annotations: 3 } });
    expect(await states()).toEqual(["succeeded", "succeeded", "succeeded"]);
    expect(await written()).toBe(3);
  });

  it("is an image of one's own where its registry is allowed, and speaks for itself", async (context) => {
    await administrator.call("PATCH", "/deployment/settings", { body: { imageRegistries: ["localhost/atrium"] } });
    await ada.session.post(`/projects/${project.id}/annotation-types`, { name: "Busy", shape: "frame" });
    const parameters = { type: "object", properties: { times: { type: "number", default: 1.5 } } };
    const registered = (reference: string) =>
      ada.session.post(`/projects/${project.id}/algorithms`, {
        name: reference.slice(0, 30),
        image: { reference, parameters },
        batchSize: 2,
      });
    const { id } = await registered(EXAMPLE);
    const asked = { mediaIds: media, parameters: { times: 0 }, layer: { name: "Busy" } };
    const begun = await key.post(`/algorithms/${id}/runs`, asked);
    const run = await ended(key, begun.run.id);
    skipWhereItCannot(context, run);
    // However few bytes a passage takes, it is one: the whole of each video.
    expect(run).toMatchObject({ state: "succeeded", outputs: { annotations: 3 }, code: { image: EXAMPLE } });
    const { items: found } = await key.get(`/media/${media[1]}/states?layer=${begun.layerId}`);
    expect(found).toMatchObject([{ frame: 0, endFrame: MOVING.frames - 1 }]);
    const { items: said } = await key.get(`/runs/${run.id}/logs?limit=100`);
    expect(said.map(({ message }: Json) => message)).toContain(`second.mp4: ${MOVING.frames} frames`);
  });
});
