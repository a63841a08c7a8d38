import { query } from "@atrium/core/database";
import { Identity } from "@atrium/core/identity";
import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { useDatabase } from "../../../core/src/database/testing.ts";
import { PASSWORD, post, send, signIn, signUp } from "./testing.ts";

useDatabase();
beforeAll(() => {
  process.env.SIGN_UP = "open";
});

const from = (address: string) => ({ "x-forwarded-for": address });
/** The library's own limit counts ten seconds of one address; here it is ours that is asked. */
const forgetLibrary = () => query((db) => sql`delete from rate_limit`.execute(db));

/** Counts as that many wrong passwords do: each one that is really tried takes a good part of a second to be hashed. */
async function guess(email: string, address: string, times: number) {
  const { count, wrongPasswords } = Identity.Attempts;
  for (let guessed = 0; guessed < times; guessed++) {
    const refused = await count(wrongPasswords(email, address));
    if (refused?.first) await Identity.noteLocked(email);
  }
  await forgetLibrary();
}

test("ten wrong passwords from one address, and even the right one has to wait there, but not elsewhere", async () => {
  await signUp("victim@example.org");
  await guess("victim@example.org", "203.0.113.1", 8);
  for (const password of ["wrong horse battery", "wrong horse"])
    expect((await signIn("victim@example.org", password, from("203.0.113.1"))).status).toBe(401);
  const locked = await signIn("victim@example.org", PASSWORD, from("203.0.113.1"));
  expect(locked).toMatchObject({ status: 429, body: { code: "auth.too_many_attempts" } });
  const wait = Number(locked.headers.get("retry-after"));
  expect(wait).toBeGreaterThan(800);
  expect(wait).toBeLessThanOrEqual(900);
  expect((await signIn("victim@example.org", PASSWORD, from("203.0.113.2"))).status).toBe(200);
});

test("an unknown account is locked alike", async () => {
  await guess("nobody@example.org", "203.0.113.3", 10);
  const refused = await signIn("nobody@example.org", PASSWORD, from("203.0.113.3"));
  expect(refused).toMatchObject({ status: 429, body: { code: "auth.too_many_attempts" } });
});

test("thirty from many addresses lock the account for all, once noted, until the quarter of an hour is over", async () => {
  const { body } = await signUp("sprayed@example.org");
  for (let place = 0; place < 3; place++) await guess("sprayed@example.org", `198.51.100.${place}`, 10);
  expect((await signIn("sprayed@example.org", PASSWORD, from("192.0.2.9"))).status).toBe(429);
  const noted = await query((db) =>
    sql<{ parameters: object }>`select parameters from event where type = 'account.locked'`.execute(db),
  );
  expect(noted.rows.filter(({ parameters }) => JSON.stringify(parameters).includes(body.user.id))).toHaveLength(1);
  await query((db) => sql`update attempt set since = since - interval '16 minutes'`.execute(db));
  expect((await signIn("sprayed@example.org", PASSWORD, from("192.0.2.9"))).status).toBe(200);
});

test("coming in begins the count anew; what proves nothing does not", async () => {
  await signUp("clumsy@example.org");
  for (let round = 0; round < 2; round++) {
    await guess("clumsy@example.org", "203.0.113.5", 9);
    expect((await signIn("clumsy@example.org", PASSWORD, from("203.0.113.5"))).status).toBe(200);
  }
  await guess("clumsy@example.org", "203.0.113.5", 9);
  await signIn("clumsy@example.org", "x".repeat(300), from("203.0.113.5"));
  await forgetLibrary();
  expect((await signIn("clumsy@example.org", PASSWORD, from("203.0.113.5"))).status).toBe(429);
});

test("attempts at the same moment do not all pass", async () => {
  await guess("crowd@example.org", "203.0.113.6", 7);
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, n) => signIn("crowd@example.org", `wrong ${n} battery`, from("203.0.113.6"))),
  );
  expect(answers.filter(({ status }) => status !== 429).length).toBe(3);
});

test.each(["/sign-in/email/", "//sign-in/email", "/sign-in%2Femail", "/sign-in/%65mail", "/sign-in/../sign-in/email/"])(
  "%s is no other name for signing in",
  async (path) => {
    const answer = await post(path, { email: "victim@example.org", password: PASSWORD }, from("203.0.113.1"));
    expect([404, 429]).toContain(answer.status);
  },
);

test("a form is refused: what is counted by its fields must be read alike", async () => {
  const answer = await send("/sign-in/email", {
    method: "POST",
    body: new URLSearchParams({ email: "victim@example.org", password: PASSWORD }).toString(),
    headers: { "content-type": "application/x-www-form-urlencoded" },
  });
  expect(answer).toMatchObject({ status: 400, body: { code: "request.unsupported_type" } });
});

test("guesses at the address count by digest only", async () => {
  const rows = await query((db) => sql<{ key: Buffer }>`select key from attempt`.execute(db));
  expect(rows.rows.length).toBeGreaterThan(0);
  for (const { key } of rows.rows) expect(key).toHaveLength(32);
});
