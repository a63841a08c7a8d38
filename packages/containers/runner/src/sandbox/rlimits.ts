import { readFileSync } from "node:fs";
import type { Limits } from "./types.ts";

const MIB = 1024 * 1024;
const OPEN_FILES = 1024;
/** The sandbox's own beside the program's. */
const OWN_PROCESSES = 8;

/** For prlimit(1). What the kernel refuses at once is a backstop for what is watched. */
export function limitArguments({ seconds, cpus, processes, diskMiB }: Limits): string {
  const wanted: Record<string, [name: string, value: number]> = {
    "--core": ["core file size", 0],
    "--fsize": ["file size", diskMiB * MIB],
    "--nofile": ["open files", OPEN_FILES],
    "--nproc": ["processes", processes + OWN_PROCESSES],
    "--cpu": ["cpu time", Math.ceil(seconds * Math.max(cpus, 1)) + 1],
  };
  const ours = readFileSync("/proc/self/limits", "utf8");
  return Object.entries(wanted)
    .map(([option, [name, value]]) => `${option}=${Math.min(value, hardLimit(ours, name))}`)
    .join(" ");
}

/** Limits can be lowered by everybody, raised by few. */
function hardLimit(limits: string, name: string): number {
  const found = new RegExp(`^Max ${name}\\s+\\S+\\s+(\\d+)`, "m").exec(limits)?.[1];
  return found === undefined ? Number.POSITIVE_INFINITY : Number(found);
}

/** As many processors as the job may use, of those that this process may; jobs begin at different ones. */
export function allowedProcessors(count: number): string {
  const status = readFileSync("/proc/self/status", "utf8");
  const list = /^Cpus_allowed_list:\s+(\S+)/m.exec(status)?.[1] ?? "0";
  const all = list.split(",").flatMap((range) => {
    const [first = 0, last = first] = range.split("-").map(Number);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
  const start = process.pid % all.length;
  return [...all.slice(start), ...all.slice(0, start)].slice(0, Math.max(1, Math.ceil(count))).join(",");
}
