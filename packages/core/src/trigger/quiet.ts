import { createContext } from "../context/index.ts";

const quiet = createContext<boolean>("quiet");

/** What an algorithm writes triggers nothing, neither itself nor another one that would trigger it in turn. */
export const quietly = <T>(run: () => T): T => quiet.provide(true, run);

export const isQuiet = (): boolean => quiet.peek() ?? false;
