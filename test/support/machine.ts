/** What a measurement was made with. */
import { execFileSync } from "node:child_process";
import { arch, cpus, release, totalmem } from "node:os";
import { ROOT } from "./paths.ts";

export function machine() {
  const [cpu] = cpus();
  return {
    cpu: cpu?.model.trim(),
    cores: cpus().length,
    memoryGiB: Number((totalmem() / 2 ** 30).toPrecision(4)),
    system: `${process.platform} ${release()} ${arch()}`,
    node: process.version,
  };
}

export function commit(): string {
  const git = (...args: string[]) => execFileSync("git", args, { cwd: ROOT, encoding: "utf8" }).trim();
  try {
    return git("rev-parse", "--short", "HEAD") + (git("status", "--porcelain") === "" ? "" : " with changes");
  } catch {
    return "unknown";
  }
}
