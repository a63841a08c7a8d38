import * as Config from "../config/index.ts";
import { FFmpeg } from "../ffmpeg/index.ts";
import { DEMUXERS } from "./demuxers.ts";
import type { Key } from "./parts.ts";
import { type Probe, probeOf, Said, unreadable, videoOf } from "./probe.ts";

const LIMITS: FFmpeg.Limits = { cpuSeconds: 1_800, wallSeconds: 3_600, memoryMiB: 4_096 };

/** Only files, and only containers that name no other files. */
export const GUARDED = ["-protocol_whitelist", "file,pipe", "-format_whitelist", DEMUXERS.join(",")];

/** A video, when each of its frames is shown, and which of them are key frames. */
export type Survey = { probe: Probe; times: number[]; keys: Key[] };

/** Looks into a video: what its streams are, and when each of its frames is shown, which takes reading it once, not decoding it. */
export const look = async (path: string, signal?: AbortSignal): Promise<Probe> => (await survey(path, signal)).probe;

export async function survey(path: string, signal?: AbortSignal): Promise<Survey> {
  const said = Said.parse(JSON.parse(`${await ask(path, ["-show_format", "-show_streams", "-of", "json"], signal)}`));
  const video = videoOf(said);
  const { times, keys } = video ? await packetsOf(path, video.index, signal) : { times: [], keys: [] };
  return { probe: probeOf(said, times), times, keys };
}

/** Frames that a file has only so that others can be decoded are marked `D` and not shown. */
async function packetsOf(path: string, stream: number, signal?: AbortSignal): Promise<Omit<Survey, "probe">> {
  const times: number[] = [];
  const keys: Key[] = [];
  let rest = "";
  const take = (line: string) => {
    const [pts = "", , position = "", flags = ""] = line.split(",");
    if (/^-?\d+$/.test(pts) && !flags.includes("D")) {
      times.push(Number(pts));
      if (flags.startsWith("K")) keys.push({ time: Number(pts), position: Number(position) });
    } else if (pts === "N/A") times.push(times.length === 0 ? 0 : Number.NaN);
  };
  const asked = ["-select_streams", `${stream}`, "-show_entries", "packet=pts,dts,pos,flags", "-of", "csv=p=0"];
  await ask(path, asked, signal, (text) => {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) take(line);
  });
  take(rest);
  // A bare stream of a codec says no times: its frames come evenly.
  if (times.some(Number.isNaN)) return { times: times.map((_, n) => n), keys: [] };
  return { times: times.sort((a, b) => a - b), keys: keys.sort((a, b) => a.time - b.time) };
}

async function ask(
  path: string,
  asked: string[],
  signal?: AbortSignal,
  onOutput?: (text: string) => void,
): Promise<Buffer> {
  try {
    const args = ["-v", "error", ...GUARDED, ...asked, `file:${path}`];
    return (await FFmpeg.run(Config.ffprobe(), args, { limits: LIMITS, signal, onOutput })).stdout;
  } catch (error) {
    if (error instanceof FFmpeg.FFmpegError) throw unreadable(reasonOf(error.stderr), error);
    throw error;
  }
}

/** The last thing it said, without the path, which nobody outside knows. */
export const reasonOf = (stderr: string): string =>
  stderr
    .trimEnd()
    .split("\n")
    .at(-1)
    ?.replace(/^\[[^\]]*\]\s*/, "")
    .replace(/file:\S+: /, "")
    .slice(0, 300) ?? "";
