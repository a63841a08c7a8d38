import { sql } from "kysely";
import { afterEach, expect, test, vi } from "vitest";
import { query } from "../../../core/src/database/index.ts";
import { type Client, call, client, useAPI } from "./testing.ts";

useAPI();
afterEach(() => vi.unstubAllEnvs());

const many = (n: number, ask: () => Promise<{ status: number; headers: Headers; body: unknown }>) =>
  Promise.all(Array.from({ length: n }, ask));
const refused = <T extends { status: number }>(answers: T[]) => answers.filter(({ status }) => status === 429);
const me = (who: Client) => () => who.get("/me");

test("without limits nothing is counted or said", async () => {
  const [answer] = await many(1, me(await client("Anna")));
  expect(answer?.headers.get("ratelimit-policy")).toBeNull();
});

test("a key that asks too much is told to wait, and others are not", async () => {
  vi.stubEnv("RATE_LIMITS", "key=1/30 user=1/1000");
  const [anna, bert] = [await client("Anna"), await client("Bert")];
  const answers = await many(80, me(anna));
  // The burst, what one process lets pass by itself, and what time brings meanwhile.
  expect(answers.length - refused(answers).length).toBeLessThan(60);
  expect(answers.length - refused(answers).length).toBeGreaterThanOrEqual(50);
  const [one] = refused(answers);
  expect(one?.body).toMatchObject({ status: 429, code: "request.too_many" });
  expect(one?.headers.get("content-type")).toBe("application/problem+json");
  expect(Number(one?.headers.get("retry-after"))).toBeGreaterThanOrEqual(1);
  expect(one?.headers.get("ratelimit-policy")).toBe('"key";q=30;w=30');
  expect(one?.headers.get("ratelimit")).toBe('"key";r=0;t=30');
  const other = await bert.get("/me");
  expect(other.status).toBe(200);
  expect(other.headers.get("ratelimit")).toMatch(/^"(key|user)";r=\d+;t=\d+$/);
  // It ends by itself.
  await new Promise((resolve) => setTimeout(resolve, 1_200));
  expect((await anna.get("/me")).status).toBe(200);
});

test("a wrong key and no key at all count for the address", async () => {
  vi.stubEnv("RATE_LIMITS", "address=1/5");
  const answers = await many(15, () => call("/me", { headers: { authorization: "Bearer atr_wrong" } }));
  expect(answers.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(11);
  expect(refused(answers).length).toBeGreaterThanOrEqual(4);
  expect(await call("/me", {})).toMatchObject({ status: 429 });
  expect((await call("/health", {})).status, "the load balancer's question is not counted").toBe(200);
});

test("what many processes share is drawn on once for many requests", async () => {
  vi.stubEnv("RATE_LIMITS", "key=1000/2000");
  const anna = await client("Anna");
  await query((db) => sql`delete from rate_bucket`.execute(db));
  const answers = await many(100, me(anna));
  expect(refused(answers)).toEqual([]);
  const rows = await query((db) => db.selectFrom("rate_bucket").select(["tokens", "granted"]).execute());
  expect(rows).toMatchObject([{ granted: 100 }]);
  expect(rows[0]?.tokens).toBeGreaterThanOrEqual(1_900);
});
