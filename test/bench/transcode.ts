import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { FFmpeg } from "../../packages/core/src/ffmpeg/index.ts";
import { rungArguments } from "../../packages/core/src/transcode/arguments.ts";
import { ladder } from "../../packages/core/src/transcode/ladder.ts";
import { look } from "../../packages/core/src/transcode/look.ts";
import { openSource } from "../../packages/sdk/src/cli/file-source.ts";
import { isEnded, take, upload, waitForRun } from "../../packages/sdk/src/index.ts";
import { mediaPrograms, numberedVideo } from "../support/video.ts";
import { type Bench, median, note, timed } from "./report.ts";
import { type Subject, withSystem } from "./system.ts";

const FPS = 30;
const AT_ONCE = Math.min(2, availableParallelism());
const SETTINGS = {
  codec: "h264",
  crf: 23,
  preset: "veryfast",
  heights: [144, 360, 480, 720, 1080],
  archival: "none",
} as const;

/** From the announcement to everything there, beside one ffmpeg command a rung with the same arguments, as many at once. */
export const benchTranscode = ({ report, times, seconds }: Bench & { seconds: number }) =>
  withSystem(async (subject) => {
    note(`making ${seconds} seconds of 1080p`);
    const path = await makeVideo(join(subject.folder, "clip.mp4"), seconds);
    const project = await take(subject.client.POST("/api/v1/projects", { body: { name: "Bench" } }));
    const ours: number[] = [];
    const peers: number[] = [];
    for (let n = 0; n < times; n++) {
      const source = await openSource(path);
      const file = await upload(subject.client, source, { projectId: project.id });
      await source.close();
      // In turns, so that what else the machine does falls on both.
      ours.push((await timed(() => transcode(subject, project.id, file.id))).ms);
      peers.push((await timed(() => commands(subject.folder, path))).ms);
      note(`ours ${Math.round(ours.at(-1) ?? 0)} ms, commands ${Math.round(peers.at(-1) ?? 0)} ms`);
    }
    report.add({
      ...{ name: `transcoding ${seconds} s of 1080p: five rungs, pictures, index`, unit: "ms" },
      ours: median(ours),
      ...{ peer: median(peers), peerName: "one ffmpeg command a rung, same arguments, as many at once" },
    });
  });

/** Moving patterns, which cost an encoder about what a camera's do, and hardly any time to make. */
async function makeVideo(out: string, seconds: number): Promise<string> {
  const moving = ["-filter_complex", `[0:v]scale=1920:1080,format=yuv420p,noise=alls=6:allf=t[v]`, "-map", "[v]"];
  const coding = ["-c:v", "libx264", "-preset", "ultrafast", "-crf", "23", "-g", "250"];
  return numberedVideo({
    width: 480,
    height: 270,
    fps: FPS,
    frames: seconds * FPS,
    out,
    extra: [...moving, ...coding],
  });
}

async function transcode({ client }: Subject, projectId: string, fileId: string): Promise<void> {
  const { media, run } = await take(client.POST("/api/v1/media", { body: { projectId, fileId } }));
  const ended = await waitForRun(client, run.id);
  if (!isEnded(ended) || ended.state !== "succeeded")
    throw new Error(`Run ${run.id} ${ended.state}: ${ended.error?.message}`);
  const { state } = await take(client.GET("/api/v1/media/{id}", { params: { path: { id: media.id } } }));
  if (state !== "ready") throw new Error(`The media is ${state}`);
}

async function commands(folder: string, path: string): Promise<void> {
  const { ffmpeg, ffprobe } = mediaPrograms();
  process.env.FFPROBE = ffprobe;
  const probe = await look(path);
  const passthrough = await FFmpeg.passthrough(ffmpeg);
  mkdirSync(join(folder, "peer"), { recursive: true });
  const waiting = ladder(probe).map((rung) => {
    const out = join(folder, "peer", `${rung.name}.mp4`);
    return [
      "-y",
      "-v",
      "error",
      ...rungArguments(
        { path, probe, settings: { ...SETTINGS, heights: [...SETTINGS.heights] } },
        rung,
        out,
        passthrough,
      ),
    ];
  });
  const worker = async () => {
    for (let args = waiting.shift(); args; args = waiting.shift()) {
      const child = spawn(ffmpeg, args, { stdio: "ignore" });
      const [code] = await once(child, "close");
      if (code !== 0) throw new Error(`ffmpeg ended with ${code}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
