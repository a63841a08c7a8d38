/** Wakes whoever waits for a queue. One listens before looking, so that nothing comes in between unheard. */
export function createBells() {
  const listeners = new Map<string, Set<() => void>>();
  return {
    ring(queue: string): void {
      for (const wake of listeners.get(queue) ?? []) wake();
    },
    listen(queue: string): { rung: Promise<void>; leave(): void } {
      const { promise: rung, resolve } = Promise.withResolvers<void>();
      const waiting = listeners.get(queue) ?? new Set();
      listeners.set(queue, waiting.add(resolve));
      return { rung, leave: () => void waiting.delete(resolve) };
    },
  };
}
