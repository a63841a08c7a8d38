/** What to undo when stopping, last thing first. A start that fails halfway undoes what it did. */
export function createClosers(report: (message: string, error: unknown) => void) {
  const closers: { name: string; close: () => Promise<void> }[] = [];
  return {
    add: (name: string, close: () => Promise<void>) => void closers.push({ name, close }),
    async closeAll(): Promise<void> {
      for (let next = closers.pop(); next; next = closers.pop()) {
        // One that fails must not keep the others from being closed.
        await next.close().catch((error: unknown) => report(`${next?.name} did not stop`, error));
      }
    },
  };
}

export type Closers = ReturnType<typeof createClosers>;
