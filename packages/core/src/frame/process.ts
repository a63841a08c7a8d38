import { availableParallelism } from "node:os";
import * as Config from "../config/index.ts";
import { AppError } from "../error/index.ts";
import { FFmpeg } from "../ffmpeg/index.ts";
import { Turns } from "./turns.ts";

const SECONDS = 25;
const MEMORY_MIB = 2_048;
const THREADS = 2;

/** So many decoders at once: each holds pictures in memory, and more of them than processors make none faster. */
const turns = new Turns(Math.max(1, Math.min(4, availableParallelism())));

type Options = { signal?: AbortSignal | undefined; seconds?: number };

/** What ffmpeg makes of a video that is piped into it, when its turn comes. `args` are said every picture with its time. */
export async function* convert(
  input: AsyncIterable<Uint8Array>,
  args: readonly string[],
  { signal, seconds = SECONDS }: Options,
): AsyncGenerator<Buffer> {
  const program = Config.ffmpeg();
  const keepAll = await FFmpeg.passthrough(program);
  const release = await turns.take(signal);
  const limits = { cpuSeconds: seconds * THREADS, wallSeconds: seconds, memoryMiB: MEMORY_MIB };
  try {
    const what = { input, before: ["-threads", `${THREADS}`], args: ["-map", "0:v:0", ...keepAll, ...args] };
    yield* FFmpeg.stream(program, what, { limits, signal });
  } catch (error) {
    throw error instanceof FFmpeg.FFmpegError ? failed(error) : error;
  } finally {
    release();
  }
}

const failed = (cause: FFmpeg.FFmpegError) =>
  new AppError(
    "unavailable",
    "frame.not_decoded",
    "The pictures could not be read in the time there is. Ask for fewer, or of a lower rendition; if that fails too, repair the media.",
    { cause },
  );
