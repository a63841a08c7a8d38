import type { Probe } from "./probe.ts";
import { decimalOf } from "./rational.ts";
import type { Settings } from "./settings.ts";

const LONGEST_GROUP = 1; // second
/** Of frames that come as they like only time says when a group is long enough. */
const UNBOUNDED = 1_000; // frames

type Coding = Pick<Settings, "codec" | "crf" | "preset">;

/** What ffmpeg calls that which makes them. */
export const ENCODERS: Record<Settings["codec"], string> = { h264: "libx264", hevc: "libx265", av1: "libsvtav1" };

/** No frame is shown before one that is stored before it, so a fragment begins with what it shows first. */
export function coding({ codec, crf, preset }: Coding, probe: Probe): string[] {
  const group = probe.variable ? UNBOUNDED : Math.max(1, Math.floor(LONGEST_GROUP * decimalOf(probe.fps)));
  const quality = ["-preset", preset, "-crf", `${crf}`];
  const keys = probe.variable ? ["-force_key_frames", forced(probe)] : [];
  if (codec === "hevc") {
    const parameters = `bframes=0:scenecut=0:open-gop=0:keyint=${group}:min-keyint=${group}:log-level=warning`;
    return ["-c:v", ENCODERS.hevc, ...quality, "-tag:v", "hvc1", "-x265-params", parameters, ...keys];
  }
  if (codec === "av1") return ["-c:v", ENCODERS.av1, ...quality, "-g", `${group}`, ...keys];
  const closed = ["-bf", "0", "-sc_threshold", "0", "-g", `${group}`];
  return ["-c:v", ENCODERS.h264, ...quality, ...closed, ...(probe.variable ? keys : ["-keyint_min", `${group}`])];
}

/** The first frame that might otherwise come too late. */
function forced({ longestGap }: Probe): string {
  const after = Math.max(LONGEST_GROUP / 4, LONGEST_GROUP - longestGap);
  return `expr:if(isnan(prev_forced_t),1,gte(t,prev_forced_t+${after.toFixed(6)}))`;
}
