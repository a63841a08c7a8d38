export const MAX_WAIT_MS = 30_000;

/** Full jitter: many clients that failed together do not come back together. */
export function backoff(attempt: number, baseMs = 250, random: () => number = Math.random): number {
  return Math.round(random() * Math.min(MAX_WAIT_MS, baseMs * 2 ** attempt));
}

/** `Retry-After` in either of its forms, as milliseconds from now. */
export function retryAfter(header: string | null, now = Date.now()): number | undefined {
  const ms = asked(header, now);
  return ms === undefined ? undefined : Math.min(MAX_WAIT_MS, Math.max(0, ms));
}

/** Whether it asks for more patience than a request has: a locked account, maintenance. Then somebody has to be told. */
export const isFarOff = (header: string | null, now = Date.now()): boolean => (asked(header, now) ?? 0) > MAX_WAIT_MS;

function asked(header: string | null, now: number): number | undefined {
  if (!header) return;
  const ms = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(ms) ? undefined : ms;
}

/** Rejects with the signal's reason as soon as it is aborted. */
export function sleep(ms: number, signal?: AbortSignal | null): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, ms);
    signal?.addEventListener("abort", stop, { once: true });
  });
}
