import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Client } from "./client.ts";
import type { Job } from "./job.ts";
import { download } from "./transfer.ts";

const MIB = 1024 * 1024;
const FOLDERS = ["inputs", "outputs", "source", "tmp"];
const SUFFIX = { python: "py", javascript: "js" };

type Kept = { path: string; fileName: string };

/** Makes the working folder of the sandbox: what the job is given, as files, and `job.json`, which tells of them. */
export async function layWorkspace(work: string, job: Job, client: Client, signal: AbortSignal): Promise<void> {
  for (const folder of FOLDERS) await mkdir(join(work, folder), { recursive: true });
  // URLs are good for minutes. Once one was refused the job is asked for again, and has new ones.
  let latest = job;
  const fetchTo = async (path: string, urlOf: (job: Job) => string | undefined) => {
    let tries = 0;
    const address = async () => {
      if (tries++ > 0) latest = await client.job();
      const url = urlOf(latest) ?? "";
      return { url, headers: client.headersFor(url) };
    };
    await download(join(work, path), address, { largest: job.limits.diskMiB * MIB, signal });
  };

  const taken = new Set<string>();
  const inputs = [];
  for (const { url, files, ...input } of job.inputs) {
    if (files) {
      const kept = [];
      for (const [at, { url: _, ...file }] of files.entries()) {
        const path = `inputs/${input.name}-${at}-${safeName(file.fileName)}`;
        await fetchTo(path, (now) => now.inputs.find(({ name }) => name === input.name)?.files?.[at]?.url);
        kept.push({ ...file, path });
      }
      inputs.push({ ...input, files: kept });
      continue;
    }
    if (url === undefined) {
      inputs.push(input);
      continue;
    }
    const table = input.type === "dataframe";
    const fileName = table ? `${input.name}.arrow` : safeName(input.fileName ?? input.name);
    const path = `inputs/${taken.has(fileName) ? `${input.name}-${fileName}` : fileName}`;
    taken.add(fileName);
    await fetchTo(path, (now) => now.inputs.find(({ name }) => name === input.name)?.url);
    inputs.push({ ...input, path });
  }
  const source = await keepSource(work, job, fetchTo);
  const { environment: _, ...told } = job;
  await writeFile(join(work, "job.json"), JSON.stringify({ ...told, inputs, source }));
}

async function keepSource(
  work: string,
  { source, language }: Job,
  fetchTo: (path: string, urlOf: (job: Job) => string | undefined) => Promise<void>,
): Promise<Kept | undefined> {
  if (!source) return undefined;
  const fileName = safeName(source.fileName ?? `script.${SUFFIX[language ?? "python"]}`);
  const path = `source/${fileName}`;
  if ("text" in source && source.text !== undefined) await writeFile(join(work, path), `${source.text}`);
  else await fetchTo(path, (now) => (now.source && "url" in now.source ? now.source.url : undefined));
  return { path, fileName };
}

/** A name of one file in this folder, whatever somebody called theirs. */
const safeName = (name: string): string => {
  const bare = name.replace(/[/\\\0]/g, "_").slice(-200);
  return bare === "" || bare === "." || bare === ".." ? "file" : bare;
};
