import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { findPython } from "../python/find.ts";
import { startInNamespaces } from "./namespaces.ts";
import type { Limits, Node, Program, Python } from "./types.ts";

export const LIMITS: Limits = { seconds: 20, memoryMiB: 256, cpus: 1, processes: 40, diskMiB: 64, outputMiB: 16 };

const KINDS = ["--user", "--map-root-user", "--mount", "--pid", "--fork", "--net", "--ipc", "--uts"];

/** Why no sandbox can be made here, or undefined. */
export function namespacesMissing(): string | undefined {
  const { status, stderr, error } = spawnSync("unshare", [...KINDS, "true"], { encoding: "utf8" });
  return status === 0 ? undefined : `Namespaces are not allowed here: ${error?.message ?? stderr.trim()}`;
}

/** The interpreters that there are, the Python one with nothing installed in it. */
export async function interpreters(folder: string): Promise<Record<string, Python | Node>> {
  const node = { kind: "node", program: process.execPath, packages: {} } as const;
  const found = await findPython(process.env).catch(() => undefined);
  if (!found) return { node };
  const environment = join(folder, "environment");
  const { status, stderr } = spawnSync(found.program, ["-m", "venv", "--without-pip", environment], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
  return { node, python: { kind: "python", environment, base: found.base } };
}

/** Runs code in the sandbox, instead of a harness. Answers what it said and how it ended. */
export async function runCode(interpreter: Program["interpreter"], code: string, limits: Partial<Limits> = {}) {
  const folder = await mkdtemp(join(tmpdir(), "sandboxed-"));
  try {
    const harness = join(folder, "harness");
    for (const path of [harness, ...["tmp", "outputs"].map((name) => join(folder, "work", name))])
      await mkdir(path, { recursive: true });
    const entry = interpreter.kind === "python" ? "code.py" : "code.mjs";
    await writeFile(join(harness, entry), code);
    const sandbox = await startInNamespaces({ harness, entry, interpreter }, { ...LIMITS, ...limits }, folder);
    const [said, complained, ending] = await Promise.all([text(sandbox.stdout), text(sandbox.stderr), sandbox.ended]);
    return { said, complained, ...ending };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
