import { readFileSync } from "node:fs";
import { descendants } from "./processes.ts";

const PAGE_BYTES = 4096;
const EVERY_MS = 100;

/** What of a process is in memory, pages it shares with others among them; 0 once it has ended. */
export function residentBytes(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]) * PAGE_BYTES;
  } catch {
    return 0;
  }
}

const tree = (roots: number[]) =>
  roots
    .flatMap((pid) => [{ pid, command: `root ${pid}` }, ...descendants(pid)])
    .map(({ pid, command }) => ({
      command: shorten(command),
      bytes: residentBytes(pid),
    }));

/** The resident memory of all processes below and with the roots, added up. */
export const treeBytes = (...roots: number[]): number => tree(roots).reduce((sum, { bytes }) => sum + bytes, 0);

/** Looks at every process of some trees again and again, and keeps the most that each kind had. */
export function watchMemory(...roots: number[]) {
  const peaks = new Map<string, number>();
  const look = () => {
    for (const { command, bytes } of tree(roots)) peaks.set(command, Math.max(peaks.get(command) ?? 0, bytes));
  };
  look();
  const timer = setInterval(look, EVERY_MS);
  return {
    stop(): Record<string, number> {
      clearInterval(timer);
      look();
      return Object.fromEntries([...peaks].sort(([, a], [, b]) => b - a));
    },
  };
}

/** Enough of a command to know the process by: neither folders nor the numbers of its connection. */
const shorten = (command: string) =>
  command
    .replace(/\S*\/(?=[^/\s]+\/[^/\s]+(\s|$))/g, "")
    .replace(/\(\d+\)/, "")
    .slice(0, 100);
