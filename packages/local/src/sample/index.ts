import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readJson, writeJson } from "../home/index.ts";
import { findMediaPrograms } from "../host/media-programs.ts";
import type { Status } from "../status/index.ts";
import { registerDetector } from "./algorithm/index.ts";
import { type Client, createClient, type Table } from "./client.ts";
import { type Sample, samples } from "./data.ts";
import { annotateReef } from "./reef/annotate.ts";
import { filmReef } from "./reef/index.ts";

type State = { projectId?: string; done: boolean };
type SampleOptions = { url: string; apiKey: string; root: string; statePath: string; status: Status };

const PROJECT = {
  name: "Sample",
  description: "To look around with: flights, weather, cars, and a short dive over a reef.",
};
const REEF = "reef-dive.mp4";
/**
 * A first start waits for the sample, so that whoever opens the site finds tables and not three spinners: that takes a
 * few seconds, once. On a machine where it takes longer the imports go on behind the open site.
 */
const WAIT_AT_MOST_MS = 30_000;

/** Fills a new installation through the public API. Interrupted, a later start goes on where it was. */
export async function seedSample({ url, apiKey, root, statePath, status }: SampleOptions): Promise<void> {
  const state = (await readJson<State>(statePath)) ?? { done: false };
  // Once it is complete it is the user's: what they remove stays removed.
  if (state.done) return;
  const client = createClient(url, apiKey);
  const deadline = Date.now() + WAIT_AT_MOST_MS;
  try {
    await status.step("sample", () => seed(client, root, state, statePath, deadline), describe);
  } catch (error) {
    // The product is usable without it, and the next start tries again.
    status.line(
      "sample",
      `not complete, the next start goes on: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

async function seed(client: Client, root: string, state: State, statePath: string, deadline: number): Promise<Table[]> {
  const projectId = state.projectId ?? (await client.createProject(PROJECT, "sample-project")).id;
  if (!state.projectId) await writeJson(statePath, { projectId, done: false } satisfies State);
  const started = await Promise.all(samples(root).map((sample) => startImport(client, projectId, sample)));
  await seedReef(client, root, projectId);
  // From here on the workflow sees to it, over any restart.
  await writeJson(statePath, { projectId, done: true } satisfies State);
  return Promise.all(started.map(({ id }) => client.imported(id, deadline)));
}

async function startImport(client: Client, projectId: string, sample: Sample): Promise<Table> {
  const named = async (kind: "file" | "table", name: string) =>
    (await client.items(projectId, kind)).find((item) => item.name === name);
  const table = await named("table", sample.table);
  if (table) return { ...table, state: "importing" };
  const file =
    (await named("file", sample.file)) ??
    (await client.upload(projectId, sample.file, sample.contentType, await sample.read()));
  return client.createTable(projectId, sample.table, file.id, `sample-table-${file.id}`);
}

/** A video with what swims in it already drawn; only where there is an ffmpeg, which its renditions need as well. */
async function seedReef(client: Client, root: string, projectId: string): Promise<void> {
  const programs = findMediaPrograms(root);
  if (!programs || (await client.items(projectId, "media")).length > 0) return;
  const folder = await mkdtemp(join(tmpdir(), "atrium-reef-"));
  try {
    await filmReef(programs.ffmpeg, join(folder, REEF));
    const file = await client.upload(projectId, REEF, "video/mp4", await readFile(join(folder, REEF)));
    const media = await client.createMedia(projectId, file.id, `sample-media-${file.id}`);
    await annotateReef(client, projectId, media.id);
    await registerDetector(client, projectId);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function describe(tables: Table[]): string {
  const names = (state: Table["state"]) => tables.filter((table) => table.state === state).map(({ name }) => name);
  const [importing, failed] = [names("importing"), names("failed")];
  if (failed.length > 0) return `could not be imported: ${failed.join(", ")}`;
  return importing.length > 0 ? `still being imported: ${importing.join(", ")}` : `${names("ready").join(", ")}`;
}
