import { createContext } from "../context/index.ts";

/** A run of an algorithm that writes now, and the algorithms whose runs led to it, with its own. */
export type Writer = { runID: string; algorithms: string[]; depth: number };

const writer = createContext<Writer>("writer");

/** What is written here triggers only what asked for it, and nothing that led to it. */
export const writtenBy = <T>(run: Writer, write: () => T): T => writer.provide(run, write);

export const currentWriter = (): Writer | undefined => writer.peek();
