import { existsSync } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { accountId, arn, createDatabase, eventually, region, temporaryFolder } from "../router/testing.ts";
import { batchActions, type JobDefinition } from "./api.ts";
import { statOf } from "./proc.ts";
import { startBatch } from "./service.ts";

const database = await createDatabase();
const folder = await temporaryFolder();
const pool = database.pool();
const started: Awaited<ReturnType<typeof startBatch>>[] = [];
const image = join(folder.path, "job.mjs");

beforeAll(() =>
  writeFile(
    image,
    `import { spawn } from "node:child_process";
     const { SCRIPT = "" } = process.env;
     await new (Object.getPrototypeOf(async () => {}).constructor)("spawn", SCRIPT)(spawn);`,
  ),
);
afterEach(async () => {
  await Promise.all(started.splice(0).map((batch) => batch.stop()));
});
afterAll(async () => {
  await pool.end();
  await database.drop();
  await folder.remove();
});

const forever = "setInterval(() => {}, 1000)";

async function start(container: Partial<JobDefinition["container"]> = {}) {
  const queues = [{ arn: arn.queue, name: "jobs" }];
  const batch = await startBatch({
    pool,
    queues,
    jobsRoot: folder.path,
    graceMs: 300,
    log: () => undefined,
    jobCommand: () => ({ command: process.execPath, args: [image], env: { FROM_HOST: "yes" } }),
  });
  started.push(batch);
  const definition: JobDefinition = {
    arn: arn.definition,
    ...{ name: "ingest", revision: 1, properties: {} },
    container: {
      ...{ image: "atrium/ingest:1", command: [] },
      environment: [{ name: "BASE", value: "base" }],
      vcpu: 1,
      memoryMiB: 256,
      ...container,
    },
    timeoutSeconds: 60,
  };
  return { batch, call: batchActions(batch, { queues, definitions: [definition], region, accountId }) };
}

type Host = Awaited<ReturnType<typeof start>>;

async function submit({ call }: Host, script: string, more: object = {}) {
  const containerOverrides = { environment: [{ name: "SCRIPT", value: script }] };
  const request = { jobName: "job", jobQueue: "jobs", jobDefinition: "ingest", containerOverrides, ...more };
  return String((await call.SubmitJob(request)).jobId);
}

const describeOf = async ({ call }: Host, id: string) => (await call.DescribeJobs({ jobs: [id] })).jobs[0];
const reaches = (host: Host, id: string, ...statuses: string[]) =>
  eventually(async () => {
    const job = await describeOf(host, id);
    return job && statuses.includes(String(job.status)) && job;
  });
const ends = (host: Host, id: string) => reaches(host, id, "SUCCEEDED", "FAILED");
const logOf = (id: string, attempt = 1) => readFile(join(folder.path, "logs", `${id}-${attempt}.log`), "utf8");

test("a job has the environment of its definition, its submission and the host, and a folder of its own", async () => {
  const host = await start();
  const script = `console.log(JSON.stringify([process.env.BASE, process.env.FROM_HOST, process.env.AWS_BATCH_JOB_ID, process.env.PGPASSWORD]), process.cwd()); console.error("said")`;
  const id = await submit(host, script);
  expect(await ends(host, id)).toMatchObject({ status: "SUCCEEDED", container: { exitCode: 0 } });
  const log = await logOf(id);
  expect(log).toContain(JSON.stringify(["base", "yes", id, null]));
  expect(log).toContain("said");
  expect(log).toContain(join("work", id));
  expect(await readdir(join(folder.path, "work"))).toEqual([]);
});

test("an exit code other than 0 has failed, once", async () => {
  const host = await start();
  const job = await ends(host, await submit(host, "process.exit(65)"));
  expect(job).toMatchObject({
    status: "FAILED",
    statusReason: "Essential container in task exited",
    container: { exitCode: 65 },
  });
  expect(job.attempts).toHaveLength(1);
});

test("a retry strategy runs another attempt, unless a rule says to exit", async () => {
  const host = await start();
  const retryStrategy = { attempts: 3, evaluateOnExit: [{ onExitCode: "65", action: "EXIT" }] };
  const script = "process.exit(process.env.AWS_BATCH_JOB_ATTEMPT === '1' ? 1 : 65)";
  const job = await ends(host, await submit(host, script, { retryStrategy }));
  expect(job.attempts).toMatchObject([{ container: { exitCode: 1 } }, { container: { exitCode: 65 } }]);
  expect(job.status).toBe("FAILED");
});

test("a job that takes too long is asked to end, then made to", async () => {
  const host = await start();
  const timeout = { attemptDurationSeconds: 0.5 };
  const polite = await submit(host, `process.on("SIGTERM", () => process.exit(7)); ${forever}`, { timeout });
  const stubborn = await submit(host, `process.on("SIGTERM", () => {}); ${forever}`, { timeout });
  const statusReason = "Job attempt duration exceeded timeout";
  expect(await ends(host, polite)).toMatchObject({ status: "FAILED", statusReason, container: { exitCode: 7 } });
  expect(await ends(host, stubborn)).toMatchObject({ status: "FAILED", statusReason, container: { exitCode: 137 } });
});

test("a job above its memory is killed for that reason", async () => {
  const host = await start();
  const script = `const kept = []; setInterval(() => kept.push(Buffer.alloc(32e6, 1)), 20)`;
  const job = await ends(host, await submit(host, script));
  expect(job).toMatchObject({
    status: "FAILED",
    container: { exitCode: 137, reason: expect.stringContaining("OutOfMemory") },
  });
});

test("the heap is limited below the memory, so that Node fails with words", async () => {
  const host = await start();
  const id = await submit(host, "console.log(process.env.NODE_OPTIONS)");
  await ends(host, id);
  expect(await logOf(id)).toContain("--max-old-space-size=192");
});

test("terminating ends a running job with all its processes; cancelling leaves it alone", async () => {
  const host = await start();
  const id = await submit(host, `const child = spawn("sleep", ["100"]); console.log("pid", child.pid); ${forever}`);
  const text = await eventually(async () => /pid (\d+)/.exec(await logOf(id).catch(() => ""))?.[1]);
  await host.call.CancelJob({ jobId: id, reason: "not this way" });
  expect((await describeOf(host, id))?.status).toBe("RUNNING");
  await host.call.TerminateJob({ jobId: id, reason: "enough" });
  expect(await ends(host, id)).toMatchObject({ status: "FAILED", statusReason: "enough", isTerminated: true });
  expect(await statOf(Number(text))).toBeUndefined();
});

test("jobs wait for cores in order; one that waits can be cancelled", async () => {
  const host = await start();
  const running = await Promise.all([submit(host, forever), submit(host, forever)]);
  await Promise.all(running.map((id) => reaches(host, id, "RUNNING")));
  const [cancelled, next] = [await submit(host, forever), await submit(host, "")];
  await host.call.CancelJob({ jobId: cancelled, reason: "changed my mind" });
  expect(await describeOf(host, cancelled)).toMatchObject({
    status: "FAILED",
    statusReason: "changed my mind",
    attempts: [],
  });
  expect((await describeOf(host, next))?.status).toBe("RUNNABLE");
  await host.call.TerminateJob({ jobId: running[0], reason: "make room" });
  expect((await ends(host, next)).status).toBe("SUCCEEDED");
  const { jobSummaryList } = await host.call.ListJobs({ jobQueue: "jobs", jobStatus: "RUNNING" });
  expect(jobSummaryList.map((job) => job.jobId)).toEqual([running[1]]);
});

test("a job that asks for more cores than there are runs alone", async () => {
  const host = await start({ vcpu: 16 });
  const [first, second] = [await submit(host, forever), await submit(host, "")];
  await reaches(host, first, "RUNNING");
  expect((await describeOf(host, second))?.status).toBe("RUNNABLE");
  await host.call.TerminateJob({ jobId: first, reason: "make room" });
  expect((await ends(host, second)).status).toBe("SUCCEEDED");
});

test("the next host finds the jobs of one that went: running ones failed, waiting ones are run", async () => {
  const first = await start();
  const running = [await submit(first, forever), await submit(first, `console.log("pid", process.pid); ${forever}`)];
  const waiting = await submit(first, "");
  const pid = await eventually(async () => /pid (\d+)/.exec(await logOf(running[1] ?? "").catch(() => ""))?.[1]);
  await eventually(async () => (await first.batch.store.find(running[1] ?? ""))?.process);
  const second = await start();
  for (const id of running)
    expect(await ends(second, id)).toMatchObject({ status: "FAILED", statusReason: "Host terminated" });
  expect(await ends(second, waiting)).toMatchObject({ status: "SUCCEEDED" });
  // The first host is still there in this test, and its processes were swept away under it.
  await eventually(async () => (await statOf(Number(pid))) === undefined);
});

test("stopping takes under two seconds, whatever the jobs think of it", async () => {
  const host = await start();
  const id = await submit(host, `process.on("SIGTERM", () => {}); console.log("ready"); ${forever}`);
  await eventually(async () => (await logOf(id).catch(() => "")).includes("ready"));
  const begun = Date.now();
  await host.batch.stop();
  expect(Date.now() - begun).toBeLessThan(2_000);
  expect(existsSync(join(folder.path, "work", `${id}-1`))).toBe(false);
});

test("a log is bounded, and the job goes on", async () => {
  const host = await start();
  const script = `const line = "x".repeat(65535) + "\\n"; for (let i = 0; i < 100; i++) process.stdout.write(line); process.stdout.write("", () => process.exit(3))`;
  const id = await submit(host, script);
  expect((await ends(host, id)).container).toMatchObject({ exitCode: 3 });
  const log = await logOf(id);
  expect(log.length).toBeLessThan(4.1 * 1024 * 1024);
  expect(log).toContain("log ends here");
});

test.each([
  [{ jobQueue: "nope" }, "ClientException"],
  [{ jobDefinition: "nope" }, "ClientException"],
  [{ jobName: "a b" }, "ClientException"],
  [{ arrayProperties: { size: 2 } }, "NotImplemented"],
  [{ containerOverrides: { environment: [{ name: "A", value: "x".repeat(8192) }] } }, "ClientException"],
  [{ tags: { large: "x".repeat(30 * 1024) } }, "ClientException"],
])("SubmitJob refuses case %#", async (more, code) => {
  const host = await start();
  await expect(submit(host, "", more)).rejects.toMatchObject({ code });
});

test("jobs of a queue that is gone have failed, as nobody would ever run them", async () => {
  const first = await start();
  await Promise.all([submit(first, forever), submit(first, forever)]);
  const id = await submit(first, "");
  await first.batch.stop();
  const elsewhere = await startBatch({
    pool,
    queues: [],
    jobsRoot: folder.path,
    log: () => undefined,
    jobCommand: () => ({ command: "false", args: [], env: {} }),
  });
  started.push(elsewhere);
  expect(await elsewhere.store.find(id)).toMatchObject({
    status: "FAILED",
    statusReason: expect.stringContaining("queue"),
  });
});

test("a command that is not there fails the job with its reason", async () => {
  const queues = [{ arn: arn.queue, name: "jobs" }];
  const jobCommand = (image: string) => {
    throw new Error(`No image ${image}`);
  };
  const batch = await startBatch({ pool, queues, jobsRoot: folder.path, log: () => undefined, jobCommand });
  started.push(batch);
  const spec = {
    image: "nope",
    command: [],
    environment: [],
    vcpu: 1,
    memoryMiB: 256,
    timeoutSeconds: 60,
    attempts: 1,
    evaluateOnExit: [],
  };
  const job = await batch.submit({
    id: "missing-image",
    name: "job",
    queue: arn.queue,
    definition: arn.definition,
    spec,
  });
  const ended = await batch.ended(job.id, new AbortController().signal);
  expect(ended).toMatchObject({
    status: "FAILED",
    statusReason: "Task failed to start",
    attempts: [{ reason: "No image nope" }],
  });
});

test("a definition that was registered is found by its name, by another host as well, and its jobs are its image's", async () => {
  const host = await start();
  const containerProperties = {
    ...{ image: "registry/one@sha256:0", command: ["--fast"], executionRoleArn: "arn:aws:iam::1:role/x" },
    environment: [{ name: "SCRIPT", value: "console.log(process.argv.slice(2).join())" }],
    resourceRequirements: [
      { type: "VCPU", value: "1" },
      { type: "MEMORY", value: "256" },
    ],
  };
  const made = {
    jobDefinitionName: "image-one",
    type: "container",
    containerProperties,
    timeout: { attemptDurationSeconds: 60 },
  };
  const named = { jobDefinitionName: "image-one", status: "ACTIVE" };
  expect(await host.call.DescribeJobDefinitions(named)).toEqual({ jobDefinitions: [] });
  expect(await host.call.RegisterJobDefinition(made)).toMatchObject({ revision: 1 });
  expect(await host.call.RegisterJobDefinition(made)).toMatchObject({ revision: 2 });
  await expect(host.call.RegisterJobDefinition({ ...made, jobDefinitionName: "ingest" })).rejects.toThrow(
    /of the program/,
  );
  await expect(host.call.RegisterJobDefinition({ ...made, parameters: {} })).rejects.toThrow(/not implemented/);
  const next = await start();
  expect(await next.call.DescribeJobDefinitions(named)).toMatchObject({
    jobDefinitions: [{ revision: 2, containerProperties, timeout: { attemptDurationSeconds: 60 } }, { revision: 1 }],
  });
  const job = { jobName: "job", jobQueue: "jobs", jobDefinition: "image-one" };
  const id = String((await next.call.SubmitJob(job)).jobId);
  await reaches(next, id, "SUCCEEDED");
  expect(await readFile(join(folder.path, "logs", `${id}-1.log`), "utf8")).toContain("--fast");
  expect(await describeOf(next, id)).toMatchObject({
    container: { image: "registry/one@sha256:0", command: ["--fast"] },
  });
});
