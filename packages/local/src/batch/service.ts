import { randomUUID } from "node:crypto";
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type pg from "pg";
import { AwsError } from "../router/error.ts";
import type { Log } from "../router/log.ts";
import { persist } from "../states/persist.ts";
import { type Command, type Outcome, type RunningAttempt, startAttempt } from "./attempt.ts";
import { type Attempt, hasEnded, type Job, retries } from "./job.ts";
import { bootID, statOf } from "./proc.ts";
import { openStore } from "./store.ts";
import { JOB_ID_VARIABLE, sweep } from "./sweep.ts";

/** Of one machine: what all jobs of a queue may use together. A job that asks for more runs alone. */
const QUEUE_VCPU = 2;
const STOP_GRACE_MS = 1_000;
const LOGS_KEPT = 200;
/** AWS keeps ended jobs for a week. */
const KEPT_MS = 7 * 86_400_000;

export type JobQueue = { arn: string; name: string };

export type BatchOptions = {
  pool: pg.Pool;
  queues: JobQueue[];
  jobsRoot: string;
  jobCommand(image: string): Command | Promise<Command>;
  /** Between SIGTERM and SIGKILL. */
  graceMs?: number;
  log: Log;
};

export type Batch = Awaited<ReturnType<typeof startBatch>>;
type Running = { job: Job; vcpu: number; attempt?: RunningAttempt; done: Promise<void> };

/** Runs jobs as processes of this host, as many at once as their queue has cores for. */
export async function startBatch({ pool, queues, jobsRoot, jobCommand, graceMs, log }: BatchOptions) {
  const store = await openStore(pool, randomUUID());
  const halting = new AbortController();
  const halt = halting.signal;
  const boot = await bootID();
  const waiting = new Map<string, Job[]>(queues.map((queue) => [queue.arn, []]));
  const running = new Map<string, Running>();
  const waiters = new Map<string, Set<(job: Job) => void>>();
  const folders = { work: join(jobsRoot, "work"), logs: join(jobsRoot, "logs") };

  await takeOver();

  /** Jobs of a host that is gone have failed, as on AWS when theirs terminates; the rest wait for their turn. */
  async function takeOver(): Promise<void> {
    await store.adopt();
    const open = await store.open();
    for (const job of open.filter((one) => one.status === "RUNNING")) {
      await sweep(job);
      const now = Date.now();
      await conclude(job, { statusReason: "Host terminated" }, job.startedAt ?? now, now);
    }
    await rm(folders.work, { recursive: true, force: true });
    await mkdir(folders.work, { recursive: true });
    await mkdir(folders.logs, { recursive: true });
    await pruneLogs(folders.logs);
    await store.forget(Date.now() - KEPT_MS);
    for (const job of await store.open()) {
      if (waiting.has(job.queue)) enqueue(job);
      else await store.callOff(job.id, `Job queue ${job.queue} does not exist`, Date.now());
    }
  }

  function enqueue(job: Job): void {
    waiting.get(job.queue)?.push(job);
    schedule(job.queue);
  }

  function schedule(queue: string): void {
    const line = waiting.get(queue) ?? [];
    for (let job = line[0]; job && !halt.aborted; job = line[0]) {
      const vcpu = Math.min(job.spec.vcpu, QUEUE_VCPU);
      const used = [...running.values()]
        .filter((one) => one.job.queue === queue)
        .reduce((sum, one) => sum + one.vcpu, 0);
      if (used + vcpu > QUEUE_VCPU) return;
      line.shift();
      begin(job, vcpu);
    }
  }

  function begin(job: Job, vcpu: number): void {
    const entry: Running = { job, vcpu, done: Promise.resolve() };
    running.set(job.id, entry);
    entry.done = run(entry)
      .catch((error: unknown) => {
        if (!halt.aborted) log("error", "job is stuck until the next start", { job: job.id, error });
        return undefined;
      })
      .then((after) => {
        running.delete(job.id);
        if (after && hasEnded(after)) announce(after);
        else if (after) enqueue(after);
        schedule(job.queue);
      });
  }

  /** What the job has come to, or undefined when that is no longer for this host to say. */
  async function run(entry: Running): Promise<Job | undefined> {
    const { job } = entry;
    const startedAt = Date.now();
    if (!(await persist(() => store.claim(job.id, startedAt), { halt, log }))) return undefined;
    const outcome = await perform(entry).catch(async (error: unknown): Promise<Outcome> => {
      entry.attempt?.end("Task failed to start");
      await entry.attempt?.ended;
      return { statusReason: "Task failed to start", reason: error instanceof Error ? error.message : String(error) };
    });
    if (halt.aborted) return undefined; // the next host finds it running, and its own host gone
    return conclude(job, outcome, startedAt, Date.now());
  }

  async function perform(entry: Running): Promise<Outcome> {
    const { job } = entry;
    const number = job.attempts.length + 1;
    const attempt = await startAttempt({
      spec: job.spec,
      command: await jobCommand(job.spec.image),
      environment: {
        ...Object.fromEntries(job.spec.environment.map(({ name, value }) => [name, value])),
        [JOB_ID_VARIABLE]: job.id,
        AWS_BATCH_JOB_ATTEMPT: String(number),
      },
      workdir: join(folders.work, `${job.id}-${number}`),
      logFile: join(folders.logs, `${job.id}-${number}.log`),
      graceMs,
      log,
    });
    entry.attempt = attempt;
    if (halt.aborted) attempt.end("Host terminated", STOP_GRACE_MS);
    const { pid } = attempt;
    const stat = pid === undefined ? undefined : await statOf(pid);
    if (pid !== undefined && stat) {
      await persist(() => store.setProcess(job.id, { pid, boot, startTicks: stat.startTicks }), { halt, log });
    }
    // Called off between the claim and here: nobody else could have told the process.
    const now = await persist(() => store.find(job.id), { halt, log });
    if (now?.calledOff) attempt.end(now.calledOff);
    return attempt.ended;
  }

  /** Writes down how an attempt ended. The job has ended with it, unless another attempt follows. */
  async function conclude(job: Job, outcome: Outcome, startedAt: number, stoppedAt: number): Promise<Job | undefined> {
    const number = job.attempts.length + 1;
    const attempt: Attempt = { ...outcome, startedAt, stoppedAt, logStreamName: `${job.id}-${number}` };
    const calledOff = (await persist(() => store.find(job.id), { halt, log }))?.calledOff ?? null;
    const succeeded = outcome.exitCode === 0 && calledOff === null;
    const again = !succeeded && calledOff === null && retries(job.spec, number, attempt);
    const status = succeeded ? "SUCCEEDED" : again ? "RUNNABLE" : "FAILED";
    if (!(await persist(() => store.finish(job, status, attempt), { halt, log }))) return undefined;
    return persist(() => store.find(job.id), { halt, log });
  }

  function announce(job: Job): void {
    for (const resolve of waiters.get(job.id) ?? []) resolve(job);
    waiters.delete(job.id);
  }

  return {
    store,

    async submit(job: Pick<Job, "id" | "name" | "queue" | "definition" | "spec">): Promise<Job> {
      const already = await persist(() => store.find(job.id), { halt, log });
      if (already) return already;
      await persist(() => store.add({ ...job, createdAt: Date.now() }), { halt, log });
      const stored = await persist(() => store.find(job.id), { halt, log });
      if (!stored) throw new AwsError("ServerException", "The job is not there", 500);
      enqueue(stored);
      return stored;
    },

    /** Resolves once the job has ended. */
    async ended(id: string, signal: AbortSignal): Promise<Job> {
      const { promise, resolve, reject } = Promise.withResolvers<Job>();
      const set = waiters.get(id) ?? new Set();
      waiters.set(id, set.add(resolve));
      const leave = () => reject(signal.reason);
      signal.addEventListener("abort", leave, { once: true });
      try {
        signal.throwIfAborted();
        const job = await persist(() => store.find(id), { halt, log });
        if (!job) throw new AwsError("ClientException", `Job ${id} does not exist`);
        return hasEnded(job) ? job : await promise;
      } finally {
        signal.removeEventListener("abort", leave);
        set.delete(resolve);
      }
    },

    /** Fails a job that waits and ends one that runs; one that has ended stays as it is. */
    async callOff(id: string, reason: string, options: { running: boolean }): Promise<void> {
      if (!options.running && running.has(id)) return;
      const job = await persist(() => store.callOff(id, reason, Date.now()), { halt, log });
      if (!job) return;
      running.get(id)?.attempt?.end(reason);
      if (!hasEnded(job)) return;
      const line = waiting.get(job.queue) ?? [];
      const place = line.findIndex((one) => one.id === id);
      if (place >= 0) line.splice(place, 1);
      announce(job);
      schedule(job.queue);
    },

    /** Ends every process. The journal keeps the jobs as running, so that the next host sees what became of them. */
    async stop(): Promise<void> {
      halting.abort(new Error("The host is stopping"));
      const ending = [...running.values()];
      for (const { attempt } of ending) attempt?.end("Host terminated", STOP_GRACE_MS);
      await Promise.all(ending.map((entry) => entry.done));
    },
  };
}

async function pruneLogs(folder: string): Promise<void> {
  const paths = (await readdir(folder)).map((name) => join(folder, name));
  const files = await Promise.all(paths.map(async (path) => ({ path, at: (await stat(path)).mtimeMs })));
  files.sort((a, b) => b.at - a.at);
  for (const { path } of files.slice(LOGS_KEPT)) await rm(path, { force: true });
}
