import { type Atrium, take } from "./client.ts";
import { sleep } from "./retry.ts";
import type { Run } from "./types.ts";

const SHORTEST_MS = 150;
const LONGEST_MS = 2_000;
/** A pause is then about a twentieth of the time that has passed: nobody waits much longer than the run takes. */
const GROWTH = 1.05;

export const isEnded = (run: Pick<Run, "state">) => ["succeeded", "failed", "cancelled"].includes(run.state);

/** Polls until the run has ended, whichever way; asks more seldom as time passes. */
export async function waitForRun(
  atrium: Atrium,
  id: string,
  options: { signal?: AbortSignal; onProgress?: (run: Run) => void } = {},
): Promise<Run> {
  for (let pause = SHORTEST_MS; ; pause = Math.min(LONGEST_MS, pause * GROWTH)) {
    const run = await take(atrium.GET("/api/v1/runs/{id}", { params: { path: { id } }, signal: options.signal }));
    options.onProgress?.(run);
    if (isEnded(run)) return run;
    await sleep(pause, options.signal);
  }
}
