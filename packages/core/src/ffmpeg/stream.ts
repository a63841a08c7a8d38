import { spawn } from "node:child_process";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { environment, FFmpegError, type Limits } from "./run.ts";

type Options = { limits: Limits; signal?: AbortSignal | undefined };

const KEPT_STDERR = 4_000;

/**
 * What ffmpeg writes while it reads what is piped into it, under the limits of `run`. It reaches neither files nor the network.
 * Whoever stops reading ends it; what is piped ends as well once it has read all that it needs.
 */
export async function* stream(
  program: string,
  {
    input,
    before = [],
    args,
  }: { input: AsyncIterable<Uint8Array>; before?: readonly string[]; args: readonly string[] },
  { limits, signal }: Options,
): AsyncGenerator<Buffer> {
  signal?.throwIfAborted();
  const giveUp = new AbortController();
  const timeout = AbortSignal.timeout(limits.wallSeconds * 1_000);
  const all = ["-nostdin", "-v", "error", "-protocol_whitelist", "pipe", ...before, "-i", "pipe:0", ...args, "pipe:1"];
  const child = spawn(
    "/bin/sh",
    ["-c", `ulimit -t ${limits.cpuSeconds}; ulimit -v ${limits.memoryMiB * 1024}; exec "$0" "$@"`, program, ...all],
    {
      stdio: ["pipe", "pipe", "pipe"],
      env: environment(),
      signal: AbortSignal.any([giveUp.signal, timeout, ...(signal ? [signal] : [])]),
      killSignal: "SIGKILL",
    },
  );
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr = (stderr + text).slice(-KEPT_STDERR);
  });
  const ended = new Promise<number | null>((resolve) => {
    child.once("error", () => undefined); // that it was ended, or never began: the code says so
    child.once("close", resolve);
  });
  const fed = pipeline(input, child.stdin).then(
    () => undefined,
    (error: NodeJS.ErrnoException) =>
      error.code === "EPIPE" || error.code === "ERR_STREAM_PREMATURE_CLOSE" ? undefined : error,
  );
  try {
    for await (const chunk of child.stdout as Readable) yield chunk as Buffer;
    const exitCode = await ended;
    signal?.throwIfAborted();
    if (timeout.aborted)
      throw new FFmpegError(`ffmpeg took longer than ${limits.wallSeconds} seconds`, { stderr, exitCode });
    if (exitCode !== 0) throw (await fed) ?? new FFmpegError(`ffmpeg ended with ${exitCode}`, { stderr, exitCode });
  } finally {
    giveUp.abort();
    await ended;
  }
}
