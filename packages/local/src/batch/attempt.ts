import { spawn } from "node:child_process";
import { mkdir, rm } from "node:fs/promises";
import { constants } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Log } from "../router/log.ts";
import type { JobSpec } from "./job.ts";
import { createLogFile } from "./log-file.ts";
import { groupOf } from "./proc.ts";
import { kill } from "./sweep.ts";

const GUARD = fileURLToPath(new URL("./guard.sh", import.meta.url));
const MEMORY_CHECK_MS = 500;
/** What Batch gives a job between SIGTERM and SIGKILL. */
const GRACE_MS = 30_000;
const MIB = 1024 * 1024;
/** Of the memory limit; the rest is for what is outside V8's heap. */
const HEAP_SHARE = 0.75;

export type Command = { command: string; args: string[]; env: Record<string, string> };
export type Outcome = { exitCode?: number; reason?: string; statusReason: string };

export type AttemptOptions = {
  spec: JobSpec;
  command: Command;
  environment: Record<string, string>;
  workdir: string;
  logFile: string;
  graceMs?: number;
  log: Log;
};

export type RunningAttempt = {
  pid: number | undefined;
  ended: Promise<Outcome>;
  /** SIGTERM, and SIGKILL when that does not help in time. The reason becomes the job's. */
  end(reason: string, graceMs?: number): void;
};

/** Starts a job's process in a group of its own, in an empty folder that goes when it ends. */
export async function startAttempt(options: AttemptOptions): Promise<RunningAttempt> {
  const { spec, command, workdir, graceMs = GRACE_MS } = options;
  await mkdir(workdir, { recursive: true });
  const output = createLogFile(options.logFile);
  const child = spawn("/bin/sh", [GUARD, command.command, ...command.args, ...spec.command], {
    cwd: workdir,
    detached: true,
    stdio: ["pipe", "pipe", "pipe"],
    env: environmentFor(options),
  });
  output.follow(child.stdout);
  output.follow(child.stderr);
  child.stdin.on("error", () => undefined); // the guard may be gone first; its exit says so
  const { pid } = child;
  const over = new AbortController();
  let because: Outcome | undefined;

  function end(outcome: Outcome, grace: number): void {
    if (because) return;
    because = outcome;
    if (pid === undefined || over.signal.aborted) return;
    if (grace > 0) kill(-pid, "SIGTERM");
    const force = () => kill(-pid, "SIGKILL");
    sleep(grace, undefined, { signal: over.signal }).then(force, () => undefined); // ended by itself in time
  }

  const ended = new Promise<Outcome>((resolve) => {
    let failure: string | undefined;
    child.once("error", (error) => {
      failure = `CannotStartContainerError: ${error.message}`;
    });
    child.once("exit", () => {
      // What the job left behind in its group goes with it, and with that the pipes close.
      if (pid !== undefined) kill(-pid, "SIGKILL");
    });
    child.once("close", (code, signal) => {
      over.abort();
      const exitCode = signal ? 128 + constants.signals[signal] : (code ?? undefined);
      const outcome =
        failure === undefined
          ? { exitCode, statusReason: "Essential container in task exited", ...because }
          : { statusReason: "Task failed to start", reason: failure };
      void tidy(output, options).then(() => resolve(outcome));
    });
  });

  const expire = () => end({ statusReason: "Job attempt duration exceeded timeout" }, graceMs);
  sleep(spec.timeoutSeconds * 1000, undefined, { signal: over.signal }).then(expire, () => undefined); // ended before
  if (pid !== undefined) watchMemory(pid, spec.memoryMiB * MIB, over.signal, end);
  return { pid, ended, end: (reason, grace = graceMs) => end({ statusReason: reason }, grace) };
}

/** A folder that resists is swept at the next start; the job has ended all the same. */
async function tidy(output: ReturnType<typeof createLogFile>, { workdir, log }: AttemptOptions): Promise<void> {
  await output.close();
  await rm(workdir, { recursive: true, force: true, maxRetries: 3 }).catch((error: unknown) => {
    log("warn", "working folder of a job could not be removed", { workdir, error });
  });
}

function environmentFor({ spec, command, environment, workdir }: AttemptOptions): Record<string, string> {
  const heap = `--max-old-space-size=${Math.floor(spec.memoryMiB * HEAP_SHARE)}`;
  return {
    PATH: process.env.PATH ?? "",
    LANG: process.env.LANG ?? "C.UTF-8",
    HOME: workdir,
    TMPDIR: workdir,
    ...environment,
    ...command.env,
    NODE_OPTIONS: [command.env.NODE_OPTIONS, heap].filter(Boolean).join(" "),
  };
}

/** The kernel would do this inside a container; here the resident memory of the whole group is looked at. */
function watchMemory(
  pid: number,
  limit: number,
  over: AbortSignal,
  end: (outcome: Outcome, grace: number) => void,
): void {
  const look = async () => {
    const bytes = (await groupOf(pid)).reduce((sum, one) => sum + one.rssBytes, 0);
    if (bytes <= limit || over.aborted) return;
    const reason = "OutOfMemoryError: Container killed due to memory usage";
    end({ statusReason: "Essential container in task exited", reason, exitCode: 137 }, 0);
  };
  const timer = setInterval(() => void look(), MEMORY_CHECK_MS);
  over.addEventListener("abort", () => clearInterval(timer), { once: true });
}
