/** Does something for a key at once, and then at most once in a while, but for the last time asked in any case. */
export function createPacer(everyMs: number, run: (key: string) => void): (key: string) => void {
  const waiting = new Map<string, { again: boolean }>();
  return function pace(key) {
    const known = waiting.get(key);
    if (known) {
      known.again = true;
      return;
    }
    run(key);
    const state = { again: false };
    waiting.set(key, state);
    setTimeout(() => {
      waiting.delete(key);
      if (state.again) pace(key);
    }, everyMs);
  };
}
