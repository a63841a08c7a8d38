import { mkdtemp, rm } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "./client.ts";
import { imageProgramFrom } from "./image/program.ts";
import { runImage } from "./image/run.ts";
import { runJob } from "./run.ts";
import { chooseSandbox } from "./sandbox/index.ts";
import type { StartSandbox } from "./sandbox/types.ts";
import { Hopeless, messageOf, Stopped } from "./trouble.ts";

/** The same as of every job: 65 says that another try would end the same way. */
const EXIT_DONE = 0;
const EXIT_RETRYABLE = 1;
const EXIT_PERMANENT = 65;

const log = (level: string, message: string) =>
  process.stdout.write(`${JSON.stringify({ level, message, time: new Date().toISOString() })}\n`);

async function main(): Promise<number> {
  const image = imageProgramFrom(process.env, process.argv.slice(2));
  const token = image ? process.env.ATRIUM_TOKEN : process.env.JOB_TOKEN;
  const url = image ? process.env.ATRIUM_URL?.replace(/\/api\/v1\/job$/, "") : process.env.API_URL;
  // Whatever is started from here on has no business with it.
  delete process.env.JOB_TOKEN;
  delete process.env.ATRIUM_TOKEN;
  if (!token || !url) {
    log("error", "The token or the address of the job is not set");
    return EXIT_PERMANENT;
  }
  const stop = new AbortController();
  const told = () => stop.abort(new Stopped("The job was told to stop."));
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, told);
  const folder = await mkdtemp(join(process.env.ATRIUM_SCRATCH ?? tmpdir(), "job-"));
  try {
    const start: StartSandbox = async (...job) => chooseSandbox(process.env)(...job);
    if (process.env.ATRIUM_SANDBOX === "off") log("warn", "User code runs unconfined: the administrator turned it on");
    const places = {
      containers: process.env.ATRIUM_CONTAINERS ?? join(import.meta.dirname, "..", ".."),
      cache: process.env.ATRIUM_PYTHON_CACHE ?? join(homedir(), ".cache", "atrium", "python"),
    };
    const client = createClient(url, token, stop.signal);
    if (image) return await runImage({ client, start, program: image, folder, stop });
    return (await runJob({ client, start, places, folder, stop })) ? EXIT_DONE : EXIT_PERMANENT;
  } catch (error) {
    log("error", messageOf(error));
    // A cancelled run is not tried again; one whose process was told to stop is.
    return error instanceof Hopeless ? EXIT_PERMANENT : EXIT_RETRYABLE;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

// What still waits, such as a request that nobody needs any more, is not waited for.
process.exit(await main());
