/** Files as cameras and accidents make them: every frame of each is in what is made of it, once, at its time. */
import { readFile, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "../../../../test/support/paths.ts";
import { mediaPrograms, numberedVideo, numbersIn } from "../../../../test/support/video.ts";
import { FFmpeg } from "../ffmpeg/index.ts";
import { archivalArguments, audioArguments, rungArguments } from "./arguments.ts";
import { ENCODERS } from "./codec.ts";
import { ladder } from "./ladder.ts";
import { GUARDED, look } from "./look.ts";
import { indexOf } from "./segment-index.ts";

const FRAMES = 40;
const settings = {
  codec: "h264" as const,
  crf: 23,
  preset: "veryfast",
  heights: [144, 360],
  archival: "none" as const,
};
const LIMITS: FFmpeg.Limits = { cpuSeconds: 60, wallSeconds: 60, memoryMiB: 8_192 };
const X264 = ["-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p"];
const SOUND = ["-f", "lavfi", "-i", "sine=duration=2"];
const all = Array.from({ length: FRAMES }, (_, n) => n);
const folder = temporaryFolder("odd");
const at = (name: string) => join(folder.path, name);
let passthrough: string[];

beforeAll(async () => {
  const { ffmpeg, ffprobe } = mediaPrograms();
  process.env.FFPROBE = ffprobe;
  passthrough = await FFmpeg.passthrough(ffmpeg);
});
afterAll(folder.remove);

const numbered = (name: string, change: Partial<Parameters<typeof numberedVideo>[0]> = {}) =>
  numberedVideo({ width: 320, height: 180, fps: 30, frames: FRAMES, out: at(name), extra: X264, ...change });

/** The smallest rung of a file, as the job makes it. */
async function made(path: string, turnedBack?: string) {
  const probe = await look(path);
  const [rung] = ladder(probe);
  if (!rung) throw new Error("No rung");
  const out = `${path}.rung.mp4`;
  const args = rungArguments({ path, probe, settings }, rung, out, passthrough);
  await FFmpeg.run(mediaPrograms().ffmpeg, ["-v", "error", "-y", ...GUARDED, ...args], { limits: LIMITS });
  const { index } = await indexOf(out, probe);
  const size = turnedBack ? { width: rung.height, height: rung.width, filter: turnedBack } : rung;
  return { probe, rung, index, numbers: await numbersIn(out, size) };
}

describe("every frame of", () => {
  it.each([
    ["an odd size", "odd.mkv", { width: 321, height: 181, extra: ["-c:v", "ffv1"] }, { width: 321, height: 181 }],
    ["frames that wait for each other", "b.mp4", { extra: [...X264, "-bf", "3", "-preset", "medium"] }, {}],
    [
      "a clock of milliseconds",
      "ntsc.mkv",
      { fps: "30000/1001" },
      { variable: false, fps: { num: 30_000, den: 1_001 } },
    ],
    [
      "fields",
      "fields.mpg",
      { extra: ["-c:v", "mpeg2video", "-q:v", "2", "-flags", "+ilme+ildct", "-vf", "setfield=tff"] },
      { interlaced: true },
    ],
    ["one frame in two seconds", "slow.mp4", { fps: "1/2", frames: 8 }, { fps: { num: 1, den: 2 }, duration: 16 }],
    ["a single frame", "single.mp4", { frames: 1 }, { frames: 1, variable: false }],
    ["wide pixels", "sar.mp4", { extra: [...X264, "-vf", "setsar=4/3"] }, { width: 427, height: 180 }],
    [
      "ten bits of brightness",
      "hdr.mkv",
      {
        extra: [
          "-c:v",
          "ffv1",
          "-pix_fmt",
          "yuv420p10le",
          "-color_trc",
          "smpte2084",
          "-color_primaries",
          "bt2020",
          "-colorspace",
          "bt2020nc",
        ],
      },
      { hdr: true, pixelFormat: "yuv420p10le" },
    ],
    [
      "a timecode track",
      "timecode.mov",
      { extra: [...X264, "-timecode", "01:00:00:00"] },
      { others: [{ type: "data" }] },
    ],
    ["a broadcast stream", "stream.ts", {}, { variable: false }],
    ["a stream that says no times", "bare.h264", {}, { variable: false }],
    ["a moving picture that does not move", "one.gif", { frames: 1, extra: ["-c:v", "gif"] }, {}],
    [
      "a name that is hard to say",
      "a 'b' \"c\" %d ü 日本 $(x) [1];-i.mp4",
      {},
      { variable: false, fps: { num: 30, den: 1 } },
    ],
  ])("%s", async (_, name, change, wanted) => {
    const { probe, rung, index, numbers } = await made(await numbered(name, change));
    const frames = "frames" in change ? change.frames : FRAMES;
    expect(probe).toMatchObject({ frames, ...wanted });
    expect([rung.width % 2, rung.height % 2]).toEqual([0, 0]);
    expect(numbers).toEqual(all.slice(0, frames));
    expect(index).toMatchObject({ frames, startTime: 0, timestamps: null });
    const longest = Math.max(...index.segments.map((segment) => segment.frames));
    expect(longest).toBeLessThanOrEqual(Math.max(1, Math.floor(probe.fps.num / probe.fps.den)));
  });

  it("a rung in another codec, which says what it is", async () => {
    const path = await numbered("hevc.mp4", { frames: 12 });
    const probe = await look(path);
    const [rung = expect.fail()] = ladder(probe);
    const out = `${path}.rung.mp4`;
    const hevc = { ...settings, codec: "hevc" as const, crf: 28, preset: "ultrafast" };
    const args = rungArguments({ path, probe, settings: hevc }, rung, out, passthrough);
    await FFmpeg.run(mediaPrograms().ffmpeg, ["-v", "error", "-y", ...GUARDED, ...args], { limits: LIMITS });
    const { index, mime } = await indexOf(out, probe);
    expect(mime).toMatch(/^video\/mp4; codecs="hvc1\.1\.6\.L\d+(\.[0-9A-F]{2})*"$/);
    expect(index.frames).toBe(12);
    expect(await numbersIn(out, rung)).toEqual(all.slice(0, 12));
  });

  it("the copy that is kept to work from, encoded again, with all of its sound", async () => {
    const inputs = [...SOUND, ...SOUND];
    const extra = ["-map", "0:v", "-map", "1:a", "-map", "2:a", ...X264, "-c:a", "aac"];
    const path = await numbered("archived.mp4", { inputs, extra });
    const probe = await look(path);
    const out = `${path}.archival.mkv`;
    const args = archivalArguments({ path, probe, settings: { ...settings, archival: "hevc" } }, out);
    await FFmpeg.run(mediaPrograms().ffmpeg, ["-v", "error", "-y", ...GUARDED, ...args], { limits: LIMITS });
    expect(await look(out)).toMatchObject({
      codec: "hevc",
      frames: FRAMES,
      audio: [{ codec: "aac" }, { codec: "aac" }],
    });
    expect(await numbersIn(out, probe.stored)).toEqual(all);
  });

  it("a rung in AV1, where there is what makes it", async ({ skip }) => {
    const { ffmpeg } = mediaPrograms();
    if (!(await FFmpeg.encoders(ffmpeg)).has(ENCODERS.av1)) skip("This ffmpeg has no libsvtav1");
    const path = await numbered("av1.mp4", { frames: 12 });
    const probe = await look(path);
    const [rung = expect.fail()] = ladder(probe);
    const out = `${path}.rung.mp4`;
    const args = rungArguments(
      { path, probe, settings: { ...settings, codec: "av1", preset: "12" } },
      rung,
      out,
      passthrough,
    );
    await FFmpeg.run(ffmpeg, ["-v", "error", "-y", ...GUARDED, ...args], { limits: LIMITS });
    expect((await indexOf(out, probe)).mime).toMatch(/^video\/mp4; codecs="av01\./);
    expect(await numbersIn(out, rung)).toEqual(all.slice(0, 12));
  });

  it("a camera that was held sideways", async () => {
    const [upright, turned] = [await numbered("upright.mp4"), at("turned.mp4")];
    const turn = ["-i", upright, "-c", "copy", "-metadata:s:v:0", "rotate=90", turned];
    await FFmpeg.run(mediaPrograms().ffmpeg, ["-v", "error", "-y", ...turn], { limits: LIMITS });
    const { probe, rung, numbers } = await made(turned, "transpose=clock");
    expect(probe).toMatchObject({ rotation: 270, width: 180, height: 320, stored: { width: 320, height: 180 } });
    expect(rung).toEqual({ name: "144", width: 80, height: 144 });
    expect(numbers).toEqual(all);
  });

  it("frames that come as they like, each at its own time", async () => {
    // Even for a while, then slower, with one long wait.
    const times = all.map((n) => (n < 20 ? n * 3_000 : 60_000 + (n - 20) * 7_001 + (n > 30 ? 40_000 : 0)));
    const later = "setpts='if(lt(N,20),N*3000,60000+(N-20)*7001+if(gt(N,30),40000,0))'";
    const clock = [...passthrough, "-enc_time_base", "1:90000", "-video_track_timescale", "90000"];
    const { probe, index, numbers } = await made(
      await numbered("variable.mp4", { extra: [...X264, "-vf", `settb=1/90000,${later}`, ...clock] }),
    );
    expect(probe).toMatchObject({ variable: true, frames: FRAMES });
    expect(numbers).toEqual(all);
    expect(index.timescale).toBe(90_000);
    expect(index.timestamps).toEqual(times);
    for (const segment of index.segments) {
      const last = times[segment.frame + segment.frames - 1] ?? 0;
      expect(last - segment.time).toBeLessThanOrEqual(90_000);
    }
  });

  it("a file whose end is damaged, as far as it goes", async () => {
    const path = await numbered("cut.ts");
    await truncate(path, Math.floor((await readFile(path)).length * 0.6));
    const { numbers, index } = await made(path);
    expect(numbers.length).toBeGreaterThan(FRAMES / 3);
    expect(numbers).toEqual(all.slice(0, numbers.length));
    expect(index.frames).toBe(numbers.length);
  });
});

describe("sound", () => {
  it("is kept track by track and begins with the picture", async () => {
    const path = await numbered("tracks.mp4", {
      inputs: [...SOUND, "-f", "lavfi", "-itsoffset", "0.5", "-i", "sine=440:duration=1"],
      extra: ["-map", "0:v", "-map", "1:a", "-map", "2:a", ...X264, "-c:a", "aac"],
    });
    const probe = await look(path);
    expect(probe.audio).toMatchObject([{ codec: "aac", channels: 1 }, { codec: "aac" }]);
    for (const [track, seconds] of [2, 1.5].entries()) {
      const out = `${path}.${track}.m4a`;
      const args = audioArguments({ path, probe }, track, out);
      await FFmpeg.run(mediaPrograms().ffmpeg, ["-v", "error", "-y", ...GUARDED, ...args], { limits: LIMITS });
      const { durationSeconds, mime, index } = await indexOf(out, { fps: { num: 1, den: 1 }, variable: false });
      expect(mime).toBe('audio/mp4; codecs="mp4a.40.2"');
      expect(durationSeconds).toBeCloseTo(seconds, 0.5);
      expect(index.segments.length).toBeGreaterThanOrEqual(2);
    }
  });

  it("is not missed", async () => expect((await look(await numbered("silent.mp4"))).audio).toEqual([]));
});

describe("what is no video", () => {
  it.each([
    ["nothing", () => ""],
    ["text", () => "Not a video at all"],
    [
      "a list that names other files",
      () => "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n",
    ],
    ["a list of ffmpeg's own", () => "ffconcat version 1.0\nfile '/etc/passwd'\n"],
  ])("%s is refused with a reason", async (_, content) => {
    const path = at("none.mp4");
    await writeFile(path, content());
    await expect(look(path)).rejects.toMatchObject({ kind: "unprocessable", code: "media.unreadable" });
  });

  it("a head without frames is refused", async () => {
    const path = await numbered("whole.mp4", { extra: [...X264, "-movflags", "+empty_moov+frag_keyframe"] });
    const { index } = await indexOf(path, { fps: { num: 30, den: 1 }, variable: false });
    await truncate(path, index.init.size);
    await expect(look(path)).rejects.toMatchObject({ code: "media.unreadable" });
  });
});
