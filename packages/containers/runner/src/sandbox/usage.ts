import type { Stats } from "node:fs";
import { lstat, readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";

const PAGE_BYTES = 4096;
const BLOCK_BYTES = 512;

// A process is its folder below /proc. What can't be read of it has ended meanwhile.
const read = (path: string): Promise<string> => readFile(path, "utf8").catch(() => "");

/** Resident memory of all of them, shared pages counted as often as they are shared. */
export async function residentOf(processes: string[]): Promise<number> {
  const sizes = await Promise.all(processes.map((path) => read(join(path, "statm"))));
  return sizes.reduce((sum, text) => sum + Number(text.split(" ")[1] ?? 0) * PAGE_BYTES, 0);
}

/** What is shared by several is counted in shares. Costs more than the resident memory, which is never less. */
export async function fairlyResident(processes: string[]): Promise<number> {
  let bytes = 0;
  for (const path of processes) {
    const fair = /^Pss:\s+(\d+) kB$/m.exec(await read(join(path, "smaps_rollup")))?.[1];
    bytes += fair === undefined ? await residentOf([path]) : Number(fair) * 1024;
  }
  return bytes;
}

/** Bytes on the disk of what lies in a folder, and of its files that have no name any more but are still open. */
export async function diskOf(folder: string, processes: string[]): Promise<number> {
  const { dev } = await stat(folder);
  const deleted = new Map<number, number>();
  for (const path of processes) {
    const open = join(path, "fd");
    for (const number of await readdir(open).catch(() => [])) {
      const found = await stat(join(open, number)).catch(() => undefined);
      if (found && found.nlink === 0 && found.dev === dev) deleted.set(found.ino, bytesOf(found));
    }
  }
  return [...deleted.values()].reduce((sum, bytes) => sum + bytes, await bytesBelow(folder));
}

/** A process and all that it started, so far as that did not change its parent. */
export async function descendantsOf(pid: number): Promise<string[]> {
  const path = `/proc/${pid}`;
  const children = (await read(join(path, "task", `${pid}`, "children"))).split(" ").filter(Boolean);
  return [path, ...(await Promise.all(children.map((child) => descendantsOf(Number(child))))).flat()];
}

async function bytesBelow(folder: string): Promise<number> {
  let bytes = 0;
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
    const path = join(folder, entry.name);
    const found = await lstat(path).catch(() => undefined); // gone meanwhile
    bytes += found ? bytesOf(found) : 0;
    if (entry.isDirectory()) bytes += await bytesBelow(path);
  }
  return bytes;
}

/** An empty file or folder takes a place, too: a million of them is much. */
const bytesOf = ({ blocks }: Stats): number => Math.max(blocks * BLOCK_BYTES, PAGE_BYTES);
