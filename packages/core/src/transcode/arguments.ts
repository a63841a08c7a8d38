import { coding } from "./codec.ts";
import type { Rung } from "./ladder.ts";
import type { Part } from "./parts.ts";
import type { Probe } from "./probe.ts";
import type { Settings } from "./settings.ts";

export type Source = {
  path: string;
  probe: Probe;
  settings: Settings;
  /** Of a long video: the stretch that is made. */
  part?: Part | undefined;
};

/** A browser asks for byte ranges of one file: a fragment a key frame, and nothing at its head that depends on its end. */
const FRAGMENTED = ["-movflags", "+frag_keyframe+empty_moov+default_base_moof"];
const PLAIN = ["-sn", "-dn", "-map_metadata", "-1", "-map_chapters", "-1"];
const AUDIO_FRAGMENT = 1_000_000; // microseconds

/** Arguments of one rung, from what is read to what is written. `passthrough`: see `FFmpeg.passthrough`. */
export function rungArguments(
  { path, probe, settings, part }: Source,
  rung: Rung,
  out: string,
  passthrough: readonly string[],
): string[] {
  return [
    ...(part ? reading(part) : []),
    ...["-i", `file:${path}`, "-map", `0:${probe.stream}`, "-an", ...PLAIN],
    ...["-vf", videoFilters(probe, rung, part).join(",")],
    ...passthrough,
    ...coding(settings, probe),
    ...clock(probe),
    ...FRAGMENTED,
    ...["-f", "mp4", out],
  ];
}

/** From a key frame before it, by the original's own clock. */
const reading = ({ seek }: Part): string[] => [
  "-copyts",
  ...(seek !== null && seek > 0 ? ["-seek_timestamp", "1", "-noaccurate_seek", "-ss", seek.toFixed(6)] : []),
];

/** What turns the original into what is shown. ffmpeg turns it upright by itself. */
export function videoFilters(probe: Probe, { width, height }: Pick<Rung, "width" | "height">, part?: Part): string[] {
  return [
    // One frame for each frame, not for each field; a frame's neighbours count, also those of the next part.
    ...(probe.interlaced ? ["yadif=mode=send_frame"] : []),
    ...(part ? trimmed(part) : []),
    `scale=${width}:${height}:flags=bicubic`,
    ...(probe.hdr ? TONE_MAPPED : []),
    "setsar=1",
    "format=yuv420p",
    "setpts=PTS-STARTPTS",
  ];
}

const trimmed = ({ from, to }: Part): string[] => {
  const ends = [
    ...(from === null ? [] : [`start=${from.toFixed(6)}`]),
    ...(to === null ? [] : [`end=${to.toFixed(6)}`]),
  ];
  return ends.length === 0 ? [] : [`trim=${ends.join(":")}`];
};

const TONE_MAPPED = [
  "zscale=t=linear:npl=100",
  "format=gbrpf32le",
  "zscale=p=bt709",
  "tonemap=tonemap=hable:desat=0",
  "zscale=t=bt709:m=bt709:r=tv",
];

/** Times as exact as the original's: its frames where they come evenly, its clock where they do not. */
function clock({ fps, timeBase, variable }: Probe): string[] {
  if (!variable)
    return ["-enc_time_base", `${fps.den}:${fps.num}`, "-video_track_timescale", `${timescaleOf(fps.num)}`];
  const scale = timeBase.num === 1 && timeBase.den <= 1_000_000 ? timeBase.den : 90_000;
  return ["-enc_time_base", `1:${scale}`, "-video_track_timescale", `${scale}`];
}

/** A multiple of the rate, so that a frame takes a whole number of ticks, and fine enough for who adds up seconds. */
export function timescaleOf(rate: number): number {
  let scale = rate;
  while (scale < 10_000) scale *= 2;
  return scale;
}

/** Sound track `track`, from the moment on that the first frame is shown. */
export function audioArguments({ path, probe }: Omit<Source, "settings">, track: number, out: string): string[] {
  const offset = (probe.audio[track]?.startTime ?? probe.startTime) - probe.startTime;
  const filters = ["asetpts=PTS-STARTPTS", ...alignment(offset), "aresample=async=1"];
  return [
    ...["-i", `file:${path}`, "-map", `0:${probe.audio[track]?.stream ?? track}`, "-vn", ...PLAIN],
    ...["-af", filters.join(","), "-c:a", "aac", "-b:a", "128k", "-ac", "2"],
    ...["-movflags", "+empty_moov+default_base_moof", "-frag_duration", `${AUDIO_FRAGMENT}`],
    ...["-f", "mp4", out],
  ];
}

function alignment(offset: number): string[] {
  if (offset >= 0.001) return [`adelay=${Math.round(offset * 1_000)}|${Math.round(offset * 1_000)}`];
  if (offset <= -0.001) return [`atrim=start=${(-offset).toFixed(6)}`, "asetpts=PTS-STARTPTS"];
  return [];
}

/** All of the original's pictures and sound beside it: as they are, or as HEVC, which is smaller and hardly to be told from them. */
export function archivalArguments({ path, settings }: Source, out: string): string[] {
  const pictures = settings.archival === "hevc" ? HEVC : ["-c:v", "copy"];
  return [
    "-i",
    `file:${path}`,
    "-map",
    "0:V:0",
    "-map",
    "0:a?",
    ...pictures,
    "-c:a",
    "copy",
    "-sn",
    "-dn",
    "-f",
    "matroska",
    out,
  ];
}

const HEVC = ["-c:v", "libx265", "-preset", "fast", "-crf", "20", "-x265-params", "log-level=warning"];
