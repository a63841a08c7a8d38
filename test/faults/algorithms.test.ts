/** kill -9 in the middle of an algorithm's run, and cancelling one: nothing is written twice, and nothing after it was stopped. */
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Caller, type Json, withKey } from "../support/http.ts";
import { createProject, ended, uploadFile } from "../support/make.ts";
import { temporaryFolder } from "../support/paths.ts";
import { descendants, kill9 } from "../support/processes.ts";
import { FULL } from "../support/ring.ts";
import { type RunningSystem, startSystem } from "../support/system.ts";

const RECOVERY_MS = 150_000;
const PICTURES = 3;
const SOURCE = `//input: list<media> media
//input: int seconds = 4
//output: file annotations
const { setTimeout } = await import("node:timers/promises");
const { writeFileSync } = await import("node:fs");
await setTimeout(seconds * 1000);
writeFileSync("tmp/a.ndjson", media.map(({ id }) => JSON.stringify({ kind: "state", media: id, type: "Seen" })).join("\\n"));
annotations = "tmp/a.ndjson";`;

const home = temporaryFolder("kill-algorithm");
let system: RunningSystem;
let project: Json;
let algorithm: Json;

const owner = (): Caller => withKey(system.url, system.apiKey);
const jobs = () => descendants(system.pid).filter(({ command }) => /job-runner/.test(command));

describe.runIf(FULL)("an algorithm's run", () => {
  beforeAll(async () => {
    system = await startSystem({ home: home.path });
    project = await createProject(owner(), "Faults");
    await owner().post(`/projects/${project.id}/annotation-types`, { name: "Seen", shape: "media" });
    const picture = await sharp({ create: { width: 64, height: 48, channels: 3, background: "red" } })
      .png()
      .toBuffer();
    for (let n = 0; n < PICTURES; n++) {
      const file = await uploadFile(owner(), project.id, `${n}.png`, picture);
      const { run } = await owner().post("/media", { projectId: project.id, fileId: file.id });
      expect(await ended(owner(), run.id)).toMatchObject({ state: "succeeded" });
    }
    const script = await owner().post("/scripts", { projectId: project.id, source: SOURCE, language: "javascript" });
    algorithm = await owner().post(`/projects/${project.id}/algorithms`, { name: "Slow", scriptId: script.id });
  });
  afterAll(async () => {
    await system.stop();
    home.remove();
  });

  const batches = async (run: Json): Promise<string[]> =>
    (await owner().get(`/runs/${run.id}/batches`)).items.map(({ state }: Json) => state);
  const written = async ({ layerId }: Json): Promise<number> =>
    (await owner().get(`/projects/${project.id}/states?layer=${layerId}&count=true`)).total;

  /** Until the first job is at work. */
  async function begun(name: string): Promise<Json> {
    const asked = { query: { projectId: project.id }, count: PICTURES, layer: { name } };
    const started = await owner().post(`/algorithms/${algorithm.id}/runs`, asked);
    const steps = async () => (await owner().get(`/runs/${started.run.id}`)).steps.map(({ name: step }: Json) => step);
    await expect.poll(steps, { timeout: 60_000, interval: 100 }).toContain("Batch 1");
    await expect.poll(() => jobs().length, { timeout: 60_000, interval: 50 }).toBeGreaterThan(0);
    return started;
  }

  async function whole(started: Json) {
    const run = await ended(owner(), started.run.id, RECOVERY_MS);
    expect(run).toMatchObject({ state: "succeeded", attempt: 1, redrives: 0, outputs: { annotations: PICTURES } });
    expect(await batches(run)).toEqual(Array(PICTURES).fill("succeeded"));
    expect(await written(started)).toBe(PICTURES);
  }

  it("goes on when a job is killed", async () => {
    const started = await begun("job");
    for (const { pid } of jobs()) kill9(pid);
    await whole(started);
  });

  it("goes on when the host is killed", async () => {
    const started = await begun("host");
    await system.kill();
    system = await startSystem({ home: home.path });
    await whole(started);
  });

  it("stops with all its jobs when it is cancelled, and writes nothing after that", async () => {
    const started = await begun("cancelled");
    await owner().post(`/runs/${started.run.id}/cancel`, {});
    await expect.poll(() => jobs().length, { timeout: 30_000 }).toBe(0);
    const before = await written(started);
    expect(await owner().get(`/runs/${started.run.id}`)).toMatchObject({ state: "cancelled" });
    expect((await batches(started.run)).filter((state) => state === "succeeded")).toHaveLength(before);
    expect(before).toBeLessThan(PICTURES);
  });
});
