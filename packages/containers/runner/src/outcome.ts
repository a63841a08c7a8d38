import { lstat, readFile, realpath } from "node:fs/promises";
import { join, sep } from "node:path";
import type { Client } from "./client.ts";
import { type Job, Result } from "./job.ts";
import type { Ending } from "./sandbox/index.ts";
import { digestOf, upload } from "./transfer.ts";
import { Hopeless } from "./trouble.ts";

const MIB = 1024 * 1024;
const LARGEST_RESULT = 8 * MIB;
const SIGNALS = new Map([
  [4, "an illegal instruction"],
  [6, "an abort, as programs end that run out of memory"],
  [7, "a bus error"],
  [8, "an arithmetic error"],
  [9, "a kill"],
  [11, "a segmentation fault"],
  [24, "the end of its processor time"],
]);

/** What the program left, once it has ended; or, when it left nothing, why it ended. */
export async function readResult(work: string, ending: Ending, { limits }: Job): Promise<Result> {
  const over = reasonOf(ending, limits);
  if (over !== undefined) return { outputs: [], error: { message: over } };
  const path = await ownFile(work, "outputs/result.json");
  if (ending.exitCode !== 0 || path === undefined) {
    return { outputs: [], error: { message: `The code ${endedHow(ending.exitCode)} before it was done.` } };
  }
  if ((await lstat(path)).size > LARGEST_RESULT) throw new Hopeless("The result is larger than 8 MiB.");
  return Result.parse(JSON.parse(await readFile(path, "utf8")));
}

/** Why it was ended, when it did not end by itself. */
export function reasonOf({ excess }: Ending, limits: Job["limits"]): string | undefined {
  if (excess === undefined) return undefined;
  const reasons = {
    seconds: `The code was stopped after ${limits.seconds} seconds, the longest it may run.`,
    memory: `The code was stopped because it used more than ${limits.memoryMiB} MiB of memory.`,
    processes: `The code was stopped because it started more than ${limits.processes} processes.`,
    disk: `The code was stopped because it wrote more than ${limits.diskMiB} MiB to its disk.`,
    output: "The code was stopped because it printed more than can be kept.",
    stopped: "The code was stopped because the job was.",
  };
  return reasons[excess];
}

function endedHow(exitCode: number): string {
  if (exitCode === 0) return "ended its process";
  const signal = exitCode - 128;
  return exitCode > 128
    ? `was ended by ${SIGNALS.get(signal) ?? `signal ${signal}`}`
    : `ended with exit code ${exitCode}`;
}

/** Uploads the files of a result. Answers the result as the API takes it. */
export async function sendOutputs(work: string, result: Result, job: Job, client: Client, signal: AbortSignal) {
  const outputs = [];
  let total = 0;
  for (const output of result.outputs) {
    if (!("path" in output)) {
      outputs.push(output);
      continue;
    }
    const { path, ...told } = output as { path: string; name: string; contentType: string };
    const file = await ownFile(work, path);
    if (file === undefined) throw new Hopeless(`The output "${told.name}" is no file of the job's.`);
    const { size: bytes } = await lstat(file);
    total += bytes;
    if (total > job.limits.outputMiB * MIB) {
      throw new Hopeless(`The outputs are larger than ${job.limits.outputMiB} MiB together.`);
    }
    const sha256 = await digestOf(file);
    let key = "";
    const address = async () => {
      const place = await client.upload({ name: told.name, bytes, sha256, contentType: told.contentType });
      key = place.key;
      return place;
    };
    await upload(file, address, signal);
    outputs.push({ ...told, key, bytes, sha256 });
  }
  return outputs;
}

/**
 * The path of a plain file in the working folder. The program may have left links to anything, which it could not read
 * and this process could.
 */
async function ownFile(work: string, path: string): Promise<string | undefined> {
  const found = await realpath(join(work, path)).catch(() => undefined);
  if (!found?.startsWith((await realpath(work)) + sep)) return undefined;
  return (await lstat(found)).isFile() ? found : undefined;
}
