import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { checkLock } from "./lock.ts";

const OURS = join(import.meta.dirname, "..", "..", "..", "python");
const HASH = `    --hash=sha256:${"0f".repeat(32)}`;

it.each(["requirements.lock", "uv.lock"])("takes our own %s", (name) => {
  expect(() => checkLock(readFileSync(join(OURS, name), "utf8"))).not.toThrow();
});

it.each([
  ["another index", "--index-url https://packages.example/simple"],
  ["a folder of packages", "--find-links /home"],
  ["another file", "-r /etc/passwd"],
  ["a file", "evil @ file:///tmp/evil.whl"],
  ["an address", "https://packages.example/evil-1.0-py3-none-any.whl"],
  ["what is built from its source, here and now", "-e ."],
  ["a version that is not said", "numpy>=2"],
])("refuses %s", (_case, line) => {
  expect(() => checkLock(`numpy==2.0.0 \\\n${HASH}\n${line}\n`)).toThrow(/^Line 3 /);
});
