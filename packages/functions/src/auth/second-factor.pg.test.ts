import { query } from "@atrium/core/database";
import { Deployment } from "@atrium/core/deployment";
import { SecondFactor } from "@atrium/core/second-factor";
import { sql } from "kysely";
import { beforeEach, expect, test } from "vitest";
import { createUser } from "../../../core/src/database/testing.ts";
import { codeOf, stepAt } from "../../../core/src/second-factor/totp.ts";
import { call, client, ORIGIN, useAPI } from "../api/testing.ts";
import { PASSWORD, post, signIn, signUp } from "./testing.ts";

useAPI();
beforeEach(() => {
  process.env.SIGN_UP = "open";
});

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const bytesOf = (text: string): Buffer => {
  const bits = [...text].map((sign) => ALPHABET.indexOf(sign).toString(2).padStart(5, "0")).join("");
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
};
const codeFor = (secret: string): string => codeOf(bytesOf(secret), stepAt(Date.now()));

const as = (cookie: string) => ({ cookie: cookie.split(";")[0] ?? "", origin: ORIGIN });
const ask = (cookie: string, path: string, method = "GET", body?: object) =>
  call(path, {
    method,
    headers: { ...as(cookie), ...(body ? { "content-type": "application/json" } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });

async function enrolled(email: string) {
  const { cookie, body } = await signUp(email);
  const { secret } = (await ask(cookie, "/second-factor/enrolment", "POST")).body;
  const confirmed = await ask(cookie, "/second-factor/enrolment/confirm", "POST", { code: codeFor(secret) });
  expect(confirmed.status).toBe(200);
  // As if the half minute of that code were over.
  await query((db) => sql`update second_factor set last_step = 0 where user_id = ${body.user.id}`.execute(db));
  return { cookie, secret, userID: body.user.id, recoveryCodes: confirmed.body.recoveryCodes as string[] };
}

test("after the password a code is asked for: until then the browser is nobody's, and each code counts once", async () => {
  const { secret, cookie: first, recoveryCodes } = await enrolled("ada@example.org");
  expect(recoveryCodes).toHaveLength(10);
  expect((await ask(first, "/second-factor")).body).toMatchObject({ on: true, required: false, recoveryCodesLeft: 10 });

  const { cookie } = await signIn("ada@example.org");
  expect(await ask(cookie, "/me")).toMatchObject({ status: 401, body: { code: "auth.second_factor_required" } });
  expect((await ask(cookie, "/second-factor/awaited")).body).toEqual({ awaits: "code" });
  expect((await ask(cookie, "/second-factor")).status).toBe(401);
  for (const [path, body] of [
    ["/change-password", { currentPassword: PASSWORD, newPassword: "another long one" }],
    ["/update-user", { name: "Eve" }],
    ["/link-social", { provider: "corp" }],
  ] as const)
    expect(await post(path, body, as(cookie))).toMatchObject({
      status: 401,
      body: { code: "auth.second_factor_required" },
    });

  const code = codeFor(secret);
  expect(await ask(cookie, "/second-factor/check", "POST", { code: "000000" })).toMatchObject({
    status: 422,
    body: { code: "second_factor.wrong_code", errors: [{ path: "/code" }] },
  });
  expect(
    (await ask(cookie, "/second-factor/check", "POST", { code: `${code.slice(0, 3)} ${code.slice(3)}` })).status,
  ).toBe(204);
  expect((await ask(cookie, "/me")).status).toBe(200);
  const { cookie: again } = await signIn("ada@example.org");
  expect((await ask(again, "/second-factor/check", "POST", { code })).status).toBe(422);
  const recovery = recoveryCodes[0]?.toUpperCase() ?? "";
  expect((await ask(again, "/second-factor/check", "POST", { code: recovery })).status).toBe(204);
  const { cookie: third } = await signIn("ada@example.org");
  expect((await ask(third, "/second-factor/check", "POST", { code: recovery })).status).toBe(422);
  expect((await ask(first, "/second-factor")).body).toMatchObject({ recoveryCodesLeft: 9 });
  expect((await ask(first, "/sessions")).body.items).toHaveLength(3);
});

test("codes cannot be guessed, and an unfinished sign-in does not wait for long", async () => {
  const { secret, userID } = await enrolled("bob@example.org");
  const { cookie } = await signIn("bob@example.org");
  const tries = [];
  for (let n = 0; n < 11; n++)
    tries.push((await ask(cookie, "/second-factor/check", "POST", { code: "aaaaa-aaaaa" })).status);
  expect(tries).toEqual([...Array(10).fill(422), 429]);
  expect(await ask(cookie, "/second-factor/check", "POST", { code: codeFor(secret) })).toMatchObject({
    status: 429,
    body: { code: "second_factor.too_many_attempts" },
  });
  await query((db) => sql`delete from attempt`.execute(db));
  await query((db) =>
    sql`update session set created_at = now() - interval '16 minutes' where user_id = ${userID} and awaits is not null`.execute(
      db,
    ),
  );
  expect(await ask(cookie, "/second-factor/check", "POST", { code: codeFor(secret) })).toMatchObject({ status: 401 });
  const noted = await query((db) =>
    sql<{ n: number }>`select count(*)::int as n from event where type = 'account.second_factor_refused'
      and actor_id = ${userID}`.execute(db),
  );
  expect(noted.rows[0]?.n).toBe(10);
});

test("the secret lies sealed, keys go on, and who has the device turns it off", async () => {
  const { secret, cookie, userID } = await enrolled("cleo@example.org");
  const row = await query((db) =>
    db.selectFrom("second_factor").selectAll().where("user_id", "=", userID).executeTakeFirstOrThrow(),
  );
  expect(row.secret.includes(bytesOf(secret))).toBe(false);
  const { key } = (await ask(cookie, "/api-keys", "POST", { name: "k" })).body;
  expect((await call("/me", { headers: { authorization: `Bearer ${key}` } })).status).toBe(200);
  expect(await ask(cookie, "/second-factor/enrolment", "POST")).toMatchObject({ status: 409 });
  expect((await ask(cookie, "/second-factor/off", "POST", { code: "000000" })).status).toBe(422);
  const renewed = await ask(cookie, "/second-factor/recovery-codes", "POST", { code: codeFor(secret) });
  expect(renewed.body.recoveryCodes).toHaveLength(10);
  expect((await ask(cookie, "/second-factor/off", "POST", { code: renewed.body.recoveryCodes[3] })).status).toBe(204);
  const { cookie: next } = await signIn("cleo@example.org");
  expect((await ask(next, "/me")).status).toBe(200);
});

test("where it is required, who has none sets one up before anything else; who lost it is helped by an administrator", async () => {
  const boss = await client("Boss", { admin: true });
  expect(await boss.patch("/deployment/settings", { secondFactor: "everyone" })).toMatchObject({
    status: 409,
    body: { code: "second_factor.set_up_first" },
  });
  await query((db) =>
    sql`insert into second_factor (user_id, secret, confirmed_at) values (${boss.person.id}, '', now())`.execute(db),
  );
  const { cookie: before } = await signUp("dora@example.org");
  const lost = await enrolled("lost@example.org");
  expect((await boss.patch("/deployment/settings", { secondFactor: "everyone" })).status).toBe(200);
  expect((await ask(before, "/me")).status).toBe(401);

  const { cookie } = await signIn("dora@example.org");
  expect(await ask(cookie, "/me")).toMatchObject({ status: 401, body: { code: "auth.second_factor_required" } });
  expect((await ask(cookie, "/second-factor/awaited")).body).toEqual({ awaits: "enrolment" });
  expect(await ask(cookie, "/api-keys")).toMatchObject({ status: 401 });
  const { secret, uri } = (await ask(cookie, "/second-factor/enrolment", "POST")).body;
  expect(uri).toContain(`secret=${secret}`);
  const code = codeFor(secret);
  expect((await ask(cookie, "/second-factor/enrolment/confirm", "POST", { code })).status).toBe(200);
  expect((await ask(cookie, "/me")).status).toBe(200);
  expect(await ask(cookie, "/second-factor/off", "POST", { code: codeFor(secret) })).toMatchObject({
    status: 409,
    body: { code: "second_factor.required" },
  });

  expect((await boss.get(`/users/${lost.userID}`)).body.secondFactor).toBe(true);
  expect((await boss.delete(`/users/${lost.userID}/second-factor`)).status).toBe(204);
  expect((await ask(lost.cookie, "/me")).status).toBe(401);
  expect((await ask((await signIn("lost@example.org")).cookie, "/second-factor/awaited")).body).toEqual({
    awaits: "enrolment",
  });
  const root = await createUser("Root", { admin: true });
  await root.as(() => Deployment.change({ secondFactor: "optional" }));
  expect(await root.as(() => SecondFactor.get())).toMatchObject({ on: false, required: false });
});
