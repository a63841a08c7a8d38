import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { build, type Plugin } from "esbuild";
import { platform, root, synthesis } from "./paths.ts";

const EVALUATION_TIMEOUT_MS = 5 * 60 * 1000;
const app = { name: "atrium", stage: "main", removal: "retain", protect: true, home: "aws", providers: {} };

/** SST draws a random suffix for every physical name; a stable graph needs a stable one. */
const stableNames: Plugin = {
  name: "stable-names",
  setup(bundle) {
    bundle.onLoad({ filter: /components[\\/]naming\.ts$/ }, ({ path: file }) => {
      const source = readFileSync(file, "utf8");
      const drawn = 'crypto.randomBytes(8).toString("hex")';
      if (!source.includes(drawn)) throw new Error(`SST no longer draws names in ${file}`);
      return { loader: "ts", contents: source.replace(drawn, "main") };
    });
  },
};

/** Bundles the program with SST's components, as `sst deploy` would, behind an entry that records instead of creating. */
export async function bundleProgram(): Promise<string> {
  const outfile = path.join(platform, "synth.mjs");
  const stage = stageFolder();
  const cli = {
    command: "deploy",
    rpc: "",
    home: stage,
    paths: { home: stage, root: stage, work: path.join(synthesis, "work"), platform },
    state: { version: {} },
  };
  await build({
    stdin: { contents: entry(), resolveDir: platform, sourcefile: "entry.ts", loader: "ts" },
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    packages: "external",
    logLevel: "error",
    inject: [path.join(platform, "src/shim/run.js")],
    define: { $app: JSON.stringify(app), $cli: JSON.stringify(cli), $dev: "false" },
    plugins: [stableNames],
  });
  return outfile;
}

const entry = () => `
import * as pulumi from "@pulumi/pulumi";
import * as aws from "@pulumi/aws";
import * as dockerbuild from "@pulumi/docker-build";
import * as random from "@pulumi/random";
import * as sst from "./src/components/index.ts";
import { run as runProgram } from "./src/auto/run.ts";
import { record } from ${JSON.stringify(path.join(root, "scripts/synth/record.ts"))};
Object.assign(globalThis, { aws, dockerbuild, random, sst });
const { setMocks, runInPulumiStack } = pulumi.runtime;
const loadConfig = () => import(${JSON.stringify(path.join(root, "sst.config.ts"))});
await record({ setMocks, runInPulumiStack, runProgram, loadConfig }, process.env.SYNTH_OUTPUT);
`;

const STAGED = ["packages/web/dist/index.html", "node_modules/@ffmpeg-installer/linux-x64/ffmpeg"];

/** Stands in for the project's folder: it has a built site and what goes beside a bundle, whatever the state of the real one. */
function stageFolder(): string {
  const folder = path.join(synthesis, "project");
  for (const file of STAGED) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), "");
  }
  return folder;
}

/** One evaluation in a process of its own, with none of the settings that a developer's shell may carry. */
export async function evaluate(program: string, rpcURL: string): Promise<string> {
  const output = path.join(synthesis, "graph.json");
  rmSync(output, { force: true });
  const { stderr } = await promisify(execFile)(process.execPath, ["--enable-source-maps", program], {
    env: { PATH: process.env.PATH, SST_SERVER: rpcURL, SYNTH_OUTPUT: output, NODE_NO_WARNINGS: "1" },
    timeout: EVALUATION_TIMEOUT_MS,
  });
  if (stderr) process.stderr.write(stderr);
  return readFileSync(output, "utf8");
}
