import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, statSync } from "node:fs";
import { join } from "node:path";

export type MediaPrograms = { ffmpeg: string; ffprobe: string };

const OLDEST = 5;
const LIMIT_MS = 20_000;

/**
 * The machine's own ffmpeg where it is recent enough and makes H.264, else the one that npm brought for this platform;
 * undefined where there is neither. Both named in the environment go before either.
 */
export function findMediaPrograms(root: string, env: NodeJS.ProcessEnv = process.env): MediaPrograms | undefined {
  if (env.FFMPEG && env.FFPROBE) return { ffmpeg: env.FFMPEG, ffprobe: env.FFPROBE };
  if (makesVideo("ffmpeg")) return { ffmpeg: "ffmpeg", ffprobe: "ffprobe" };
  const platform = `${process.platform}-${process.arch}`;
  const [ffmpeg, ffprobe] = ["ffmpeg", "ffprobe"].map((name) =>
    join(root, "node_modules", `@${name}-installer`, platform, name),
  );
  return ffmpeg && ffprobe && existsSync(ffmpeg) && existsSync(ffprobe) ? { ffmpeg, ffprobe } : undefined;
}

function makesVideo(command: string): boolean {
  try {
    const said = execFileSync(command, ["-version"], { encoding: "utf8", timeout: LIMIT_MS, stdio: "pipe" });
    const major = Number(/^ffmpeg version n?(\d+)\./.exec(said)?.[1] ?? 0);
    return major >= OLDEST && said.includes("--enable-libx264");
  } catch {
    return false; // not there, or nothing that runs
  }
}

/** What functions and jobs are told, where there is something to tell. */
export function mediaEnvironment(root: string): Record<string, string> {
  const found = findMediaPrograms(root);
  for (const path of found ? [found.ffmpeg, found.ffprobe] : [])
    if (path.startsWith(join(root, "node_modules"))) letAllExecute(path);
  return found ? { FFMPEG: found.ffmpeg, FFPROBE: found.ffprobe } : {};
}

/** Code of users runs as somebody else, and npm's installer lets only the owner of the file execute it. */
function letAllExecute(path: string): void {
  const { mode, uid } = statSync(path);
  if ((mode & 0o001) === 0 && uid === process.geteuid?.()) chmodSync(path, mode | 0o111);
}
