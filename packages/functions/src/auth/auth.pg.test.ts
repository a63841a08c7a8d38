import { ApiKey } from "@atrium/core/api-key";
import { Config } from "@atrium/core/config";
import { query } from "@atrium/core/database";
import { Identity } from "@atrium/core/identity";
import { secret } from "@atrium/core/secret";
import { sql } from "kysely";
import { afterEach, beforeAll, expect, test } from "vitest";
import { createUser, useDatabase } from "../../../core/src/database/testing.ts";
import { ensureAdministrator } from "./administrator.ts";
import { app } from "./app.ts";

useDatabase();
// As on AWS: whatever asks for a second connection inside the library's transaction hangs here.
beforeAll(() => {
  process.env.DATABASE_POOL = "1";
});
afterEach(() => {
  process.env.SIGN_UP = "open";
});
process.env.SIGN_UP = "open";

const PASSWORD = "correct horse battery";

type Body = { user: { id: string; admin?: boolean }; code?: string };

async function post(path: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await app.request(`/api/auth${path}`, {
    method: "POST",
    headers: {
      "x-origin-secret": await secret(Config.originSecretARN()),
      "x-forwarded-host": "atrium.test",
      "x-forwarded-proto": "http",
      origin: "http://atrium.test",
      "content-type": "application/json",
      ...headers,
    },
    body: JSON.stringify(body),
  });
  const cookie = response.headers.getSetCookie().find((one) => one.includes("session_token=")) ?? "";
  return { status: response.status, body: (await response.json()) as Body, cookie };
}

const signUp = (email: string, more: object = {}, headers: Record<string, string> = {}) =>
  post("/sign-up/email", { name: "Anna", email, password: PASSWORD, ...more }, headers);

const cookieValue = (cookie: string) => decodeURIComponent(/=([^;]*)/.exec(cookie)?.[1] ?? "");
const session = async (cookie: string) =>
  Identity.readSession(cookieValue(cookie), await secret(Config.authSecretARN()));

test("the library signs up and in, and our reader knows its cookie", async () => {
  const up = await signUp("Anna@Example.org");
  expect(up.status).toBe(200);
  expect(up.body.user.id).toMatch(/^usr_[0-9A-Z]{26}$/);
  expect(up.cookie).toMatch(/^atrium\.session_token=.*HttpOnly.*SameSite=Lax/i);
  expect(await session(up.cookie)).toMatchObject({ userID: up.body.user.id, admin: false, mayExecute: false });

  const wrong = await post("/sign-in/email", { email: "anna@example.org", password: "wrong horse battery" });
  expect(wrong).toMatchObject({ status: 401, body: { code: "auth.invalid_email_or_password" } });
  const right = await post("/sign-in/email", { email: "anna@example.org", password: PASSWORD });
  expect(await session(right.cookie)).toMatchObject({ userID: up.body.user.id });

  const out = await post("/sign-out", {}, { cookie: right.cookie.split(";")[0] ?? "" });
  expect(out.status).toBe(200);
  expect(await session(right.cookie)).toBeUndefined();
  expect(await session(up.cookie)).toBeDefined();
});

test("a cookie that was touched, or has expired, is nobody's", async () => {
  const { cookie, body } = await signUp("touched@example.org");
  const [token, signature = ""] = cookieValue(cookie).split(".");
  const key = await secret(Config.authSecretARN());
  const other = `${signature.startsWith("A") ? "B" : "A"}${signature.slice(1)}`;
  for (const value of [`${token}x.${signature}`, `${token}.${other}`, `${token}`, `${token}.`, "."])
    expect(await Identity.readSession(value, key)).toBeUndefined();
  expect(await Identity.readSession(cookieValue(cookie), "another secret")).toBeUndefined();
  await query((db) => sql`update session set expires_at = now() where user_id = ${body.user.id}`.execute(db));
  expect(await session(cookie)).toBeUndefined();
});

test("nobody gives themselves rights when signing up", async () => {
  const { body, cookie } = await signUp("sly@example.org", {
    admin: true,
    mayExecute: true,
    may_execute: true,
    deactivatedAt: null,
  });
  expect(body.user?.admin).toBeUndefined();
  expect(await session(cookie)).toMatchObject({ admin: false, mayExecute: false });
});

test("a new user has a personal group and is in it", async () => {
  const { body } = await signUp("grouped@example.org");
  const groups = await query((db) => db.selectFrom("group").selectAll().where("user_id", "=", body.user.id).execute());
  expect(groups).toMatchObject([{ id: body.user.id.replace("usr_", "grp_"), kind: "personal" }]);
});

test("where accounts are by invitation, an invitation lets its address in, once", async () => {
  process.env.SIGN_UP = "invitation";
  const admin = await createUser("Root", { admin: true });
  const { token } = await admin.as(() => Identity.Invitation.create({ email: "guest@example.org" }));
  const refused = { status: 403, body: { code: "auth.needs_invitation" } };
  expect(await signUp("guest@example.org")).toMatchObject(refused);
  expect(await signUp("guest@example.org", { invitation: "made up" })).toMatchObject(refused);
  expect(await signUp("other@example.org", { invitation: token })).toMatchObject(refused);
  expect(await signUp("guest@example.org", { invitation: token, password: "short" })).toMatchObject({ status: 400 });
  expect(await signUp("Guest@example.org", { invitation: token })).toMatchObject({ status: 200 });
  expect(await admin.as(Identity.Invitation.list)).toEqual([]);
  expect(await signUp("guest@example.org", { invitation: token })).toMatchObject(refused);
});

test("a deactivated user gets no session, and the ones they have end", async () => {
  const { body, cookie } = await signUp("gone@example.org");
  await query((db) => sql`update "user" set deactivated_at = now() where id = ${body.user.id}`.execute(db));
  expect(await session(cookie)).toBeUndefined();
  const again = await post("/sign-in/email", { email: "gone@example.org", password: PASSWORD });
  expect(again).toMatchObject({ status: 403, body: { code: "auth.deactivated" }, cookie: "" });
});

test("signing in from a foreign page is refused", async () => {
  const foreign = await post(
    "/sign-in/email",
    { email: "a@example.org", password: PASSWORD },
    { origin: "http://evil.test" },
  );
  expect(foreign).toMatchObject({ status: 403, body: { code: "auth.bad_origin" } });
});

test("behind TLS the cookie is bound to its host", async () => {
  const tls = { "x-forwarded-proto": "https", origin: "https://atrium.test" };
  const { cookie } = await signUp("tls@example.org", {}, tls);
  expect(cookie).toMatch(/^__Host-atrium\.session_token=/);
  expect(cookie).toMatch(/Secure/);
  expect(cookie).toMatch(/Path=\//);
  expect(cookie).not.toMatch(/Domain=/i);
  expect(await session(cookie)).toBeDefined();
});

test("guessing passwords ends in 429", async () => {
  let answer = await post(
    "/sign-in/email",
    { email: "guess@example.org", password: PASSWORD },
    { "x-forwarded-for": "203.0.113.7" },
  );
  for (let attempt = 0; attempt < 60 && answer.status !== 429; attempt++)
    answer = await post(
      "/sign-in/email",
      { email: "guess@example.org", password: PASSWORD },
      { "x-forwarded-for": "203.0.113.7" },
    );
  expect(answer).toMatchObject({ status: 429, body: { code: "auth.too_many_attempts" } });
});

test("the first administrator is made once; repeating with the same password makes the key anew", async () => {
  const input = { email: "admin@atrium.local", password: PASSWORD, name: "Administrator", apiKeyName: "First start" };
  const first = await ensureAdministrator(input);
  expect(first.created).toBe(true);
  expect(await ApiKey.authenticate(first.apiKey ?? "")).toMatchObject({ admin: true, mayExecute: true });
  const again = await ensureAdministrator(input);
  expect(again.created).toBe(false);
  expect(await ApiKey.authenticate(first.apiKey ?? "")).toBeUndefined();
  expect(await ApiKey.authenticate(again.apiKey ?? "")).toMatchObject({ admin: true });
  expect(await ensureAdministrator({ ...input, password: "another password" })).toEqual({ created: false });
  expect(await post("/sign-in/email", { email: input.email, password: PASSWORD })).toMatchObject({ status: 200 });
});
