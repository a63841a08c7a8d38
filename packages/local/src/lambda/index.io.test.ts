import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { fromStream } from "../front-door/prelude.ts";
import { type Lambda, type LambdaOptions, type Outcome, startLambda } from "./index.ts";

const here = fileURLToPath(new URL(".", import.meta.url));
let folder: string;
let running: Lambda | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "atrium-lambda-"));
  await build({
    entryPoints: {
      "toy/index": join(here, "fixtures", "handlers.ts"),
      "bootstrap/index": join(here, "bootstrap", "main.ts"),
    },
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node24",
  });
});
afterAll(() => rm(folder, { recursive: true, force: true }));
afterEach(async () => {
  await running?.stop();
  running = undefined;
});

async function host(
  handler: string,
  extra: Partial<LambdaOptions> & { timeoutSeconds?: number; memoryMiB?: number; scratchMiB?: number } = {},
) {
  const { timeoutSeconds = 10, memoryMiB = 256, scratchMiB = 512, ...options } = extra;
  const spec = {
    name: "Toy",
    arn: "arn:aws:lambda:eu-west-1:123456789012:function:toy",
    functionName: "toy",
    bundle: join(folder, "toy"),
    scratchMiB,
    handler: `index.${handler}`,
    environment: { GREETING: "hello" },
    memoryMiB,
    timeoutSeconds,
  };
  running = await startLambda({
    functions: [spec],
    bootstrap: join(folder, "bootstrap", "index.mjs"),
    logs: join(folder, "logs"),
    scratch: join(folder, "scratch"),
    ...options,
  });
  return running;
}

const call = (lambda: Lambda, event: object = {}) =>
  lambda.invoke("toy", Buffer.from(JSON.stringify(event))) as Promise<Outcome>;

async function value<T>(outcome: Promise<Outcome>): Promise<T> {
  const settled = await outcome;
  if (settled.kind === "stream") throw new Error("Answered in a stream");
  return JSON.parse(settled.payload.toString("utf8")) as T;
}

const failure = async (outcome: Promise<Outcome>) => {
  expect((await outcome).kind).toBe("error");
  return value<{ errorType: string; errorMessage: string; trace?: string[] }>(outcome);
};

it("gives a handler its event, its environment and its context", async () => {
  const lambda = await host("echo", { timeoutSeconds: 7 });
  const answer = await value<Record<string, unknown>>(call(lambda, { text: "é" }));
  expect(answer).toMatchObject({ event: { text: "é" }, greeting: "hello", functionName: "toy", memory: "256" });
  expect(answer.remaining).toBeGreaterThan(5_000);
  expect(answer.remaining).toBeLessThanOrEqual(7_000);
});

it("knows a function by its name in the program, its own name and its ARN, with and without a version", async () => {
  const lambda = await host("echo");
  const arn = "arn:aws:lambda:eu-west-1:123456789012:function:toy";
  for (const name of ["Toy", "toy", arn, `${arn}:$LATEST`]) {
    expect((await lambda.invoke(name, Buffer.from("{}")))?.kind).toBe("value");
  }
  expect(lambda.invoke("other", Buffer.from("{}"))).toBeUndefined();
});

it("works on several invocations in one process and adds processes up to the limit", async () => {
  const lambda = await host("slow", { scale: { concurrency: 2, workers: 2 } });
  const answers = await Promise.all(Array.from({ length: 8 }, () => value<{ pid: number }>(call(lambda, { ms: 150 }))));
  expect(new Set(answers.map(({ pid }) => pid)).size).toBe(2);
  expect(lambda.processes()).toBe(2);
});

it("has a process ready when it was asked to", async () => {
  const lambda = await host("echo");
  const warmed = [lambda.warm("toy"), lambda.warm("toy")];
  expect(lambda.processes()).toBe(1);
  await Promise.all(warmed);
  expect((await call(lambda)).kind).toBe("value");
  expect(lambda.processes()).toBe(1);
});

it("starts nothing before there is work and ends what is idle", async () => {
  const lambda = await host("echo", { idleMs: 100 });
  expect(lambda.processes()).toBe(0);
  await call(lambda);
  expect(lambda.processes()).toBe(1);
  await expect.poll(() => lambda.processes(), { timeout: 3_000 }).toBe(0);
  expect((await call(lambda)).kind).toBe("value");
});

it("tells a thrown error by its name, message and trace", async () => {
  const lambda = await host("fail");
  const error = await failure(call(lambda));
  expect(error).toMatchObject({ errorType: "NotThere", errorMessage: "no such thing" });
  expect(error.trace?.join("\n")).toContain("at fail");
});

it("kills a handler that blocks the process beyond its time, and answers the next call from a new one", async () => {
  const lambda = await host("spin", { timeoutSeconds: 1, scale: { concurrency: 1, workers: 1 } });
  const began = Date.now();
  const error = await failure(call(lambda, { ms: 20_000 }));
  expect(error).toMatchObject({ errorType: "Sandbox.Timedout" });
  expect(error.errorMessage).toContain("Task timed out after 1.00 seconds");
  expect(Date.now() - began).toBeLessThan(4_000);
  expect((await call(lambda, { ms: 1 })).kind).toBe("value");
});

it("lets others who share the process finish when one of them times out", async () => {
  const lambda = await host("slow", { timeoutSeconds: 1, scale: { concurrency: 2, workers: 1 } });
  await call(lambda, { ms: 0 });
  const late = call(lambda, { ms: 5_000 });
  await new Promise((resolve) => setTimeout(resolve, 700));
  const other = call(lambda, { ms: 600 });
  expect((await failure(late)).errorType).toBe("Sandbox.Timedout");
  expect((await other).kind).toBe("value");
});

it("answers with an error when the process ends, and starts another", async () => {
  const lambda = await host("crash");
  expect(await failure(call(lambda))).toEqual({
    errorType: "Runtime.ExitError",
    errorMessage: "Runtime exited with error: exit status 3",
  });
  expect((await failure(call(lambda))).errorType).toBe("Runtime.ExitError");
});

it("ends a process with an unhandled rejection and says so to whoever waits", async () => {
  const lambda = await host("rejectLater");
  expect(await failure(call(lambda))).toMatchObject({
    errorType: "Runtime.UnhandledPromiseRejection",
    errorMessage: "nobody waits for this",
  });
});

it("ends a process that takes more memory than the function has", async () => {
  const lambda = await host("hoard", { memoryMiB: 200 });
  expect((await failure(call(lambda))).errorType).toBe("Runtime.OutOfMemory");
});

it("refuses a call that waited too long for a free process", async () => {
  // Long enough for the process to start on a busy machine.
  const lambda = await host("slow", { scale: { concurrency: 1, workers: 1 }, queuedMs: 4_000 });
  await call(lambda, { ms: 0 });
  const first = call(lambda, { ms: 6_000 });
  expect((await failure(call(lambda, { ms: 0 }))).errorType).toBe("TooManyRequestsException");
  expect((await first).kind).toBe("value");
});

it("ends a process that writes more than the function has room for, and gives the room back", async () => {
  const lambda = await host("fill", { scratchMiB: 2 });
  expect((await call(lambda, { mib: 1 })).kind).toBe("value");
  expect((await failure(call(lambda, { mib: 4, ms: 10_000 }))).errorMessage).toContain("No space left on device");
  expect((await call(lambda, { mib: 1 })).kind).toBe("value");
});

it("leaves no temporary file of a process that was killed, nor of a host that was", async () => {
  const temporary = join(folder, "scratch", "Toy-0", "tmp");
  const lambda = await host("fill", { timeoutSeconds: 2 });
  const killed = call(lambda, { mib: 1, ms: 10_000 });
  await expect.poll(() => readdir(temporary).catch(() => []), { timeout: 10_000, interval: 20 }).toEqual(["filled"]);
  expect((await killed).kind).toBe("error");
  await expect.poll(() => readdir(temporary).catch(() => [])).toEqual([]);

  await lambda.stop();
  await mkdir(temporary, { recursive: true });
  await writeFile(join(temporary, "of an earlier host"), "");
  await host("fill");
  expect(await readdir(temporary).catch(() => [])).toEqual([]);
});

it("fails the call, not the host, when the handler cannot be loaded", async () => {
  const lambda = await host("missing");
  expect((await failure(call(lambda))).errorMessage).toContain("index.missing is undefined or not exported");
});

it("refuses a buffered answer beyond AWS's limit", async () => {
  const lambda = await host("large");
  expect((await call(lambda, { bytes: 6 * 1024 * 1024 - 2 })).kind).toBe("value");
  expect((await failure(call(lambda, { bytes: 6 * 1024 * 1024 - 1 }))).errorType).toBe("Function.ResponseSizeTooLarge");
});

it("keeps what a function writes in its log", async () => {
  const lambda = await host("fail");
  await call(lambda);
  await lambda.stop();
  await expect.poll(() => readFile(join(folder, "logs", "Toy.log"), "utf8")).toContain('"errorType":"NotThere"');
});

async function streamed(outcome: Outcome) {
  if (outcome.kind !== "stream") throw new Error(`Answered as ${outcome.kind}`);
  return fromStream(outcome.contentType, outcome.body);
}

it("streams an answer behind its status, headers and cookies", async () => {
  const lambda = await host("stream");
  const { status, headers, cookies, body } = await streamed(await call(lambda, { text: "letter by letter" }));
  expect({ status, headers, cookies }).toMatchObject({ status: 201, headers: { "x-kind": "toy" }, cookies: ["a=1"] });
  expect(Buffer.isBuffer(body)).toBe(false);
  expect(await text(body as NodeJS.ReadableStream)).toBe("letter by letter");
});

it("breaks the answer off when a function fails while it streams", async () => {
  const lambda = await host("breakOff");
  const { body } = await streamed(await call(lambda));
  await expect(text(body as NodeJS.ReadableStream)).rejects.toThrow();
});

it("answers a streaming function's failure before its first byte as a failure", async () => {
  const lambda = await host("failBeforeStream");
  expect((await failure(call(lambda))).errorMessage).toBe("nothing to say");
});
