import { AsyncLocalStorage } from "node:async_hooks";

/** A value that follows one request, job or test through every await below it. */
export function createContext<T>(name: string) {
  const storage = new AsyncLocalStorage<T>();
  return {
    provide: <R>(value: T, run: () => R): R => storage.run(value, run),
    /** The value, or undefined outside any `provide`. */
    peek: (): T | undefined => storage.getStore(),
    use(): T {
      const value = storage.getStore();
      if (value === undefined) throw new Error(`No ${name} in context`);
      return value;
    },
  };
}
