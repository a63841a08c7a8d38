import { spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "./paths.ts";

export const PYTHON_CLIENT = join(ROOT, "packages", "python");

/** Why the Python client cannot be tried here, or undefined. */
export function pythonMissing(): string | undefined {
  const found = spawnSync("python3", ["-c", "import sys, venv; sys.exit(sys.version_info < (3, 9))"]);
  return found.status === 0 ? undefined : "Python 3.9 or newer is not installed here";
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
