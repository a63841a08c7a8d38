import { join } from "node:path";
import * as Config from "../config/index.ts";
import { AppError } from "../error/index.ts";
import { FFmpeg } from "../ffmpeg/index.ts";
import type { Plan } from "./job.ts";
import { keepProblem, tell } from "./keep.ts";
import { GUARDED, reasonOf } from "./look.ts";
import type { Progress } from "./progress.ts";

/** Of the longest video at the slowest; what a file does beyond that is meant to harm. */
const LIMITS: FFmpeg.Limits = { cpuSeconds: 100_000, wallSeconds: 6 * 3_600, memoryMiB: 12 * 1_024 };

/** One job's surroundings. */
export type Work = { plan: Plan; folder: string; signal: AbortSignal; progress: Progress };

/** Runs ffmpeg for a rendition, tells how far it is, and keeps its log with the run. */
export async function encode(work: Work, name: string, args: string[], frames?: number): Promise<string> {
  const { signal, progress } = work;
  const whole = ["-nostdin", "-hide_banner", "-y", "-progress", "pipe:1", "-nostats", ...GUARDED, ...args];
  const onOutput = (text: string) => {
    const done = /^frame=(\d+)/m.exec(text)?.[1];
    if (done !== undefined && frames) progress.tell(name, Math.min(0.99, Number(done) / frames));
  };
  const { stderr } = await FFmpeg.run(Config.ffmpeg(), whole, { limits: LIMITS, signal, onOutput });
  await tell(work.plan, name, "info", readable(stderr, work.folder));
  return stderr;
}

/** Does what one rendition takes. Where that fails, the others are made all the same, and this one can be made later. */
export async function attempt(work: Work, name: string, make: () => Promise<void>): Promise<void> {
  const { plan, signal, progress } = work;
  if (plan.made.has(name)) return progress.end(name, "succeeded");
  try {
    progress.tell(name, 0);
    await make();
    progress.end(name, "succeeded");
  } catch (error) {
    signal.throwIfAborted();
    const [code, message] = whyNot(error, work.folder);
    if (code === undefined) throw error;
    await keepProblem(plan, name, code, message);
    progress.end(name, "failed");
  }
}

/** What is wrong with the file is this rendition's problem; anything else may pass, and is the job's. */
function whyNot(error: unknown, folder: string): [string, string] | [undefined, ""] {
  if (error instanceof FFmpeg.FFmpegError)
    return ["media.encode_failed", `${error.message}: ${reasonOf(readable(error.stderr, folder))}`];
  if (error instanceof AppError && error.kind === "unprocessable") return [error.code, error.message];
  return [undefined, ""];
}

/** Without the folder of the job, which says nothing to anybody. */
const readable = (stderr: string, folder: string): string => stderr.replaceAll(`${folder}/`, "").trim().slice(-6_000);

export const fileIn = ({ folder }: Work, name: string): string => join(folder, name);
