import type { Draft } from "./store.ts";

/** How often and how long a target is tried, and where goes what it never takes. */
export type Policy = { retries?: number; ageSeconds?: number; deadLetters?: string };

/** Of a function called without waiting for its answer: what its own configuration says. */
export type AsyncPolicies = ReadonlyMap<string, Policy>;

export type Sending = { target: string; payload: unknown; source: string; policy?: Policy };

const EVENT = { retries: 185, ageSeconds: 86_400 };
const FUNCTION = { retries: 2, ageSeconds: 21_600 };

export const isFunction = (arn: string): boolean => arn.startsWith("arn:aws:lambda:");

/** Handing an event to Lambda always succeeds; from then on the function's policy counts, not the sender's. */
export function toDraft({ target, payload, source, policy }: Sending, functions: AsyncPolicies, now: number): Draft {
  const [defaults, own] = isFunction(target) ? [FUNCTION, functions.get(target)] : [EVENT, policy];
  const { retries, ageSeconds, deadLetters } = { ...defaults, ...definedOf(own ?? {}) };
  return {
    ...{ target, source, payload: JSON.stringify(payload), deadLetters: deadLetters ?? null },
    mostAttempts: retries + 1,
    givesUpAt: now + ageSeconds * 1_000,
  };
}

const definedOf = (policy: Policy): Policy =>
  Object.fromEntries(Object.entries(policy).filter(([, value]) => value !== undefined));

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 5 * 60_000;
const FUNCTION_PAUSE_MS = 60_000;

/** Lambda waits one minute, then two; everything else doubles from a second on. */
export const pauseAfter = (attempts: number, target: string): number =>
  isFunction(target) ? FUNCTION_PAUSE_MS * attempts : Math.min(FIRST_PAUSE_MS * 2 ** (attempts - 1), LONGEST_PAUSE_MS);
