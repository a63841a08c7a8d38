import { open } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { range } from "./range.ts";

const PIECE_BYTES = 16 * 1024 * 1024;
const AT_ONCE = 4;
const ATTEMPTS = 4;

type Options = {
  /** Of the whole object. */
  bytes: number;
  /** First byte, and the one after the last; what lies beyond the end is left out. */
  ranges: readonly (readonly [number, number])[];
  signal?: AbortSignal | undefined;
};

/** Writes stretches of an object to a file as long as it, each at its place; between them is a hole that takes no room. */
export async function downloadRanges(key: string, path: string, { bytes, ranges, signal }: Options): Promise<void> {
  const waiting = ranges.flatMap(([from, to]) => piecesOf(from, Math.min(to, bytes)));
  const file = await open(path, "w");
  try {
    await file.truncate(bytes);
    const worker = async () => {
      for (let piece = waiting.shift(); piece; piece = waiting.shift())
        await file.write(await fetched(key, piece, signal), 0, undefined, piece[0]);
    };
    const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, worker));
    for (const one of ended) if (one.status === "rejected") throw one.reason;
  } finally {
    await file.close();
  }
}

function piecesOf(from: number, to: number): [number, number][] {
  const pieces: [number, number][] = [];
  for (let at = from; at < to; at += PIECE_BYTES) pieces.push([at, Math.min(at + PIECE_BYTES, to)]);
  return pieces;
}

/** Connections break, more often the more there are. */
async function fetched(key: string, [from, to]: [number, number], signal?: AbortSignal): Promise<Uint8Array> {
  for (let attempt = 1; ; attempt++) {
    try {
      const found = await range(key, from, to, signal ? { signal } : {});
      if (found.length === to - from) return found;
      throw new Error(`${found.length} of ${to - from} bytes at ${from} of ${key}`);
    } catch (error) {
      if (signal?.aborted || attempt === ATTEMPTS) throw error;
      await sleep(200 * 2 ** attempt * Math.random(), undefined, { signal });
    }
  }
}
