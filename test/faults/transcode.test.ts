/** kill -9 in the middle of a transcoding, of the job and of the host: what was finished stays, and is not made again. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Caller, type Json, withKey } from "../support/http.ts";
import { createProject, ended, uploadFile } from "../support/make.ts";
import { temporaryFolder } from "../support/paths.ts";
import { descendants, kill9 } from "../support/processes.ts";
import { FULL } from "../support/ring.ts";
import { type RunningSystem, startSystem } from "../support/system.ts";
import { numberedVideo, numbersIn } from "../support/video.ts";

const FRAMES = 450;
/** Longer than what is cut here, and made of so many parts. */
const [LONG_FRAMES, PARTS] = [1_200, 7];
const environment = { ATRIUM_VIDEO_PARTS: "0.3/0.1" };
const RECOVERY_MS = 150_000;
const home = temporaryFolder("kill-transcode");
let system: RunningSystem;
let project: Json;
let file: Json;

const owner = (): Caller => withKey(system.url, system.apiKey);
const isJob = ({ command }: { command: string }) => /job-transcode/.test(command) || /ffmpeg.*libx264/.test(command);

describe.runIf(FULL)("killed in the middle of a transcoding", () => {
  beforeAll(async () => {
    system = await startSystem({ home: home.path, environment });
    project = await createProject(owner(), "Faults");
    const out = await numberedVideo({
      width: 1280,
      height: 720,
      fps: 30,
      frames: FRAMES,
      out: join(home.path, "dive.mp4"),
    });
    file = await uploadFile(owner(), project.id, "dive.mp4", readFileSync(out));
  });
  afterAll(async () => {
    await system.stop();
    home.remove();
  });

  /** Until its smallest rung is there and others are not. */
  async function begun(): Promise<{ media: Json; run: Json }> {
    const { media, run } = await owner().post("/media", { projectId: project.id, fileId: file.id });
    await expect
      .poll(async () => (await owner().get(`/media/${media.id}`)).renditions.some(({ name }: Json) => name === "144"), {
        timeout: 60_000,
        interval: 50,
      })
      .toBe(true);
    expect((await owner().get(`/media/${media.id}`)).renditions.map(({ name }: Json) => name)).not.toContain("720");
    return { media, run };
  }

  async function whole({ media, run }: { media: Json; run: Json }) {
    expect(await ended(owner(), run.id, RECOVERY_MS)).toMatchObject({ state: "succeeded", attempt: 1 });
    const found = await owner().get(`/media/${media.id}`);
    expect(found).toMatchObject({ state: "ready", problems: [] });
    const streaming = found.renditions.filter(({ role }: Json) => role === "streaming");
    expect(streaming.map(({ name, frames }: Json) => [name, frames])).toEqual(
      ["144", "360", "480", "720"].map((name) => [name, FRAMES]),
    );
    const { items } = await owner().get(`/runs/${run.id}/logs`);
    expect(items.filter(({ step }: Json) => step === "144")).toHaveLength(1);
  }

  it("the job", async () => {
    const making = await begun();
    const victims = descendants(system.pid).filter(isJob);
    expect(victims).not.toEqual([]);
    for (const { pid } of victims) kill9(pid);
    await whole(making);
  });

  it("the host", async () => {
    const making = await begun();
    await system.kill();
    system = await startSystem({ home: home.path, environment });
    await whole(making);
  });

  it("a job that makes parts of a long video", async () => {
    const out = await numberedVideo({
      ...{ width: 640, height: 360, fps: 30, frames: LONG_FRAMES, out: join(home.path, "long.mp4") },
      inputs: ["-f", "lavfi", "-i", `sine=frequency=440:duration=${LONG_FRAMES / 30}`],
      extra: ["-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-g", "30", "-c:a", "aac"],
    });
    const long = await uploadFile(owner(), project.id, "long.mp4", readFileSync(out));
    const { media, run } = await owner().post("/media", { projectId: project.id, fileId: long.id });
    const done = async () => {
      const { steps } = await owner().get(`/runs/${run.id}`);
      return steps.flatMap(({ name, state }: Json) => (/ of /.test(name) && state === "succeeded" ? [name] : []));
    };
    await expect.poll(async () => (await done()).length, { timeout: 120_000, interval: 100 }).toBeGreaterThanOrEqual(3);
    const before = await done();
    // Between two jobs there is none.
    const jobs = () => descendants(system.pid).filter(isJob);
    await expect.poll(jobs, { timeout: 20_000, interval: 50 }).not.toEqual([]);
    const victims = jobs();
    for (const { pid } of victims) kill9(pid);

    expect(await ended(owner(), run.id, RECOVERY_MS)).toMatchObject({ state: "succeeded", attempt: 1 });
    const found = await owner().get(`/media/${media.id}`);
    expect(found).toMatchObject({ state: "ready", problems: [], video: { frames: LONG_FRAMES } });
    const streaming = found.renditions.filter(({ role }: Json) => role === "streaming");
    expect(streaming.map(({ name, frames }: Json) => [name, frames])).toEqual([
      ["144", LONG_FRAMES],
      ["360", LONG_FRAMES],
    ]);
    const { items: logs } = await owner().get(`/runs/${run.id}/logs?limit=200`);
    for (const name of before) expect(logs.filter(({ step }: Json) => step === name)).toHaveLength(1);
    expect(new Set(logs.map(({ step }: Json) => step).filter((step: string) => step.startsWith("360 (")))).toHaveLength(
      PARTS,
    );

    const asked = { renditions: ["144", "360", "audio"] };
    const { items } = await owner().post(`/media/${media.id}/urls`, asked);
    for (const { name, url, indexUrl } of items) {
      const index = (await (await fetch(indexUrl)).json()) as Json;
      if (name === "audio") {
        // A frame of sound is 1,024 samples; an encoder begins with one of its own.
        const last = index.segments.at(-1);
        expect(last.time / index.timescale).toBeLessThan(LONG_FRAMES / 30);
        expect(index.frames * 1_024).toBeGreaterThan((LONG_FRAMES / 30) * index.timescale - 2_048);
        expect(index.frames * 1_024).toBeLessThan((LONG_FRAMES / 30) * index.timescale + 4_096);
        continue;
      }
      const path = join(home.path, `${name}.mp4`);
      writeFileSync(path, new Uint8Array(await (await fetch(url)).arrayBuffer()));
      const size = { width: name === "144" ? 256 : 640, height: Number(name) };
      expect(await numbersIn(path, size)).toEqual(Array.from({ length: LONG_FRAMES }, (_, n) => n));
      expect(index.segments.map(({ frame }: Json) => frame)).toEqual(
        Array.from({ length: LONG_FRAMES / 30 }, (_, n) => n * 30),
      );
    }
  });
});
