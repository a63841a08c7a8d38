import { isFollowed } from "./live-state.ts";
import type { Run, RunState } from "./types.ts";

const QUICK_MS = 500;
const SLOW_MS = 2_000;
const QUICK_FOR_MS = 60_000;
/** News of these comes over the socket; this only catches what it lost. */
const FOLLOWED_MS = 10_000;
const LONGEST_MS = 30_000;

export const isActive = (state: RunState) => state === "queued" || state === "running";

/**
 * When to ask again: half a second while something young runs, two seconds when it has run for a minute, longer after
 * failures, and `idle` when nothing runs. Seldom while the socket tells of them.
 */
export function pollDelay(
  runs: (Pick<Run, "state" | "queuedAt"> & Partial<Pick<Run, "projectId">>)[],
  failures: number,
  idle: number | false,
  now = Date.now(),
): number | false {
  const active = runs.filter((run) => isActive(run.state));
  if (active.length === 0) return idle;
  if (active.every((run) => run.projectId !== undefined && isFollowed(run.projectId))) return FOLLOWED_MS;
  const youngest = Math.max(...active.map((run) => Date.parse(run.queuedAt)));
  const base = now - youngest > QUICK_FOR_MS ? SLOW_MS : QUICK_MS;
  return Math.min(LONGEST_MS, base * 2 ** failures);
}
