import { expect, test } from "vitest";
import { COOKIE_SECONDS, seal, unseal } from "./cookie.ts";

const KEY = "a key of a test";
const NOW = Date.UTC(2026, 10, 21);

test("what was sealed is read again, newest first and each once, until its time is over", () => {
  const cookie = seal(["lnk_b", "lnk_a", "lnk_b"], KEY, NOW);
  expect(unseal(cookie, KEY, NOW)).toEqual(["lnk_b", "lnk_a"]);
  expect(unseal(cookie, KEY, NOW + COOKIE_SECONDS * 1_000)).toEqual([]);
});

test("only so many are kept", () => {
  const ids = Array.from({ length: 30 }, (_, n) => `lnk_${n}`);
  expect(unseal(seal(ids, KEY, NOW), KEY, NOW)).toEqual(ids.slice(0, 20));
});

test("what was changed, or sealed by another key, or is no cookie of ours, holds nothing", () => {
  const cookie = seal(["lnk_a"], KEY, NOW);
  for (const other of [cookie.replace("lnk_a", "lnk_b"), cookie.slice(1), `${cookie}x`, "", ".", "a.b"])
    expect(unseal(other, KEY, NOW)).toEqual([]);
  expect(unseal(cookie, "another key", NOW)).toEqual([]);
});
