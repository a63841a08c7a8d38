/** What AWS's Node runtime does in front of a handler: asks the Runtime API for work, calls the handler, reports. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Job, nextJob, post } from "./client.ts";
import { contextOf } from "./context.ts";
import { HttpResponseStream, isStreaming, openStream, streamifyResponse } from "./streaming.ts";

type Handler = (event: unknown, contextOrStream: unknown, context?: unknown) => unknown;

const active = new Set<string>();

// Before the bundle is loaded: streaming handlers use it while they are being defined.
Object.assign(globalThis, { awslambda: { streamifyResponse, HttpResponseStream } });

process.on("uncaughtException", (error) => die(error, "Runtime.UncaughtException"));
process.on("unhandledRejection", (reason) => die(reason, "Runtime.UnhandledPromiseRejection"));

const handler = await load().catch(async (error: unknown) => {
  complain(error);
  await post("init/error", JSON.stringify(describe(error)), {
    "Lambda-Runtime-Function-Error-Type": "Runtime.Unknown",
  });
  process.exit(1);
});
const pollers = Number(process.env.AWS_LAMBDA_MAX_CONCURRENCY ?? 1);
await Promise.all(Array.from({ length: pollers }, () => poll(handler)));
process.exit(0);

async function load(): Promise<Handler> {
  const [file = "index", name = "handler"] = (process.env._HANDLER ?? "index.handler").split(".");
  const path = join(process.env.LAMBDA_TASK_ROOT ?? ".", `${file}.mjs`);
  const module = (await import(pathToFileURL(path).href)) as Record<string, unknown>;
  const found = module[name];
  if (typeof found !== "function") throw new Error(`${file}.${name} is undefined or not exported`);
  return found as Handler;
}

async function poll(handler: Handler): Promise<void> {
  for (let job = await nextJob(); job; job = await nextJob()) {
    active.add(job.id);
    await work(handler, job);
    active.delete(job.id);
  }
}

async function work(handler: Handler, job: Job): Promise<void> {
  try {
    if (isStreaming(handler)) await stream(handler, job);
    else
      await post(`invocation/${job.id}/response`, JSON.stringify((await handler(job.event, contextOf(job))) ?? null));
  } catch (error) {
    complain(error);
    await fail(job.id, describe(error));
  }
}

async function stream(handler: Handler, job: Job): Promise<void> {
  const { stream, done, abort } = openStream(job.id);
  try {
    await handler(job.event, stream, contextOf(job));
    // As on AWS the handler's end does not end the answer: what it still pipes into the stream is waited for.
    await done;
  } catch (error) {
    if (!abort(describe(error))) throw error;
    complain(error);
  }
}

type Description = { errorType: string; errorMessage: string; trace: string[] };

function describe(error: unknown): Description {
  if (!(error instanceof Error)) return { errorType: typeof error, errorMessage: String(error), trace: [] };
  return { errorType: error.name, errorMessage: error.message, trace: (error.stack ?? "").split("\n") };
}

function fail(id: string, description: Description): Promise<void> {
  const headers = { "Lambda-Runtime-Function-Error-Type": description.errorType };
  return post(`invocation/${id}/error`, JSON.stringify(description), headers);
}

function complain(error: unknown): void {
  const line = { at: new Date().toISOString(), level: "error", message: "Invoke Error", ...describe(error) };
  process.stderr.write(`${JSON.stringify(line)}\n`);
}

/** An error outside of any handler leaves the process in an unknown state; AWS ends it, and so do we. */
function die(error: unknown, errorType: string): void {
  complain(error);
  const description = { ...describe(error), errorType };
  void Promise.allSettled([...active].map((id) => fail(id, description))).then(() => process.exit(129));
}
