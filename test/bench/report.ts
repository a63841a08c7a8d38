import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { commit, machine } from "../support/machine.ts";

/** `ratio` is ours ÷ peer: lower is better. */
export type Result = { name: string; unit: string; ours: number; peer: number; peerName: string; ratio: number };
export type Report = ReturnType<typeof createReport>;
export type Bench = { report: Report; times: number };

export function createReport() {
  const results: Result[] = [];
  return {
    add(result: Omit<Result, "ratio">) {
      const rounded = {
        ...result,
        ours: round(result.ours),
        peer: round(result.peer),
        ratio: round(result.ours / result.peer),
      };
      results.push(rounded);
      console.log(JSON.stringify(rounded));
    },
    /** Replaces what the file says of the same names and keeps the rest, so that one file can be filled by several commands. */
    async save(path: string) {
      const earlier = readEarlier(path).filter(({ name }) => !results.some((result) => result.name === name));
      const document = {
        at: new Date().toISOString(),
        commit: commit(),
        machine: machine(),
        results: [...earlier, ...results],
      };
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, `${JSON.stringify(document, null, 2)}\n`);
    },
  };
}

/** Progress for the person who waits; stdout is for results. */
export const note = (text: string) => process.stderr.write(`${text}\n`);

export async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; value: T }> {
  const begun = performance.now();
  const value = await work();
  return { ms: performance.now() - begun, value };
}

export async function medianMs(times: number, work: () => Promise<unknown>): Promise<number> {
  const all: number[] = [];
  for (let n = 0; n < times; n++) all.push((await timed(work)).ms);
  return median(all);
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

const round = (value: number) => Number(value.toPrecision(4));

function readEarlier(path: string): Result[] {
  try {
    return (JSON.parse(readFileSync(path, "utf8")) as { results: Result[] }).results;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
