import { readdir, readFile, readlink, realpath, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const GRACE_MS = 5_000;
const POLL_MS = 20;

/**
 * Ends whatever server of an earlier host still works in this folder and removes a lock file nobody holds. The server
 * itself only asks whether the process id in the file lives, which in a container it soon does again, as another program.
 */
export async function clearOrphans(dataDir: string): Promise<void> {
  if (process.platform !== "linux") return;
  const folder = await realpath(dataDir);
  const postmaster = await postmasterOf(folder);
  const found = await processesIn(folder);
  if (postmaster !== undefined && found.includes(postmaster)) {
    signal(postmaster, "SIGINT");
    await gone(folder, GRACE_MS);
  }
  for (const pid of await processesIn(folder)) signal(pid, "SIGKILL");
  if (!(await gone(folder, GRACE_MS)))
    throw new Error(`A PostgreSQL server still works in ${dataDir} and does not end.`);
  await rm(join(folder, "postmaster.pid"), { force: true });
}

async function postmasterOf(folder: string): Promise<number | undefined> {
  const text = await readFile(join(folder, "postmaster.pid"), "utf8").catch(() => "");
  const pid = Number.parseInt(text, 10);
  return Number.isInteger(pid) && pid > 1 ? pid : undefined;
}

/** Every server process works inside its data folder; nothing else does. */
async function processesIn(folder: string): Promise<number[]> {
  const found: number[] = [];
  for (const name of await readdir("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const program = await readFile(`/proc/${name}/comm`, "utf8").catch(() => "");
    if (program.trim() !== "postgres") continue;
    // Of another user's processes we cannot see the folder, and they cannot be ours.
    const cwd = await readlink(`/proc/${name}/cwd`).catch(() => "");
    if (cwd === folder) found.push(Number(name));
  }
  return found;
}

async function gone(folder: string, withinMs: number): Promise<boolean> {
  for (const end = Date.now() + withinMs; Date.now() < end; ) {
    if ((await processesIn(folder)).length === 0) return true;
    await sleep(POLL_MS);
  }
  return false;
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
