import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { bundle, type Entry } from "../bundle/index.ts";
import { functionEntries } from "../graph/functions.ts";
import type { Graph } from "../graph/index.ts";

/** Programs of this host that run as processes of their own. */
const OWN: Entry[] = [
  { name: "host-lambda", source: "packages/local/src/lambda/bootstrap/main.ts" },
  { name: "host-s3", source: "packages/local/src/s3/main.ts" },
];

const SOURCES = ["core", "functions", "containers", "local"].map((name) => `packages/${name}`);
const CONTAINERS = "packages/containers";

/** Built programs, below one folder. */
export type Artifacts = {
  folder: string;
  program(name: string): string;
  /** The program of a container image, `…/atrium/ingest:latest`. */
  job(image: string): string;
};

export async function buildArtifacts(root: string, cache: string, graph: Graph): Promise<Artifacts> {
  const jobs = jobNames(root);
  const entries = [...functionEntries(graph, root), ...jobs.map(jobEntry), ...OWN];
  const folder = await bundle({ root, cache: join(cache, "programs"), entries, sources: SOURCES });
  const program = (name: string) => join(folder, name, "index.mjs");
  return {
    folder,
    program,
    job(image) {
      const name = nameOf(image);
      if (!jobs.includes(name))
        throw new Error(`There is no container ${name} in ${CONTAINERS} for the image ${image}`);
      return program(`job-${name}`);
    },
  };
}

/** Of `…/atrium/ingest:latest` what its folder is called. */
export const nameOf = (image: string): string => /([^/]+?)(?:[:@][^/]*)?$/.exec(image)?.[1] ?? "";

const jobNames = (root: string): string[] =>
  readdirSync(join(root, CONTAINERS)).filter((name) => existsSync(join(root, jobEntry(name).source)));

const jobEntry = (name: string): Entry => ({ name: `job-${name}`, source: `${CONTAINERS}/${name}/src/main.ts` });
