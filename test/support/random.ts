/** Chance that repeats: the same seed makes the same choices, on every machine. */

export type Random = {
  /** From 0 up to 1. */
  next(): number;
  /** From `low` up to and with `high`. */
  integer(low: number, high: number): number;
  pick<T>(from: readonly T[]): T;
  chance(probability: number): boolean;
  bytes(length: number): Uint8Array<ArrayBuffer>;
  /** Chance of its own for work that goes on beside other work, so that neither disturbs the other's choices. */
  fork(): Random;
};

/** mulberry32: small, and good enough for choosing. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const integer = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    integer,
    pick<T>(from: readonly T[]): T {
      if (from.length === 0) throw new Error("There is nothing to pick from");
      return from[integer(0, from.length - 1)] as T;
    },
    chance: (probability) => next() < probability,
    bytes: (length) => Uint8Array.from({ length }, () => integer(0, 255)),
    fork: () => createRandom(integer(0, 2 ** 32 - 1)),
  };
}
