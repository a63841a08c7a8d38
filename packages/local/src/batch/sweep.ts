import type { Job } from "./job.ts";
import { bootID, environmentOf, groupOf } from "./proc.ts";

/** Set in the environment of every process of a job; what a leftover is recognised by. */
export const JOB_ID_VARIABLE = "AWS_BATCH_JOB_ID";

/**
 * Kills what is left of a job whose host is gone. The group's number may be somebody else's by now, so each process is
 * asked for the job's id, and must not be older than the job's own leader.
 */
export async function sweep(job: Job): Promise<void> {
  const { process: recorded } = job;
  if (!recorded || recorded.boot !== (await bootID())) return;
  for (const { pid, startTicks } of await groupOf(recorded.pid)) {
    if (startTicks < recorded.startTicks) continue;
    if ((await environmentOf(pid)).includes(`${JOB_ID_VARIABLE}=${job.id}`)) kill(pid, "SIGKILL");
  }
}

/** Signals a process, or with a negative number a group, that may have gone by itself. */
export function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    // EPERM is how macOS speaks of a group of which only zombies are left.
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "ESRCH" && code !== "EPERM") throw error;
  }
}
