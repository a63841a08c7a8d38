const WINDOW_MS = 5_000;

export type Reading = { bytes: number; totalBytes: number; bytesPerSecond: number; secondsLeft: number | null };

/** Rate over the last seconds, so that a pause or a faster line shows soon. Bytes that were there before count as done, not as speed. */
export function createMeter(totalBytes: number, alreadyDone: number, now: () => number = Date.now) {
  const samples: { at: number; bytes: number }[] = [{ at: now(), bytes: alreadyDone }];

  return (bytes: number): Reading => {
    const at = now();
    samples.push({ at, bytes });
    while (samples.length > 2 && at - (samples[1]?.at ?? at) > WINDOW_MS) samples.shift();
    const first = samples[0] ?? { at, bytes };
    const seconds = (at - first.at) / 1000;
    const bytesPerSecond = seconds > 0 ? Math.max(0, (bytes - first.bytes) / seconds) : 0;
    const secondsLeft = bytesPerSecond > 0 ? (totalBytes - bytes) / bytesPerSecond : null;
    return { bytes, totalBytes, bytesPerSecond, secondsLeft };
  };
}

/** A meter over parts that each know how far they are: there may be ten thousand, so the sum is kept, not made. */
export function createTally(totalBytes: number, alreadyDone: Iterable<readonly [number, number]>) {
  const parts = new Map(alreadyDone);
  let total = [...parts.values()].reduce((sum, bytes) => sum + bytes, 0);
  const meter = createMeter(totalBytes, total);
  return {
    set(part: number, bytes: number) {
      total += bytes - (parts.get(part) ?? 0);
      parts.set(part, bytes);
    },
    read: () => meter(total),
  };
}
