import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Readable } from "node:stream";
import type { LogFile } from "../log/index.ts";
import { guard } from "../process/guard.ts";
import { failure, type Invocation, type Outcome } from "./invocation.ts";
import { bytesBelow, emptied } from "./scratch.ts";

export type WorkerOptions = {
  command: string[];
  environment: Record<string, string>;
  timeoutSeconds: number;
  memoryMiB: number;
  scratch: { path: string; mostMiB: number };
  log: LogFile;
  /** Called when the worker could take another invocation. */
  onFree: () => void;
  /** Called once when the process is gone. `initialised` says whether it ever asked for work. */
  onGone: (worker: Worker, initialised: boolean, reason: Outcome) => void;
};

// AWS allows ten seconds; a busy laptop with a cold disk may need more.
const INIT_WITHIN_MS = 30_000;
const MEMORY_CHECK_MS = 1_000;
const SCRATCH_CHECK_MS = 1_000;
const PAGE_BYTES = 4096;
const MIB = 1024 * 1024;

/** A process that takes invocations over the Runtime API, one at a time for each of its open `next` requests. */
export class Worker {
  /** Names the process in the path of the Runtime API; nobody else can guess it. */
  readonly token = randomBytes(16).toString("hex");
  readonly #options: WorkerOptions;
  readonly #active = new Map<string, { invocation: Invocation; timer: NodeJS.Timeout }>();
  readonly #waiting: ((invocation: Invocation | undefined) => void)[] = [];
  readonly #timers: NodeJS.Timeout[];
  #child: ChildProcess;
  #initialised = false;
  #retired = false;
  #overfull = false;
  #reason: Outcome | undefined;
  idleSince = Date.now();

  constructor(runtimeApi: string, options: WorkerOptions) {
    this.#options = options;
    const [program = "", ...args] = options.command;
    this.#child = spawn(program, args, {
      env: { ...options.environment, AWS_LAMBDA_RUNTIME_API: `${runtimeApi}/${this.token}` },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    guard(this.#child, "KILL");
    this.#child.stdout?.on("data", (chunk: Buffer) => options.log.write(chunk));
    this.#child.stderr?.on("data", (chunk: Buffer) => options.log.write(chunk));
    this.#child.once("error", (error) => this.#gone(`could not be started: ${error.message}`));
    this.#child.once("exit", (code, signal) => this.#gone(signal ? `signal: ${signal}` : `exit status ${code}`));
    this.#timers = [
      setTimeout(() => this.#notInitialised(), INIT_WITHIN_MS),
      setInterval(() => void this.#checkMemory(), MEMORY_CHECK_MS),
      setInterval(() => void this.#checkScratch(), SCRATCH_CHECK_MS),
    ];
    for (const timer of this.#timers) timer.unref();
  }

  get free(): boolean {
    return !this.#retired && this.#waiting.length > 0;
  }

  get starting(): boolean {
    return !this.#initialised && !this.#retired;
  }

  get busy(): boolean {
    return this.#active.size > 0;
  }

  /** Hands an invocation to a waiting `next` request. */
  take(invocation: Invocation): void {
    const next = this.#waiting.shift();
    if (!next) throw new Error("No poller of this worker waits");
    const ms = this.#options.timeoutSeconds * 1_000;
    invocation.deadline = Date.now() + ms;
    this.#active.set(invocation.id, { invocation, timer: setTimeout(() => this.#timeOut(invocation), ms) });
    next(invocation);
  }

  /** Answers a `next` request once there is work; undefined tells the poller to go. */
  next(signal: AbortSignal): Promise<Invocation | undefined> {
    this.#initialised = true;
    return new Promise((resolve) => {
      if (this.#retired) return resolve(undefined);
      this.#waiting.push(resolve);
      signal.addEventListener("abort", () => {
        const index = this.#waiting.indexOf(resolve);
        if (index >= 0) this.#waiting.splice(index, 1);
      });
      this.#options.onFree();
    });
  }

  /** False when the invocation is not this worker's, or ended already. */
  respond(id: string, outcome: Outcome): boolean {
    const entry = this.#active.get(id);
    if (!entry) return false;
    entry.invocation.settle(outcome);
    if (outcome.kind === "stream") this.#untilWritten(id, outcome.body);
    else this.#finish(id);
    return true;
  }

  initFailed(payload: Buffer): void {
    this.#reason = { kind: "error", payload };
  }

  /** Takes no more work and ends when what it has is done. */
  retire(): void {
    this.#retired = true;
    for (const resolve of this.#waiting.splice(0)) resolve(undefined);
    if (!this.busy) this.kill();
  }

  kill(): void {
    this.#retired = true;
    this.#child.kill("SIGKILL");
  }

  /** A stream counts as work, and against the time limit, until its last byte. */
  #untilWritten(id: string, body: Readable): void {
    body.once("close", () => this.#finish(id));
  }

  #finish(id: string): void {
    const entry = this.#active.get(id);
    if (!entry) return;
    clearTimeout(entry.timer);
    this.#active.delete(id);
    this.idleSince = Date.now();
    if (this.#retired && !this.busy) this.kill();
  }

  /** AWS kills the sandbox. Others who share the process here may finish, each within its own limit. */
  #timeOut(invocation: Invocation): void {
    const seconds = this.#options.timeoutSeconds.toFixed(2);
    invocation.settle(
      failure("Sandbox.Timedout", `RequestId: ${invocation.id} Error: Task timed out after ${seconds} seconds`),
    );
    this.#options.log.event("error", `Task timed out after ${seconds} seconds`, { requestID: invocation.id });
    this.#retired = true;
    this.#finish(invocation.id);
    this.retire();
  }

  #notInitialised(): void {
    if (this.#initialised) return;
    this.#reason = failure("Sandbox.Timedout", `Init phase timed out after ${INIT_WITHIN_MS / 1_000} seconds`);
    this.kill();
  }

  async #checkMemory(): Promise<void> {
    if (!this.busy || process.platform !== "linux") return;
    const statm = await readFile(`/proc/${this.#child.pid}/statm`, "utf8").catch(() => "");
    const resident = (Number(statm.split(" ")[1] ?? 0) * PAGE_BYTES) / 1024 / 1024;
    if (resident <= this.#options.memoryMiB) return;
    this.#reason = failure(
      "Runtime.OutOfMemory",
      `Memory Size: ${this.#options.memoryMiB} MB exceeded: ${Math.round(resident)} MB`,
    );
    this.kill();
  }

  /** On AWS a write fails once the disk is full; here the process ends. Invocations that share it share their room too. */
  async #checkScratch(): Promise<void> {
    if (!this.busy) return;
    const { path, mostMiB } = this.#options.scratch;
    const room = mostMiB * Math.max(1, this.#active.size);
    const used = (await bytesBelow(path)) / MIB;
    if (used <= room || this.#retired) return;
    const reason = `No space left on device: ${Math.round(used)} MB of ${room} MB ephemeral storage`;
    this.#reason = failure("Runtime.ExitError", reason);
    this.#overfull = true;
    this.kill();
  }

  #gone(how: string): void {
    for (const timer of this.#timers) clearTimeout(timer);
    // The next process in this place would find the disk as full.
    if (this.#overfull) emptied(this.#options.scratch.path);
    this.#retired = true;
    for (const resolve of this.#waiting.splice(0)) resolve(undefined);
    const reason = this.#reason ?? failure("Runtime.ExitError", `Runtime exited with error: ${how}`);
    for (const { invocation, timer } of this.#active.values()) {
      clearTimeout(timer);
      invocation.settle(reason);
    }
    this.#active.clear();
    this.#options.onGone(this, this.#initialised, reason);
  }
}
