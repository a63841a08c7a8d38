/** The Python client against a server that does as it is told, under the Python of this machine. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";

const usable = spawnSync("python3", ["-c", "import sys; sys.exit(sys.version_info < (3, 9))"]).status === 0;

it.skipIf(!usable)("its own tests pass with the standard library alone (skipped without Python 3.9 or newer)", () => {
  const env = { ...process.env, PYTHONPATH: join(import.meta.dirname, "src"), PYTHONDONTWRITEBYTECODE: "1" };
  const args = ["-m", "unittest", "discover", join(import.meta.dirname, "tests")];
  const { status, stderr } = spawnSync("python3", args, { env, encoding: "utf8" });
  expect(status, stderr).toBe(0);
  expect(stderr).toMatch(/Ran \d{2,} tests/);
});
