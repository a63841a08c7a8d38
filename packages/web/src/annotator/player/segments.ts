import type { Bytes } from "./bytes.ts";
import type { Segment } from "./frames.ts";

const MOST_AT_ONCE = 1_000_000;

/** The encoded segments that are here, the ones used longest ago given up first; neighbours come in one request. */
export function createSegments(bytes: Bytes, all: readonly Segment[], budget = 96_000_000) {
  const held = new Map<number, Uint8Array<ArrayBuffer>>();
  const coming = new Map<number, Promise<Uint8Array<ArrayBuffer>>>();
  let size = 0;

  const keep = (at: number, data: Uint8Array<ArrayBuffer>) => {
    held.set(at, data);
    size += data.byteLength;
    for (const [old, { byteLength }] of held) {
      if (size <= budget || old === at) break;
      held.delete(old);
      size -= byteLength;
    }
  };

  /** From `first` on what is missing, as far as one request goes. */
  function fetchRun(first: number, last: number): void {
    let total = 0;
    let end = first;
    const start = all[first]?.offset ?? 0;
    while (end <= last && !held.has(end) && !coming.has(end)) {
      const segment = all[end];
      if (!segment || segment.offset !== start + total || (end > first && total + segment.size > MOST_AT_ONCE)) break;
      total += segment.size;
      end++;
    }
    if (total === 0) return;
    const run = bytes.read(start, total);
    for (let at = first; at < end; at++) {
      const { offset = 0, size: length = 0 } = all[at] ?? {};
      const part = run.then((data) => data.slice(offset - start, offset - start + length));
      coming.set(at, part);
      part
        .then((data) => keep(at, data))
        // Whoever asked for this one hears of it; what was only read ahead is asked for again when it is needed.
        .catch(() => undefined)
        .finally(() => coming.delete(at));
    }
  }

  return {
    has: (at: number) => held.has(at),
    share: () => (all.length === 0 ? 0 : held.size / all.length),
    async get(at: number): Promise<Uint8Array<ArrayBuffer>> {
      const here = held.get(at);
      if (here) {
        held.delete(at);
        held.set(at, here);
        return here;
      }
      if (!coming.has(at)) fetchRun(at, at);
      const part = coming.get(at);
      if (!part) throw new Error(`There is no segment ${at}`);
      return part;
    },
    /** Begins to fetch, and waits for nothing. */
    ahead(first: number, last: number): void {
      for (let at = Math.max(0, first); at <= Math.min(last, all.length - 1); at++) fetchRun(at, last);
    },
  };
}

export type Segments = ReturnType<typeof createSegments>;
