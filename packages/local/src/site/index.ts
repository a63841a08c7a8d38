import { spawn } from "node:child_process";
import { stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { contentKey, moveInto, removeOld } from "../bundle/index.ts";
import { guard } from "../process/guard.ts";

const SOURCES = ["packages/web", "packages/sdk/src", "packages/core/src", "tsconfig.base.json", "package-lock.json"];
const BUILD_WITHIN_MS = 120_000;

/** Builds the site as it is deployed, unless this very content was built before. Answers its folder. */
export async function buildSite(root: string, cache: string): Promise<{ folder: string; fresh: boolean }> {
  const key = await contentKey(root, SOURCES, "site");
  const folder = join(cache, "site", key);
  if (await exists(join(folder, "index.html"))) return { folder, fresh: false };
  const making = `${folder}.${process.pid}`;
  await vite(join(root, "packages", "web"), making);
  await moveInto(making, folder);
  await removeOld(dirname(folder));
  return { folder, fresh: true };
}

async function vite(project: string, outDir: string): Promise<void> {
  const program = join(
    dirname(createRequire(join(project, "package.json")).resolve("vite/package.json")),
    "bin",
    "vite.js",
  );
  const args = [program, "build", "--outDir", outDir, "--emptyOutDir", "--logLevel", "warn"];
  const child = spawn(process.execPath, args, {
    cwd: project,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NODE_ENV: "production", NO_COLOR: "1" },
  });
  guard(child, "KILL");
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      output = `${output}${chunk}`.slice(-20_000);
    });
  }
  const timer = setTimeout(() => child.kill("SIGKILL"), BUILD_WITHIN_MS);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  }).finally(() => clearTimeout(timer));
  if (code !== 0) throw new Error(`The site could not be built (${code}):\n${output.trim()}`);
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
