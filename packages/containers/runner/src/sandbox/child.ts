import { type ChildProcess, spawn } from "node:child_process";
import { PassThrough, type Readable } from "node:stream";

const TOOLS_PATH = "/usr/sbin:/usr/bin:/sbin:/bin";
/** As a shell says it of a process that got SIGKILL. */
const KILLED = 128 + 9;

export type Child = {
  process: ChildProcess;
  stdout: Readable;
  stderr: Readable;
  reports: Readable;
  /** File descriptor 4: something comes from it when the program is about to start. */
  ready: Readable;
  exit: Promise<number>;
};

/** A process in a session of its own that ends with this one, however this one ends. */
export function startChild(command: string[], folder: string, environment: Record<string, string>): Child {
  const process = spawn("/usr/bin/setpriv", ["--pdeathsig", "KILL", "--", ...command], {
    cwd: folder,
    detached: true,
    stdio: ["ignore", "pipe", "pipe", "pipe", "pipe"],
    env: { PATH: TOOLS_PATH, ...environment },
  });
  const exit = new Promise<number>((resolve, reject) => {
    process.once("error", reject);
    process.once("close", (code) => resolve(code ?? KILLED));
  });
  // Piped at once: what nobody listens to yet is thrown away when a process ends early.
  const [stdout, stderr, reports, ready] = process.stdio
    .slice(1)
    .map((stream) => (stream as Readable).pipe(new PassThrough()));
  if (!stdout || !stderr || !reports || !ready) throw new Error("The process has no pipes.");
  return { process, stdout, stderr, reports, ready, exit };
}
