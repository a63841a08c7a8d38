/** What must not remain: processes that nobody owns, and files that nobody will read. */
import { existsSync, readdirSync, readFileSync, readlinkSync, statSync } from "node:fs";
import { join } from "node:path";
import { descendants } from "../../support/processes.ts";

/** Processes that were started for this home (it is in their environment, or where PostgreSQL works) and are not below `root`. */
export function orphans(home: string, root: number | undefined): string[] {
  const owned = new Set(root === undefined ? [] : [root, ...descendants(root).map(({ pid }) => pid)]);
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid && !owned.has(Number(name)))
    .flatMap((pid) => {
      const about = read(pid, "environ") + workingFolder(pid);
      const isGone = read(pid, "stat").split(") ").at(-1)?.startsWith("Z");
      return about.includes(home) && !isGone
        ? [`${pid} ${read(pid, "cmdline").replaceAll("\0", " ").slice(0, 150)}`]
        : [];
    });
}

/** Temporary files below the home and in the system's temporary folder, once nothing is under way. */
export function temporaryFiles(home: string, temporary: string): string[] {
  const inside = (folder: string) =>
    existsSync(folder) && statSync(folder).isDirectory() ? readdirSync(folder).map((name) => join(folder, name)) : [];
  const buckets = inside(join(home, "objects"));
  const sandboxes = inside(join(home, "scratch"));
  return [
    ...buckets.flatMap((bucket) => inside(join(bucket, "tmp"))),
    ...inside(join(home, "jobs", "work")),
    ...sandboxes.flatMap((sandbox) => inside(join(sandbox, "tmp"))),
    // Of what a function keeps for the next reader, downloads that never ended.
    ...sandboxes
      .flatMap(inside)
      .flatMap(inside)
      .filter((path) => path.endsWith(".partial")),
    // Compiled code, which Node keeps for the next start.
    ...inside(temporary).filter((path) => !path.endsWith("/node-compile-cache")),
  ];
}

/** PostgreSQL writes its title over its environment. */
function workingFolder(pid: string): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    // It ended meanwhile, or is not ours to look into.
    return "";
  }
}

function read(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "latin1");
  } catch {
    // It ended meanwhile, or is not ours to look into.
    return "";
  }
}
