/** Long videos in parts: what is joined is what would have been made in one piece, frame by frame. */
import { copyFile, open, stat } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "../../../../test/support/paths.ts";
import { FULL } from "../../../../test/support/ring.ts";
import { mediaPrograms, numberedVideo, numbersIn } from "../../../../test/support/video.ts";
import { FFmpeg } from "../ffmpeg/index.ts";
import { rungArguments } from "./arguments.ts";
import { hasHoles } from "./fetch.ts";
import { joined } from "./join.ts";
import { ladder } from "./ladder.ts";
import { GUARDED, survey } from "./look.ts";
import { type Part, partsOf } from "./parts.ts";
import type { Probe } from "./probe.ts";
import { indexOf } from "./segment-index.ts";

const LIMITS: FFmpeg.Limits = { cpuSeconds: 600, wallSeconds: 600, memoryMiB: 8_192 };
const SECONDS = FULL ? 240 : 36;
const FRAMES = SECONDS * 10;
const settings = { codec: "h264" as const, crf: 30, preset: "ultrafast", heights: [90], archival: "none" as const };
const X264 = ["-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-g", "9"];
/** Frames that need those of the group before, and are shown before the key frame that is stored before them. */
const WAITING = ["-c:v", "libx264", "-preset", "medium", "-bf", "3", "-g", "13", "-x264-params", "open-gop=1"];
const all = Array.from({ length: FRAMES }, (_, n) => n);
const folder = temporaryFolder("joined");
let passthrough: string[];

beforeAll(async () => {
  const { ffmpeg, ffprobe } = mediaPrograms();
  process.env.FFPROBE = ffprobe;
  passthrough = await FFmpeg.passthrough(ffmpeg);
});
afterAll(folder.remove);

async function encoded(path: string, probe: Probe, out: string, part?: Part): Promise<string> {
  const [rung = expect.fail()] = ladder(probe, settings.heights);
  const args = rungArguments({ path, probe, settings, part }, rung, out, passthrough);
  await FFmpeg.run(mediaPrograms().ffmpeg, ["-v", "error", "-y", ...GUARDED, ...args], { limits: LIMITS });
  return out;
}

/** The file with nothing in it but what a part names. */
async function holed(path: string, { bytes }: Part, out: string): Promise<string> {
  if (bytes === null) {
    await copyFile(path, out);
    return out;
  }
  const [whole, holes] = [await open(path), await open(out, "w")];
  await holes.truncate((await stat(path)).size);
  for (const [from, to] of bytes) {
    const { buffer } = await whole.read(Buffer.alloc(to - from), 0, to - from, from);
    await holes.write(buffer, 0, to - from, from);
  }
  await Promise.all([whole.close(), holes.close()]);
  return out;
}

describe("every frame, once and at its time, of", () => {
  it.each([
    ["frames that come evenly", "even.mp4", { extra: X264 }, { variable: false }],
    ["frames that need those of other parts", "open.mp4", { extra: [...WAITING, "-pix_fmt", "yuv420p"] }, {}],
    ["a clock of milliseconds", "ms.mkv", { fps: "10000/1001", extra: X264 }, { variable: false }],
    [
      "fields",
      "fields.mkv",
      { fps: 25, extra: ["-c:v", "mpeg2video", "-q:v", "2", "-flags", "+ilme+ildct", "-vf", "setfield=tff"] },
      { interlaced: true },
    ],
    ["a broadcast stream", "stream.ts", { extra: X264 }, { variable: false }],
    [
      "frames that come as they like",
      "variable.mp4",
      {
        extra: [
          ...[...X264, "-vf", "settb=1/90000,setpts='N*9000+if(gt(mod(N,7),4),3001,0)+if(gt(N,200),70000,0)'"],
          ...["-vsync", "passthrough", "-enc_time_base", "1:90000", "-video_track_timescale", "90000"],
        ],
      },
      { variable: true },
    ],
  ])("%s", async (_, name, change, wanted) => {
    const path = join(folder.path, name);
    await numberedVideo({ width: 160, height: 90, fps: 10, frames: FRAMES, out: path, ...change });
    const { size } = await stat(path);
    const found = await survey(path);
    expect(found.probe).toMatchObject({ frames: FRAMES, ...wanted });
    const holes = (await hasHoles(path, found.probe, size)) ? size : null;
    expect(holes === null).toBe(name.endsWith(".ts"));
    const parts = partsOf({ ...found, timeBase: found.probe.timeBase, seconds: found.probe.duration / 3, size: holes });
    expect(parts.length).toBeGreaterThanOrEqual(3);
    const probe = { ...found.probe, parts };
    const made = async function* () {
      for (const [n, part] of parts.entries()) {
        const out = await encoded(await holed(path, part, `${path}.${n}`), probe, `${path}.${n}.mp4`, part);
        expect((await indexOf(out, probe)).index.frames).toBe(part.frames);
        yield out;
      }
    };
    const out = `${path}.joined.mp4`;
    await joined(made(), probe, out);
    expect(await numbersIn(out, { width: 160, height: 90 })).toEqual(all);

    const whole = await indexOf(await encoded(path, probe, `${path}.whole.mp4`), probe);
    const { index, durationSeconds } = await indexOf(out, probe);
    const { segments, ...rest } = index;
    expect(rest).toEqual({ ...whole.index, segments: undefined, init: rest.init });
    expect(durationSeconds).toBe(whole.durationSeconds);
    // Each segment begins with a key frame at the time of its first frame, also where parts meet.
    for (const { frame, frames, time } of segments) {
      const last =
        index.timestamps?.[frame + frames - 1] ??
        time + ((frames - 1) * index.timescale * probe.fps.den) / probe.fps.num;
      expect(last - time).toBeLessThanOrEqual(index.timescale);
    }
    expect(segments.map(({ frame }) => frame)).toEqual(expect.arrayContaining(parts.map(({ frame }) => frame)));
    expect(await keyFrames(out)).toEqual(segments.map(({ frame }) => frame));
  });
});

/** Numbers of the frames that a decoder can begin with, as another program sees them. */
async function keyFrames(path: string): Promise<number[]> {
  const asked = ["-v", "error", "-select_streams", "0", "-show_entries", "packet=flags", "-of", "csv=p=0", path];
  const { stdout } = await FFmpeg.run(mediaPrograms().ffprobe, asked, { limits: LIMITS });
  return `${stdout}`.split("\n").flatMap((line, n) => (line.startsWith("K") ? [n] : []));
}
