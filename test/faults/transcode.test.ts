/** kill -9 in the middle of a transcoding, of the job and of the host: what was finished stays, and is not made again. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Caller, type Json, withKey } from "../support/http.ts";
import { createProject, ended, uploadFile } from "../support/make.ts";
import { temporaryFolder } from "../support/paths.ts";
import { descendants, kill9 } from "../support/processes.ts";
import { FULL } from "../support/ring.ts";
import { type RunningSystem, startSystem } from "../support/system.ts";
import { numberedVideo } from "../support/video.ts";

const FRAMES = 450;
const RECOVERY_MS = 150_000;
const home = temporaryFolder("kill-transcode");
let system: RunningSystem;
let project: Json;
let file: Json;

const owner = (): Caller => withKey(system.url, system.apiKey);
const isJob = ({ command }: { command: string }) => /job-transcode/.test(command) || /ffmpeg.*libx264/.test(command);

describe.runIf(FULL)("killed in the middle of a transcoding", () => {
  beforeAll(async () => {
    system = await startSystem({ home: home.path });
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
    system = await startSystem({ home: home.path });
    await whole(making);
  });
});
