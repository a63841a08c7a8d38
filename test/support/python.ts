import { spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "./paths.ts";

export const PYTHON_CLIENT = join(ROOT, "packages", "python");

/** Why the Python client cannot be tried here, or undefined. */
export function pythonMissing(): string | undefined {
  const found = spawnSync("python3", ["-c", "import sys, venv; sys.exit(sys.version_info < (3, 9))"]);
  return found.status === 0 ? undefined : "Python 3.9 or newer is not installed here";
}

/** Why code in Python is not run here, or undefined. Making its environment takes a minute, which the first ring has not. */
export function environmentMissing(): string | undefined {
  const kept = process.env.ATRIUM_PYTHON_CACHE !== undefined || process.env.ATRIUM_TEST_RING === "full";
  return kept
    ? pythonMissing()
    : "makes an environment first: in the second ring, or where ATRIUM_PYTHON_CACHE keeps one";
}

/** Not spawnSync: the test's own event loop goes on meanwhile. */
export function run(command: string, args: string[], env: Record<string, string> = {}) {
  const child = spawn(command, args, {
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: "1", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  return new Promise<{ code: number | null; output: string }>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, output }));
  });
}
