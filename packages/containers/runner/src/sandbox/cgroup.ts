import { existsSync } from "node:fs";
import { access, constants, mkdir, readdir, readFile, rmdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Excess, Limits } from "./types.ts";

export type Cgroups = { paths: string[]; exceeded(): Promise<Excess | undefined>; remove(): Promise<void> };

const MIB = 1024 * 1024;
const BASE = "/sys/fs/cgroup";
const PREFIX = "atrium-job-";
const REMOVAL_TRIES = 20;
const REMOVAL_PAUSE_MS = 50;

/** A file of a controller, what to write into it, and which of its counters says that it was not enough. */
type Rule = { file: string; value: number; counter: [file: string, key: string]; excess: Excess };

/**
 * What the kernel counts itself, where this process may make a group: memory that no process has mapped, and processes
 * the moment they begin. Elsewhere the watch alone counts.
 */
export async function makeCgroups({ memoryMiB, processes }: Limits): Promise<Cgroups> {
  const memory = memoryMiB * MIB;
  const v1: Record<string, Rule> = {
    memory: {
      file: "memory.limit_in_bytes",
      value: memory,
      counter: ["memory.oom_control", "oom_kill"],
      excess: "memory",
    },
    pids: { file: "pids.max", value: processes + 8, counter: ["pids.events", "max"], excess: "processes" },
  };
  const v2 = [
    { ...v1.memory, file: "memory.max", counter: ["memory.events", "oom_kill"] },
    { ...v1.pids, counter: ["pids.events", "max"] },
  ] as Rule[];
  const name = `${PREFIX}${process.pid}-${Date.now().toString(36)}`;
  const made: { path: string; rules: Rule[] }[] = [];
  for (const [parent, rules] of await places(v1, v2)) {
    await removeLeftovers(parent);
    const path = join(parent, name);
    if (await make(path, rules)) made.push({ path, rules });
  }
  return {
    paths: made.map(({ path }) => path),
    async exceeded() {
      for (const { path, rules } of made)
        for (const { counter, excess } of rules) if ((await count(path, counter)) > 0) return excess;
      return undefined;
    },
    async remove() {
      for (const { path } of made) await removeGroup(path);
    },
  };
}

/** Of the unified hierarchy our own group's parent, else each controller's own hierarchy. */
async function places(v1: Record<string, Rule>, v2: Rule[]): Promise<[parent: string, rules: Rule[]][]> {
  const own = (await readFile("/proc/self/cgroup", "utf8").catch(() => "")).trim().split("\n");
  const controllers = await readFile(join(BASE, "cgroup.controllers"), "utf8").catch(() => undefined);
  if (controllers !== undefined) {
    const parent = join(BASE, own.find((line) => line.startsWith("0::"))?.slice(3) ?? "/", "..");
    const handed = await readFile(join(parent, "cgroup.subtree_control"), "utf8").catch(() => "");
    return ["memory", "pids"].every((one) => handed.includes(one)) ? [[parent, v2]] : [];
  }
  return Object.entries(v1).flatMap(([controller, rule]): [string, Rule[]][] => {
    const line = own.find((one) => one.split(":")[1]?.split(",").includes(controller));
    return line ? [[join(BASE, controller, line.split(":").slice(2).join(":")), [rule]]] : [];
  });
}

/** False where that is not allowed, which is usual. */
async function make(path: string, rules: Rule[]): Promise<boolean> {
  try {
    await access(join(path, ".."), constants.W_OK);
    await mkdir(path);
    for (const { file, value } of rules) await writeFile(join(path, file), `${value}`);
    return true;
  } catch {
    await rmdir(path).catch(() => undefined); // not made either
    return false;
  }
}

async function count(path: string, [file, key]: [string, string]): Promise<number> {
  const text = await readFile(join(path, file), "utf8").catch(() => "");
  return Number(new RegExp(`^${key} (\\d+)$`, "m").exec(text)?.[1] ?? 0);
}

/** The last process leaves it a moment after it was seen to end. */
async function removeGroup(path: string): Promise<void> {
  for (let tries = 0; tries < REMOVAL_TRIES; tries++) {
    const gone = await rmdir(path).then(
      () => true,
      (error: NodeJS.ErrnoException) => error.code === "ENOENT",
    );
    if (gone) return;
    await sleep(REMOVAL_PAUSE_MS);
  }
}

/** Of jobs whose runner was killed. One that is in use can't be removed. */
async function removeLeftovers(parent: string): Promise<void> {
  const names = (await readdir(parent).catch(() => [])).filter((name) => name.startsWith(PREFIX));
  for (const name of names) {
    if (!existsSync(`/proc/${name.slice(PREFIX.length).split("-")[0]}`))
      await rmdir(join(parent, name)).catch(() => undefined);
  }
}
