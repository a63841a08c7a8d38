import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, isAbsolute, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Job, Progress } from "./job.ts";
import { bringFonts, pythonEnvironment } from "./python/environment.ts";
import { checkLock, hashOf } from "./python/lock.ts";
import type { Program } from "./sandbox/index.ts";
import { download } from "./transfer.ts";
import { Hopeless } from "./trouble.ts";

const LARGEST_LOCK = 4 * 1024 * 1024;
const FLECHETTE = "@uwdata/flechette";

export type Places = {
  /** The folder that holds `python` and `runner`. */
  containers: string;
  /** Where environments are kept. */
  cache: string;
};
type Surroundings = Places & { folder: string; signal: AbortSignal; progress(progress: Progress): void };

/** What runs a job: the harness of its task in the language that it is written in. */
export async function programFor(job: Job, surroundings: Surroundings): Promise<{ program: Program; hash?: string }> {
  const { containers, folder } = surroundings;
  const media = mediaPrograms();
  if (job.task === "image") throw new Hopeless("An image is not run by its harness.");
  if (job.language === "javascript") {
    if (job.task !== "script") throw new Hopeless(`A ${job.task} can't be written in JavaScript.`);
    const packages = { [FLECHETTE]: packageFolder(FLECHETTE) };
    const interpreter = { kind: "node", program: process.execPath, packages } as const;
    return { program: { harness: join(containers, "runner", "harness"), entry: "script.mjs", interpreter, media } };
  }
  const python = join(containers, "python");
  const own = await ownLock(job, surroundings);
  const made = await pythonEnvironment({
    ...surroundings,
    lock: own ?? (await readFile(join(python, "requirements.lock"), "utf8")),
    trusted: own === undefined,
    installer: await readFile(join(python, "uv.lock"), "utf8"),
  });
  await bringFonts(made, join(folder, "work"));
  const browser = job.task === "export" ? namedBrowser() : undefined;
  const interpreter = { kind: "python", environment: made.environment, base: made.base, browser } as const;
  return {
    program: { harness: join(python, "harness"), entry: `${job.task}.py`, interpreter, media },
    hash: made.hash,
  };
}

/** What prints pages, where the one who runs this has named it; the system's own is found by what prints. */
function namedBrowser(): string | undefined {
  const path = process.env.ATRIUM_CHROMIUM;
  if (!path) return undefined;
  if (!isAbsolute(path) || !existsSync(path))
    throw new Hopeless(`ATRIUM_CHROMIUM is to name Chromium by its whole path, and ${path} is no such file.`);
  return path;
}

/** What reads videos, by whole paths; a name alone is one of the system's, which code finds by itself. */
function mediaPrograms(): Program["media"] {
  const { FFMPEG: ffmpeg, FFPROBE: ffprobe } = process.env;
  return ffmpeg && ffprobe && isAbsolute(ffmpeg) && isAbsolute(ffprobe) ? { ffmpeg, ffprobe } : undefined;
}

/** The lock file that the job brings, if it does. */
async function ownLock({ environment }: Job, { folder, signal }: Surroundings): Promise<string | undefined> {
  if (!environment) return undefined;
  const path = join(folder, "requirements.lock");
  const { url, sha256, name } = environment;
  await download(path, async () => ({ url, headers: {} }), { largest: LARGEST_LOCK, signal });
  const lock = await readFile(path, "utf8");
  if (hashOf(lock) !== sha256) throw new Hopeless(`The lock file of the environment ${name} is not the one expected.`);
  checkLock(lock);
  return lock;
}

/** What is imported may lie anywhere in its package. */
function packageFolder(name: string): string {
  const entry = fileURLToPath(import.meta.resolve(name));
  const [before] = entry.split(join("node_modules", name));
  return before === entry ? dirname(entry) : join(before ?? "", "node_modules", name);
}
