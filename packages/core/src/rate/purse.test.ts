import { expect, test } from "vitest";
import { parseLimits } from "./limits.ts";
import { type Lend, Purse } from "./purse.ts";

const limit = { perSecond: 10, burst: 100 };

/** The shared account, as the database keeps it. */
function account({ burst, perSecond } = limit) {
  const state = { tokens: burst, at: 0, now: 0, asked: 0 };
  const lend: Lend = async (_, __, wanted) => {
    state.asked += 1;
    state.tokens = Math.min(burst, state.tokens + ((state.now - state.at) / 1000) * perSecond);
    state.at = state.now;
    const granted = Math.min(wanted, Math.floor(state.tokens));
    state.tokens -= granted;
    return { granted, left: state.tokens };
  };
  return { state, lend };
}

async function passed(purses: Purse[], { state, lend }: ReturnType<typeof account>, requests: number) {
  let allowed = 0;
  for (let n = 0; n < requests; n++)
    if ((await purses[n % purses.length]?.take(lend, state.now))?.allowed) allowed += 1;
  return allowed;
}

test("a few requests ask nobody, more ask once for many", async () => {
  const shared = account();
  const purse = new Purse("a", limit, 0);
  expect(await passed([purse], shared, 20)).toBe(20);
  expect(shared.state.asked).toBe(0);
  expect(await passed([purse], shared, 50)).toBe(50);
  expect(shared.state.asked).toBe(10);
});

test("several processes together pass the burst and their own few, and no more", async () => {
  const shared = account();
  const purses = [1, 2, 3].map((n) => new Purse(`${n}`, limit, 0));
  expect(await passed(purses, shared, 1_000)).toBe(100 + 3 * 20);
});

test("a refusal is remembered, says when to come again, and ends then", async () => {
  const shared = account();
  const purse = new Purse("a", limit, 0);
  await passed([purse], shared, 1_000);
  const { asked } = shared.state;
  expect(await purse.take(shared.lend, 500)).toMatchObject({ allowed: true }); // its own few come back by and by
  for (let n = 0; n < 100; n++)
    expect(await purse.take(shared.lend, 500)).toEqual({ allowed: false, remaining: 0, retryAfterSeconds: 1 });
  expect(shared.state.asked).toBe(asked);
  shared.state.now = 1_000;
  expect(await passed([purse], shared, 100)).toBeGreaterThanOrEqual(10);
});

test("over time it is as many as the limit says", async () => {
  const shared = account();
  const purse = new Purse("a", limit, 0);
  let allowed = 0;
  for (shared.state.now = 0; shared.state.now < 60_000; shared.state.now += 100)
    allowed += await passed([purse], shared, 10);
  expect(allowed).toBeGreaterThan(100 + 10 * 55);
  expect(allowed).toBeLessThan(100 + 10 * 60 + 20 + 2 * 60 + 10);
});

test("those who ask at the same moment share one answer", async () => {
  const shared = account();
  const purse = new Purse("a", limit, 0);
  await passed([purse], shared, 20);
  const verdicts = await Promise.all(Array.from({ length: 12 }, () => purse.take(shared.lend, 0)));
  expect(verdicts.every(({ allowed }) => allowed)).toBe(true);
  expect(shared.state.asked).toBe(3);
});

test("limits are read from one line; what is none stops the start", () => {
  expect(parseLimits(" key=100/3000  address=5/50 ")).toEqual({
    key: { perSecond: 100, burst: 3_000 },
    address: { perSecond: 5, burst: 50 },
  });
  expect(parseLimits("")).toEqual({});
  for (const text of ["key=100", "everyone=1/1", "key=0/5", "key=-1/5"])
    expect(() => parseLimits(text)).toThrow("RATE_LIMITS");
});
