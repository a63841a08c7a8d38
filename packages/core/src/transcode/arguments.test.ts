import { describe, expect, it } from "vitest";
import { audioArguments, rungArguments, timescaleOf, videoFilters } from "./arguments.ts";
import type { Probe } from "./probe.ts";

const probe: Probe = {
  format: "mov",
  stream: 0,
  codec: "h264",
  stored: { width: 1920, height: 1080 },
  width: 1920,
  height: 1080,
  rotation: 0,
  frames: 100,
  fps: { num: 30_000, den: 1_001 },
  timeBase: { num: 1, den: 90_000 },
  variable: false,
  longestGap: 0.033,
  duration: 3.3,
  startTime: 0.5,
  interlaced: false,
  hdr: false,
  pixelFormat: "yuv420p",
  audio: [
    { stream: 1, codec: "aac", channels: 2, sampleRate: 48_000, language: null, startTime: 0 },
    { stream: 2, codec: "aac", channels: 2, sampleRate: 48_000, language: null, startTime: 0.75 },
  ],
  others: [],
};
const settings = { codec: "h264" as const, crf: 23, preset: "veryfast", heights: [360], archival: "none" as const };
const rung = { name: "360", width: 640, height: 360 };
const of = (change: Partial<Probe>, path = "a b'.mp4") =>
  rungArguments({ path, probe: { ...probe, ...change }, settings }, rung, "out.mp4", ["-vsync", "passthrough"]);
const after = (args: string[], name: string) => args[args.indexOf(name) + 1];

describe("a rung", () => {
  it("keeps every frame with its time and shows none before another", () => {
    const args = of({});
    expect(after(args, "-vsync")).toBe("passthrough");
    expect(after(args, "-bf")).toBe("0");
    expect(after(args, "-i")).toBe("file:a b'.mp4");
  });
  it("has a key frame at least every second", () => {
    expect(after(of({}), "-g")).toBe("29");
    expect(after(of({ fps: { num: 1, den: 2 } }), "-g")).toBe("1");
    expect(after(of({ variable: true, longestGap: 0.2 }), "-force_key_frames")).toContain("prev_forced_t+0.800000");
  });
  it("counts in frames where they come evenly, and in the original's clock where not", () => {
    expect(after(of({}), "-enc_time_base")).toBe("1001:30000");
    expect(after(of({ variable: true }), "-enc_time_base")).toBe("1:90000");
    expect(after(of({ variable: true }), "-video_track_timescale")).toBe("90000");
    expect(timescaleOf(30)).toBe(15_360);
  });
  it("joins fields and maps brightness only where there is something to join or map", () => {
    expect(videoFilters(probe, rung)).toEqual([
      "scale=640:360:flags=bicubic",
      "setsar=1",
      "format=yuv420p",
      "setpts=PTS-STARTPTS",
    ]);
    expect(videoFilters({ ...probe, interlaced: true }, rung)[0]).toBe("yadif=mode=send_frame");
    expect(videoFilters({ ...probe, hdr: true }, rung).join()).toContain("tonemap");
  });
});

describe("sound", () => {
  it("begins with the first frame, whichever began earlier", () => {
    const [early, late] = [0, 1].map((track) => after(audioArguments({ path: "a", probe }, track, "out"), "-af"));
    expect(early).toContain("atrim=start=0.500000");
    expect(late).toContain("adelay=250|250");
  });
});
