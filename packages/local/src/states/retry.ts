import { matches } from "./error.ts";
import type { Retrier } from "./language.ts";

const DEFAULT_ATTEMPTS = 3;
const DEFAULT_INTERVAL_SECONDS = 1;
const DEFAULT_BACKOFF = 2;

export type RetryPlan = { retrier: number; delayMs: number };

/**
 * The first retrier that names the error decides, by its own count of retries so far; when it has none left the error
 * goes on to Catch, whatever later retriers say.
 */
export function planRetry(
  retriers: readonly Retrier[],
  counts: readonly number[],
  error: string,
  random: () => number,
): RetryPlan | undefined {
  const index = retriers.findIndex((retrier) => matches(retrier.ErrorEquals, error));
  const retrier = retriers[index];
  const used = counts[index] ?? 0;
  if (!retrier || used >= (retrier.MaxAttempts ?? DEFAULT_ATTEMPTS)) return undefined;
  const seconds =
    (retrier.IntervalSeconds ?? DEFAULT_INTERVAL_SECONDS) * (retrier.BackoffRate ?? DEFAULT_BACKOFF) ** used;
  const capped = Math.min(seconds, retrier.MaxDelaySeconds ?? Number.POSITIVE_INFINITY);
  const jittered = retrier.JitterStrategy === "FULL" ? capped * random() : capped;
  return { retrier: index, delayMs: Math.round(jittered * 1000) };
}
