import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { platform, root, shown, work } from "./paths.ts";

const BUN_VERSION = "1.2.1"; // the one that wrote SST's lock file
const INSTALL_TIMEOUT_MS = 10 * 60 * 1000;
const stamp = path.join(platform, "unpacked");

/**
 * Unpacks SST's components and their providers to `.sst/platform`, in the versions of SST's own lock file. Nothing outside
 * `.sst` is touched: SST looks for its tools where XDG_CONFIG_HOME points.
 */
export function unpackPlatform(): void {
  const sst = findSst();
  const wanted = `${sst.version}\n${readFileSync(path.join(root, "sst.config.ts"), "utf8")}`;
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  console.log(`unpacking the platform of SST ${sst.version} to ${shown(platform)}`);
  rmSync(platform, { recursive: true, force: true });
  const config = path.join(work, "config");
  placeBun(path.join(config, "sst/bin/bun"));
  run(sst.binary, ["install", "--stage", "main"], {
    XDG_CONFIG_HOME: config,
    XDG_CACHE_HOME: path.join(work, "cache"),
    BUN_INSTALL_CACHE_DIR: path.join(work, "cache/bun"),
    SST_SKIP_DEPENDENCY_CHECK: "1",
    SST_TELEMETRY_DISABLED: "1",
  });
  writeFileSync(stamp, wanted);
}

/** The binary comes in a package for this kind of machine, an optional dependency of `sst`. */
function findSst(): { binary: string; version: string } {
  const resolver = createRequire(import.meta.url);
  const manifest = resolver.resolve(`sst-${process.platform}-${process.arch}/package.json`);
  const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { version: string };
  return { binary: path.join(path.dirname(manifest), "bin/sst"), version };
}

/** SST would download bun; the npm registry has its binary as a package. */
function placeBun(target: string): void {
  if (existsSync(target)) return;
  const machine = `${process.platform}-${process.arch === "arm64" ? "aarch64" : process.arch}`;
  const folder = path.join(work, "bun");
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "package.json"), '{ "private": true }\n');
  const quiet = [
    "--no-audit",
    "--no-fund",
    "--ignore-scripts",
    "--loglevel=error",
    "--cache",
    path.join(work, "cache/npm"),
  ];
  run("npm", ["install", ...quiet, "--prefix", folder, `@oven/bun-${machine}@${BUN_VERSION}`]);
  mkdirSync(path.dirname(target), { recursive: true });
  renameSync(path.join(folder, `node_modules/@oven/bun-${machine}/bin/bun`), target);
}

function run(command: string, args: string[], env: Record<string, string> = {}): void {
  const { status, error, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    encoding: "utf8",
    timeout: INSTALL_TIMEOUT_MS,
  });
  if (error || status !== 0) {
    throw new Error(`${path.basename(command)} ${args[0]} failed: ${error?.message ?? ""}\n${stdout}${stderr}`);
  }
}
