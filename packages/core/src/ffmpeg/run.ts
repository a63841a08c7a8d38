import { spawn } from "node:child_process";
import type { Readable } from "node:stream";

/** What a file that was made to do harm may use. */
export type Limits = {
  /** Of all its threads together. */
  cpuSeconds: number;
  wallSeconds: number;
  memoryMiB: number;
};

export type Ended = { stdout: Buffer; stderr: string };

type Options = {
  limits: Limits;
  signal?: AbortSignal | undefined;
  /** What the program prints, as it comes; it is then not kept. */
  onOutput?: ((text: string) => void) | undefined;
  /** What goes to its standard input. */
  input?: Readable | undefined;
};

/** Beginning and end say what was read, and what went wrong. */
const KEPT_STDERR = 64 * 1024;
const KEPT_STDOUT = 64 * 1024 * 1024;
/** Between asking and killing; ffmpeg writes nothing that we would want to keep. */
const GRACE_MS = 2_000;

export class FFmpegError extends Error {
  readonly stderr: string;
  readonly exitCode: number | null;
  constructor(message: string, ended: { stderr: string; exitCode: number | null }) {
    super(message);
    this.name = "FFmpegError";
    this.stderr = ended.stderr;
    this.exitCode = ended.exitCode;
  }
}

/**
 * Runs ffmpeg or ffprobe to its end, under limits that the kernel holds (`ulimit`). The shell
 * only sets them: arguments reach the program as they are, whatever characters they have.
 */
export async function run(program: string, args: readonly string[], options: Options): Promise<Ended> {
  const { limits, signal, onOutput, input } = options;
  signal?.throwIfAborted();
  const child = spawn(
    "/bin/sh",
    ["-c", `ulimit -t ${limits.cpuSeconds}; ulimit -v ${limits.memoryMiB * 1024}; exec "$0" "$@"`, program, ...args],
    { stdio: [input ? "pipe" : "ignore", "pipe", "pipe"], env: environment() },
  );
  const ended = Promise.withResolvers<{ code: number | null; signal: string | null }>();
  child.once("error", ended.reject);
  child.once("close", (code, by) => ended.resolve({ code, signal: by }));
  if (input && child.stdin) {
    child.stdin.on("error", () => input.destroy()); // it has read what it wanted, or is gone; its exit says which
    input.pipe(child.stdin);
  }
  const stdout = collect(child.stdout, KEPT_STDOUT, onOutput);
  const stderr = collect(child.stderr, KEPT_STDERR);
  let forced: string | undefined;
  const end = (why: string) => {
    forced ??= why;
    child.kill("SIGTERM");
    setTimeout(() => child.kill("SIGKILL"), GRACE_MS).unref();
  };
  const onAbort = () => end("was called off");
  signal?.addEventListener("abort", onAbort, { once: true });
  const timer = setTimeout(() => end(`took longer than ${limits.wallSeconds} seconds`), limits.wallSeconds * 1_000);
  try {
    const { code, signal: by } = await ended.promise;
    signal?.throwIfAborted();
    if (code === 0 && forced === undefined) return { stdout: stdout.bytes(), stderr: stderr.bytes().toString() };
    const how = forced ?? (by ? `was ended by ${by}` : `ended with ${code}`);
    throw new FFmpegError(`${program.split("/").at(-1)} ${how}`, { stderr: stderr.bytes().toString(), exitCode: code });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", onAbort);
  }
}

/**
 * Nothing of ours is the program's business. Static builds crash where they find the machine's character sets, which are made for
 * another C library, so they find none.
 */
export const environment = (): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  LANG: "C.UTF-8",
  GCONV_PATH: "/nonexistent",
});

/** The first and the last half of so many bytes. */
function collect(stream: Readable | null, most: number, onText?: (text: string) => void) {
  const head: Buffer[] = [];
  const tail: Buffer[] = [];
  let [headBytes, tailBytes] = [0, 0];
  stream?.on("data", (chunk: Buffer) => {
    if (onText) return onText(chunk.toString());
    if (headBytes < most / 2) {
      head.push(chunk);
      headBytes += chunk.length;
      return;
    }
    tail.push(chunk);
    tailBytes += chunk.length;
    while (tailBytes - (tail[0]?.length ?? 0) > most / 2) tailBytes -= tail.shift()?.length ?? 0;
  });
  return { bytes: () => Buffer.concat([...head, ...tail]) };
}
