import { readdir, readFile } from "node:fs/promises";

/** Linux only: elsewhere there is no /proc, memory is not watched and leftovers are not looked for. */
export type ProcessStat = { pid: number; group: number; startTicks: number; rssBytes: number };

const PAGE_BYTES = 4096;

/** Identifies the boot, so that a recorded pid of before it names nobody. */
export const bootID = async (): Promise<string> => (await read("/proc/sys/kernel/random/boot_id"))?.trim() ?? "";

export async function statOf(pid: number): Promise<ProcessStat | undefined> {
  const text = await read(`/proc/${pid}/stat`);
  if (text === undefined) return undefined;
  // The name in parentheses may hold anything, so fields are counted from the last one.
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  // A zombie has ended; only its parent has not asked yet.
  if (fields[0] === "Z") return undefined;
  return {
    pid,
    group: Number(fields[2]),
    startTicks: Number(fields[19]),
    rssBytes: Number(fields[21]) * PAGE_BYTES,
  };
}

/** Every process of a group. */
export async function groupOf(group: number): Promise<ProcessStat[]> {
  const names = await readdir("/proc").catch(() => []);
  const stats = await Promise.all(names.filter((name) => /^\d+$/.test(name)).map((name) => statOf(Number(name))));
  return stats.filter((stat) => stat?.group === group) as ProcessStat[];
}

export const environmentOf = async (pid: number): Promise<string[]> =>
  (await read(`/proc/${pid}/environ`))?.split("\0") ?? [];

/** Undefined when the process is gone, or not ours to look at. */
const read = (path: string): Promise<string | undefined> => readFile(path, "utf8").catch(() => undefined);
