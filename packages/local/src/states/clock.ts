import { setTimeout as sleep } from "node:timers/promises";

/** Time, so that tests can bring their own. */
export type Clock = { now(): number; sleep(ms: number, signal: AbortSignal): Promise<void> };

/** Node's timers overflow above this many milliseconds; longer waits are made of several. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: Date.now,
  async sleep(ms, signal) {
    for (let left = ms; left > 0; left -= LONGEST_TIMER_MS) {
      await sleep(Math.min(left, LONGEST_TIMER_MS), undefined, { signal });
    }
  },
};

export const EXPIRED: unique symbol = Symbol("expired");

/** Runs the work until the wall-clock deadline; on expiry its signal is aborted and EXPIRED returned at once. */
export async function until<T>(
  clock: Clock,
  deadline: number | undefined,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T | typeof EXPIRED> {
  if (deadline === undefined) return work(signal);
  const own = new AbortController();
  const both = AbortSignal.any([signal, own.signal]);
  try {
    const alarm = clock.sleep(Math.max(0, deadline - clock.now()), both).then(
      (): typeof EXPIRED => EXPIRED,
      // Woken by the signal: the work itself then ends the race, in its own words.
      () => new Promise<never>(() => undefined),
    );
    return await Promise.race([work(both), alarm]);
  } finally {
    own.abort(new Error("time is up"));
  }
}

/** The work's outcome, or a rejection with the signal's reason as soon as that is aborted. */
export async function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const leave = () => reject(signal.reason);
  if (signal.aborted) leave();
  signal.addEventListener("abort", leave, { once: true });
  try {
    return await Promise.race([work, promise]);
  } finally {
    signal.removeEventListener("abort", leave);
  }
}
