import type { Limit } from "./limits.ts";

/** What one process lets pass unasked: who comes now and then costs the database nothing. */
const FREE = 20;
const FREE_SECONDS = 10;
/** What it has taken from the account and not spent is given up after this, so that a quiet process holds nothing back. */
const LEASE_MS = 10_000;
/** A part of the whole, so that many processes can each have one. */
const LEASE_SHARE = 20;

/** Given by the account that all processes share: how many of what was asked for, and how many are left. */
export type Grant = { granted: number; left: number };
export type Lend = (key: string, limit: Limit, wanted: number) => Promise<Grant>;
export type Verdict = { allowed: boolean; remaining: number; retryAfterSeconds: number };

/** One account in one process: a few requests of its own, then what it was lent, then a refusal that it remembers. */
export class Purse {
  #free = FREE;
  #freeAt: number;
  #lent = 0;
  #lentAt = 0;
  #left: number;
  #closedUntil = 0;
  #asking: Promise<void> | undefined;

  readonly key: string;
  readonly limit: Limit;

  constructor(key: string, limit: Limit, now: number) {
    this.key = key;
    this.limit = limit;
    this.#freeAt = now;
    this.#left = limit.burst;
  }

  async take(lend: Lend, now: number): Promise<Verdict> {
    this.#settle(now);
    while (this.#free < 1 && this.#lent < 1 && this.#closedUntil <= now) {
      this.#asking ??= this.#borrow(lend, now);
      await this.#asking;
    }
    if (this.#free >= 1) this.#free -= 1;
    else if (this.#lent >= 1) this.#lent -= 1;
    else return this.#verdict(false, now);
    return this.#verdict(true, now);
  }

  #settle(now: number): void {
    this.#free = Math.min(
      this.#allowance(),
      this.#free + ((now - this.#freeAt) / 1000) * (this.#allowance() / FREE_SECONDS),
    );
    this.#freeAt = now;
    if (now - this.#lentAt > LEASE_MS) this.#lent = 0;
  }

  /** Never more than the limit itself would give. */
  #allowance = (): number => Math.min(FREE, this.limit.burst);

  async #borrow(lend: Lend, now: number): Promise<void> {
    const { perSecond, burst } = this.limit;
    try {
      const { granted, left } = await lend(this.key, this.limit, Math.max(1, Math.floor(burst / LEASE_SHARE)));
      this.#lent = granted;
      this.#lentAt = now;
      this.#left = left;
      if (granted === 0) this.#closedUntil = now + Math.max(1, (1 - left) / perSecond) * 1000;
    } finally {
      this.#asking = undefined;
    }
  }

  #verdict(allowed: boolean, now: number): Verdict {
    const remaining = allowed ? Math.floor(Math.min(this.limit.burst, this.#left + this.#lent)) : 0;
    return { allowed, remaining, retryAfterSeconds: Math.max(1, Math.ceil((this.#closedUntil - now) / 1000)) };
  }
}
