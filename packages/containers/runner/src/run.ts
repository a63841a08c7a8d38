import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Client } from "./client.ts";
import { createConsole, eachLine, LONGEST_LINE } from "./console.ts";
import type { Job, Result } from "./job.ts";
import { readResult, sendOutputs } from "./outcome.ts";
import { type Places, programFor } from "./program.ts";
import { createReporter, type Reporter } from "./reporter.ts";
import { Forbidden, type Sandbox } from "./sandbox/index.ts";
import type { StartSandbox } from "./sandbox/types.ts";
import { Hopeless, messageOf } from "./trouble.ts";
import { layWorkspace } from "./workspace.ts";

/** Of characters printed; beyond that a program is in a loop. */
const MOST_PRINTED = 16 * 1024 * 1024;

/** Of the whole, what comes before the code. */
const BEGUN = 0.1;

const Line = z.union([
  z.object({
    progress: z.object({ fraction: z.number().min(0).max(1), step: z.string(), message: z.string().optional() }),
  }),
  z.object({ log: z.object({ level: z.enum(["info", "warn", "error"]), message: z.string() }) }),
]);

type Context = { client: Client; start: StartSandbox; places: Places; folder: string; stop: AbortController };

/** The whole of a job. True when its code came to an end by itself; a job that failed has told the API why. */
export async function runJob({ client, start, places, folder, stop }: Context): Promise<boolean> {
  const { signal } = stop;
  const job = await client.job();
  const reporter = createReporter(client, () => stop.abort(new Hopeless("The run was cancelled.")), signal);
  const perform = async (): Promise<object> => {
    const work = join(folder, "work");
    await mkdir(work, { recursive: true });
    reporter.progress({ fraction: 0, step: "Inputs" });
    await layWorkspace(work, job, client, signal);
    // Making an environment takes longer than most code, and yet is the smallest part of it.
    const progress: Reporter["progress"] = (made) => reporter.progress({ ...made, fraction: made.fraction * BEGUN });
    const { program, hash } = await programFor(job, { ...places, folder, signal, progress });
    reporter.progress({ fraction: BEGUN, step: "Run" });
    const sandbox = await start(program, job.limits, folder);
    const ending = await follow(sandbox, reporter, signal);
    const result = await readResult(work, ending, job);
    if (result.error) return { ...result, outputs: await keepNotebook(work, result, job, client, signal) };
    reporter.progress({ fraction: 1, step: "Outputs" });
    return { outputs: await sendOutputs(work, result, job, client, signal), environmentHash: hash };
  };
  const result = await Promise.race([perform().catch(hopeless), reporter.failed]);
  if (signal.aborted) throw signal.reason;
  await reporter.close();
  await client.result(result);
  return !("error" in result);
}

/** Of what failed, a notebook is kept as far as it came: it shows the error where it happened. */
function keepNotebook(work: string, { outputs }: Result, job: Job, client: Client, signal: AbortSignal) {
  const executed = outputs.filter(({ type }) => type === "notebook");
  return sendOutputs(work, { outputs: executed }, job, client, signal);
}

/** What no other try could change is the run's result; the rest is for Step Functions to try again. */
function hopeless(error: unknown): { outputs: []; error: { message: string } } {
  const known = error instanceof Hopeless || error instanceof Forbidden || error instanceof z.ZodError;
  if (!known) throw error;
  const message =
    error instanceof z.ZodError ? "What the code left as its result can't be understood." : messageOf(error);
  return { outputs: [], error: { message } };
}

/** Passes on what the program says until nothing is left of it. */
export async function follow(sandbox: Sandbox, reporter: Reporter, signal: AbortSignal) {
  const stop = () => sandbox.end("stopped");
  signal.addEventListener("abort", stop, { once: true });
  if (signal.aborted) stop();
  const printed = createConsole({ write: reporter.log, most: MOST_PRINTED, exceeded: () => sandbox.end("output") });
  try {
    await Promise.all([
      eachLine(sandbox.stdout, printed("info")),
      eachLine(sandbox.stderr, printed("warn")),
      eachLine(sandbox.reports, (line) => take(line, reporter)),
    ]);
    return await sandbox.ended;
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

/** A line that is none of these is the program's mistake, and nothing to end it for. */
function take(line: string, reporter: Reporter): void {
  let found: z.infer<typeof Line> | undefined;
  try {
    found = Line.safeParse(JSON.parse(line)).data;
  } catch {
    found = undefined; // no JSON
  }
  if (found && "progress" in found)
    reporter.progress({ ...found.progress, fraction: BEGUN + found.progress.fraction * (1 - BEGUN) });
  if (found && "log" in found)
    reporter.log({ ...found.log, message: found.log.message.replaceAll("\0", "\uFFFD").slice(0, LONGEST_LINE) || " " });
}
