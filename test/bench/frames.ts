import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Caller, withKey } from "../support/http.ts";
import { ended, uploadFile } from "../support/make.ts";
import { temporaryFolder } from "../support/paths.ts";
import { startSystem } from "../support/system.ts";
import { mediaPrograms, numberedVideo } from "../support/video.ts";
import { type Bench, note, timed } from "./report.ts";

const SIZE = { width: 1_280, height: 720, fps: 30 };
const FRAMES = 900;
const ROUNDS = 30;
const PEER = "ffmpeg -ss of the same frame from the local file";
const run = promisify(execFile);

/** One frame through the API, never seen before and seen before, beside a bare command that has the file on its disk. */
export async function benchFrames({ report, times }: Bench) {
  const home = temporaryFolder("bench-frames");
  const system = await startSystem({ home: home.path });
  try {
    const by = withKey(system.url, system.apiKey);
    const path = join(home.path, "video.mp4");
    const extra = ["-c:v", "libx264", "-preset", "veryfast", "-pix_fmt", "yuv420p", "-bf", "0", "-g", "30"];
    await numberedVideo({ ...SIZE, frames: FRAMES, out: path, extra });
    note("transcoding");
    const media = await transcoded(by, path);
    const wanted = Array.from({ length: ROUNDS * times }, (_, at) => (at * 397) % FRAMES);
    const frame = (n: number) => fetched(by, `/api/v1/media/${media}/frames/${n}?rendition=720`);
    await frame(1);
    const cold = await each(wanted, frame);
    const warm = await each(wanted, frame);
    const out = join(home.path, "frame.jpg");
    const bare = await each(wanted, (n) =>
      run(mediaPrograms().ffmpeg, ["-v", "error", "-y", "-ss", `${n / SIZE.fps}`, "-i", path, "-frames:v", "1", out]),
    );
    for (const [name, ours] of Object.entries({ cold, warm }))
      for (const part of [50, 95] as const)
        report.add({
          name: `frames.${name}.p${part}`,
          unit: "ms",
          ours: at(ours, part),
          peer: at(bare, part),
          peerName: PEER,
        });
  } finally {
    await system.stop();
    home.remove();
  }
}

async function transcoded(by: Caller, path: string): Promise<string> {
  const project = await by.post("/projects", { name: "Bench" });
  const file = await uploadFile(by, project.id, "bench.mp4", readFileSync(path));
  const { media, run: made } = await by.post("/media", { projectId: project.id, fileId: file.id });
  await ended(by, made.id);
  return media.id;
}

async function fetched(by: Caller, path: string): Promise<void> {
  const answer = await fetch(new URL(path, by.url), { headers: by.headers });
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
}

async function each(frames: number[], work: (frame: number) => Promise<unknown>): Promise<number[]> {
  const all: number[] = [];
  for (const frame of frames) all.push((await timed(() => work(frame))).ms);
  return all.sort((a, b) => a - b);
}

const at = (sorted: number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * part) / 100))] ?? Number.NaN;
