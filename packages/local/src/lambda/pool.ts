import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { LogFile } from "../log/index.ts";
import { failure, Invocation, type Outcome } from "./invocation.ts";
import type { RuntimeApi } from "./runtime-api.ts";
import { type FunctionSpec, type Scale, scaleOf } from "./spec.ts";
import { Worker } from "./worker.ts";

export type PoolOptions = {
  spec: FunctionSpec;
  runtimeApi: RuntimeApi;
  bootstrap: string;
  scratch: string;
  log: LogFile;
  scale?: Scale;
  /** How long a process without work is kept, whichever it is; as below when left out. */
  idleMs?: number;
  /** How long a call waits for a process that is free. */
  queuedMs?: number;
};

/** Processes beyond the first go soon; the last one stays longer, above all where people wait for the next start. */
const IDLE_MS = { spare: 30_000, last: 90_000, awaited: 5 * 60_000 };
const REAP_MS = 5_000;
const TEMPORARY = "tmp";
const QUEUED_AT_MOST_MS = 30_000;

/** The processes of one function: started when there is work, more of them while it queues, ended when there is none. */
export class Pool {
  readonly #options: PoolOptions;
  readonly #scale: Scale;
  readonly #workers = new Map<Worker, number>();
  readonly #queue: Invocation[] = [];
  readonly #reaper: NodeJS.Timeout;
  #stopped = false;
  #awaited = false;
  readonly #warmed = Promise.withResolvers<void>();

  constructor(options: PoolOptions) {
    this.#options = options;
    this.#scale = options.scale ?? scaleOf(options.spec);
    for (const folder of sandboxes(options)) forget(folder);
    const { idleMs } = options;
    this.#reaper = setInterval(() => this.#reap(), idleMs === undefined ? REAP_MS : Math.max(idleMs / 5, 20)).unref();
  }

  get processes(): number {
    return this.#workers.size;
  }

  /** Has a process ready before the first call comes, and for longer between calls. Resolves once it is, or cannot be, which calls tell. */
  warm(): Promise<void> {
    this.#awaited = true;
    this.ready();
    return this.#warmed.promise;
  }

  /** Has a process ready for a call that is about to come. */
  ready(): void {
    if (this.#workers.size === 0 && !this.#stopped) this.#grow();
  }

  invoke(payload: Buffer): Promise<Outcome> {
    const invocation = new Invocation(payload);
    if (this.#stopped) return Promise.resolve(failure("ServiceException", "The host is stopping"));
    this.#queue.push(invocation);
    const timer = setTimeout(() => this.#refuse(invocation), this.#options.queuedMs ?? QUEUED_AT_MOST_MS).unref();
    this.#dispatch();
    return invocation.outcome.finally(() => clearTimeout(timer));
  }

  stop(): void {
    this.#stopped = true;
    this.#warmed.resolve();
    clearInterval(this.#reaper);
    for (const worker of this.#workers.keys()) worker.kill();
    for (const invocation of this.#queue.splice(0))
      invocation.settle(failure("ServiceException", "The host is stopping"));
  }

  #dispatch(): void {
    for (const worker of this.#workers.keys()) {
      while (worker.free) {
        const invocation = this.#queue.shift();
        if (!invocation) return;
        worker.take(invocation);
      }
    }
    const starting = [...this.#workers.keys()].filter((worker) => worker.starting).length;
    if (this.#queue.length > starting * this.#scale.concurrency && this.#workers.size < this.#scale.workers)
      this.#grow();
  }

  #grow(): void {
    const { spec, runtimeApi, bootstrap, log } = this.#options;
    const slot = this.#freeSlot();
    // A worker keeps its scratch space to itself, as a sandbox does. The next one in its place finds what it kept there,
    // and no temporary file.
    const scratch = this.#scratchOf(slot);
    const temporary = join(scratch, TEMPORARY);
    mkdirSync(temporary, { recursive: true, mode: 0o700 });
    const worker: Worker = new Worker(runtimeApi.address, {
      command: [process.execPath, `--max-old-space-size=${spec.memoryMiB}`, bootstrap],
      environment: {
        ...lambdaEnvironment(spec, this.#scale),
        ...spec.environment,
        TMPDIR: temporary,
        ATRIUM_SCRATCH: scratch,
      },
      timeoutSeconds: spec.timeoutSeconds,
      memoryMiB: spec.memoryMiB,
      scratch: { path: scratch, mostMiB: spec.scratchMiB },
      log,
      onFree: () => {
        this.#warmed.resolve();
        this.#dispatch();
      },
      onGone: (gone, initialised, reason) => this.#lost(gone, initialised, reason),
    });
    this.#workers.set(worker, slot);
    runtimeApi.register(worker, spec.arn);
  }

  #freeSlot(): number {
    const taken = new Set(this.#workers.values());
    for (let slot = 0; ; slot++) if (!taken.has(slot)) return slot;
  }

  #scratchOf(slot: number): string {
    return join(this.#options.scratch, `${this.#options.spec.name}-${slot}`);
  }

  #lost(worker: Worker, initialised: boolean, reason: Outcome): void {
    this.#warmed.resolve();
    const slot = this.#workers.get(worker);
    this.#workers.delete(worker);
    // After a stop the place may be the next host's already, which begins by forgetting.
    if (slot !== undefined && !this.#stopped) forget(this.#scratchOf(slot));
    this.#options.runtimeApi.forget(worker);
    // A process that cannot even start would be started for ever: whoever waits for it learns why instead.
    if (!initialised && this.#workers.size === 0) for (const waiting of this.#queue.splice(0)) waiting.settle(reason);
    if (this.#queue.length > 0 && !this.#stopped) this.#dispatch();
  }

  #refuse(invocation: Invocation): void {
    const index = this.#queue.indexOf(invocation);
    if (index < 0) return;
    this.#queue.splice(index, 1);
    invocation.settle(failure("TooManyRequestsException", "Rate Exceeded."));
  }

  #reap(): void {
    let left = this.#workers.size;
    for (const worker of this.#workers.keys()) {
      const kind = left > 1 ? "spare" : this.#awaited ? "awaited" : "last";
      const idleMs = this.#options.idleMs ?? IDLE_MS[kind];
      if (worker.busy || worker.starting || Date.now() - worker.idleSince <= idleMs) continue;
      worker.retire();
      left -= 1;
    }
  }
}

/** Where earlier workers of the function were, also those of a host that is gone. */
function sandboxes({ scratch, spec }: PoolOptions): string[] {
  mkdirSync(scratch, { recursive: true, mode: 0o700 });
  const isOurs = (name: string) => name.startsWith(`${spec.name}-`);
  return readdirSync(scratch)
    .filter(isOurs)
    .map((name) => join(scratch, name));
}

/** A worker that was killed had no chance to remove what it was working on. */
const forget = (sandbox: string) => rmSync(join(sandbox, TEMPORARY), { recursive: true, force: true });

/** What Lambda itself tells a function about where it runs. */
const lambdaEnvironment = (spec: FunctionSpec, scale: Scale): Record<string, string> => ({
  PATH: process.env.PATH ?? "",
  TZ: ":UTC",
  LANG: "en_US.UTF-8",
  _HANDLER: spec.handler,
  LAMBDA_TASK_ROOT: spec.bundle,
  AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x",
  AWS_LAMBDA_FUNCTION_NAME: spec.functionName,
  AWS_LAMBDA_FUNCTION_VERSION: "$LATEST",
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(spec.memoryMiB),
  AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${spec.functionName}`,
  AWS_LAMBDA_LOG_STREAM_NAME: "local",
  AWS_LAMBDA_INITIALIZATION_TYPE: "on-demand",
  AWS_LAMBDA_MAX_CONCURRENCY: String(scale.concurrency),
});
