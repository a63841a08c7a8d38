/** One line a component while starting: what, how it stands, and how long it took. */
export function createStatus(write: (line: string) => void = (line) => process.stdout.write(`${line}\n`)) {
  const line = (component: string, text: string, ms?: number) =>
    write(`${component.padEnd(12)} ${text}${ms === undefined ? "" : `  (${(ms / 1000).toFixed(2)} s)`}`);

  return {
    line,
    write,
    /** Says how long it took once it is done; `describe` may say more about the result. */
    async step<T>(
      component: string,
      run: () => Promise<T>,
      describe: (result: T) => string = () => "ready",
    ): Promise<T> {
      const began = performance.now();
      const result = await run();
      line(component, describe(result), performance.now() - began);
      return result;
    },
  };
}

export type Status = ReturnType<typeof createStatus>;
