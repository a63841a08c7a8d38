import { compareKeys } from "./key-order.ts";

const CHUNK = 512;

/**
 * A sorted map as a list of short sorted arrays: inserting moves at most one of them, finding is two binary searches, and
 * 100,000 entries cost little more than the entries themselves.
 */
export class OrderedMap<V extends { readonly key: string }> {
  #chunks: V[][] = [];
  readonly #byKey = new Map<string, V>();

  constructor(values: Iterable<V> = []) {
    for (const value of values) this.#byKey.set(value.key, value);
    const sorted = [...this.#byKey.values()].sort((a, b) => compareKeys(a.key, b.key));
    for (let at = 0; at < sorted.length; at += CHUNK) this.#chunks.push(sorted.slice(at, at + CHUNK));
  }

  get size(): number {
    return this.#byKey.size;
  }

  get(key: string): V | undefined {
    return this.#byKey.get(key);
  }

  set(value: V): void {
    const known = this.#byKey.has(value.key);
    this.#byKey.set(value.key, value);
    const [chunk, at] = this.#find((key) => compareKeys(key, value.key) >= 0);
    const values = this.#chunks[chunk] ?? this.#chunks.at(-1);
    if (!values) this.#chunks.push([value]);
    else if (!this.#chunks[chunk]) values.push(value);
    else values.splice(at, known ? 1 : 0, value);
    const grown = this.#chunks[chunk] ? chunk : this.#chunks.length - 1;
    const full = this.#chunks[grown];
    if (full && full.length > 2 * CHUNK) this.#chunks.splice(grown, 1, full.slice(0, CHUNK), full.slice(CHUNK));
  }

  delete(key: string): void {
    if (!this.#byKey.delete(key)) return;
    const [chunk, at] = this.#find((candidate) => compareKeys(candidate, key) >= 0);
    const values = this.#chunks[chunk];
    values?.splice(at, 1);
    if (values?.length === 0) this.#chunks.splice(chunk, 1);
  }

  /** The first entry for which `reached` holds; it must hold for all keys after the first one it holds for. */
  first(reached: (key: string) => boolean): V | undefined {
    const [chunk, at] = this.#find(reached);
    return this.#chunks[chunk]?.[at];
  }

  /** Entries in order from the first for which `reached` holds. Not to be kept across a change. */
  *from(reached: (key: string) => boolean): Generator<V> {
    const [start, at] = this.#find(reached);
    for (let chunk = start; chunk < this.#chunks.length; chunk++)
      yield* this.#chunks[chunk]?.slice(chunk === start ? at : 0) ?? [];
  }

  #find(reached: (key: string) => boolean): [chunk: number, at: number] {
    const chunk = lowerBound(this.#chunks, (values) => reached(values.at(-1)?.key ?? ""));
    return [chunk, lowerBound(this.#chunks[chunk] ?? [], (value) => reached(value.key))];
  }
}

function lowerBound<T>(items: readonly T[], reached: (item: T) => boolean): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (reached(items[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}
