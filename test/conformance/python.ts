/** Amazon's own clients for Python, in a virtual environment made for the run. */
import { execFile, spawnSync } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const INSTALL_LIMIT_MS = 4 * 60_000;
const CALL_LIMIT_MS = 60_000;
const REQUIREMENTS = join(import.meta.dirname, "requirements.txt");

/** Why the clients cannot be had here; undefined when they can. */
export function whyNot(): string | undefined {
  const tried = [
    ["python3", "-c", "import sys; sys.exit(sys.version_info < (3, 9))"],
    ["python3", "-c", "import venv, ensurepip"],
  ];
  const missing = tried.find(([command = "", ...args]) => spawnSync(command, args, { timeout: 10_000 }).status !== 0);
  return missing && `\`${missing.join(" ")}\` fails: Python 3.9 or newer with venv and pip is needed`;
}

export type Clients = {
  bin: string;
  call(program: string, args: string[], env: Record<string, string>): Promise<string>;
};

/** Throws what pip says when the packages cannot be installed, as where there is no package index. */
export async function installClients(folder: string): Promise<Clients> {
  const venv = join(folder, "venv");
  await run("python3", ["-m", "venv", venv], { timeout: INSTALL_LIMIT_MS });
  const bin = join(venv, "bin");
  const options = ["--quiet", "--disable-pip-version-check", "--no-input", "--retries", "1"];
  await run(join(bin, "pip"), ["install", ...options, "-r", REQUIREMENTS], { timeout: INSTALL_LIMIT_MS });
  return {
    bin,
    async call(program, args, env) {
      const own = { PATH: `${bin}:/usr/bin:/bin`, HOME: folder, AWS_EC2_METADATA_DISABLED: "true" };
      const { stdout } = await run(join(bin, program), args, { timeout: CALL_LIMIT_MS, env: { ...own, ...env } });
      return stdout;
    },
  };
}
