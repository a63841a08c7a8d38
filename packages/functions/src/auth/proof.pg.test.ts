import { query } from "@atrium/core/database";
import { Identity } from "@atrium/core/identity";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createUser, useDatabase } from "../../../core/src/database/testing.ts";
import { letters, PASSWORD, post, send, session, signIn, signUp, tokenIn } from "./testing.ts";

useDatabase();
beforeAll(() => {
  process.env.DATABASE_POOL = "1";
  process.env.SIGN_UP = "open";
  process.env.MAIL_FROM = "Atrium <atrium@atrium.test>";
});
afterAll(() => {
  delete process.env.MAIL_FROM;
});

const verify = async (email: string) => send(`/verify-email?token=${await tokenIn(email, "verify-email")}`);
const verified = async (email: string) => {
  const row = await query((db) =>
    db.selectFrom("user").select(["id", "email_verified"]).where("email", "=", email).executeTakeFirstOrThrow(),
  );
  return row.email_verified;
};
/** An account with a proven address. */
async function member(email: string) {
  await signUp(email);
  await verify(email);
}
const events = async (type: string) =>
  (
    await query((db) =>
      sql<{ actor_id: string | null; parameters: object }>`
        select actor_id, parameters from event where type = ${type} order by id`.execute(db),
    )
  ).rows;

test("nobody comes in before their address is proven, and then they do", async () => {
  const up = await signUp("new@example.org");
  expect(up).toMatchObject({ status: 200, cookie: "" });
  expect(await signIn("new@example.org")).toMatchObject({ status: 403, body: { code: "auth.email_not_verified" } });
  expect(await letters("new@example.org")).toHaveLength(2); // at sign-up, and again for whoever lost it
  expect(await verify("new@example.org")).toMatchObject({ status: 200, cookie: "" });
  expect(await verified("new@example.org")).toBe(true);
  const { cookie } = await signIn("new@example.org");
  expect(await session(cookie)).toMatchObject({ type: "user" });
  expect((await events("account.address_verified")).length).toBe(1);
});

test("a forged, foreign or malformed proof proves nothing", async () => {
  await signUp("forged@example.org");
  const token = await tokenIn("forged@example.org", "verify-email");
  const [head = "", , mark = ""] = token.split(".");
  const other = Buffer.from(JSON.stringify({ email: "forged@example.org", exp: 9_999_999_999 })).toString("base64url");
  for (const bad of ["", "x", `${head}.${other}.${mark}`, `${token}x`, `${head}.${other}.`])
    expect((await send(`/verify-email?token=${bad}`)).status).toBeGreaterThanOrEqual(400);
  expect(await verified("forged@example.org")).toBe(false);
});

test("an invitation vouches for its address and lets its holder in at once", async () => {
  const admin = await createUser("Root", { admin: true });
  const { token } = await admin.as(() => Identity.Invitation.create({ email: "guest@example.org" }));
  const up = await signUp("Guest@example.org", { invitation: token });
  expect(await session(up.cookie)).toMatchObject({ userID: up.body.user.id });
  expect(await verified("guest@example.org")).toBe(true);
});

test("signing up with a known address answers as with an unknown one; the owner is told", async () => {
  await member("known@example.org");
  const unknown = await signUp("unknown@example.org", { password: "another battery" });
  const known = await signUp("known@example.org", { password: "another battery" });
  const shape = ({ status, body, cookie, headers }: typeof known) => ({
    status,
    cookie,
    type: headers.get("content-type"),
    body: { ...body, user: Object.fromEntries(Object.entries(body.user).map(([name, value]) => [name, typeof value])) },
  });
  expect(shape(known)).toEqual(shape(unknown));
  expect((await letters("known@example.org")).at(-1)?.subject).toBe("You already have an account at Atrium");
  expect((await signIn("known@example.org", "another battery")).status).toBe(401);
  expect((await signIn("known@example.org")).status).toBe(200);
  const ups = (await events("account.signed_up")).map(({ actor_id }) => actor_id);
  const { body } = await signIn("known@example.org");
  expect(ups.filter((id) => id === body.user.id)).toHaveLength(1);
});

test("a forgotten password is replaced by a link that works once, and signs out everywhere", async () => {
  await member("forgetful@example.org");
  const { cookie } = await signIn("forgetful@example.org");
  expect((await post("/request-password-reset", { email: "forgetful@example.org" })).status).toBe(200);
  const token = await tokenIn("forgetful@example.org", "reset-password");
  const stored = await query((db) => sql<{ identifier: string }>`select identifier from verification`.execute(db));
  expect(JSON.stringify(stored.rows)).not.toContain(token);

  expect(await post("/reset-password", { token, newPassword: "short" })).toMatchObject({ status: 400 });
  expect(await post("/reset-password", { token, newPassword: "a new battery" })).toMatchObject({ status: 200 });
  expect(await session(cookie)).toBeUndefined();
  expect((await signIn("forgetful@example.org")).status).toBe(401);
  expect((await signIn("forgetful@example.org", "a new battery")).status).toBe(200);
  const again = await post("/reset-password", { token, newPassword: "yet another battery" });
  expect(again).toMatchObject({ status: 400, body: { code: "auth.invalid_token" } });

  const noted = JSON.stringify([await events("account.reset_requested"), await events("account.password_reset")]);
  expect(noted).toContain("usr_");
  expect(noted).not.toContain(token);
  expect(noted).not.toContain("battery");
});

test("a link that has expired resets nothing", async () => {
  await member("late@example.org");
  await post("/request-password-reset", { email: "late@example.org" });
  await query((db) => sql`update verification set expires_at = now() - interval '1 second'`.execute(db));
  const token = await tokenIn("late@example.org", "reset-password");
  expect((await post("/reset-password", { token, newPassword: "a new battery" })).status).toBe(400);
  expect((await signIn("late@example.org")).status).toBe(200);
});

test("asking for a reset answers the same, and as slowly, whether or not there is an account", async () => {
  await member("asked@example.org");
  const timed = async (email: string) => {
    const begun = performance.now();
    const { status, body } = await post("/request-password-reset", { email });
    return { status, body, ms: performance.now() - begun };
  };
  const [known, unknown] = [await timed("asked@example.org"), await timed("nobody@example.org")];
  expect(known.body).toEqual(unknown.body);
  expect(known.status).toBe(unknown.status);
  expect(Math.min(known.ms, unknown.ms)).toBeGreaterThanOrEqual(490);
  expect(await letters("nobody@example.org")).toEqual([]);
});

test("whoever proves the address by a reset has proven it; a service and somebody deactivated get no letter", async () => {
  await signUp("unproven@example.org");
  await post("/request-password-reset", { email: "unproven@example.org" });
  const token = await tokenIn("unproven@example.org", "reset-password");
  await post("/reset-password", { token, newPassword: PASSWORD });
  expect(await verified("unproven@example.org")).toBe(true);

  const service = await createUser("Robot");
  const gone = await createUser("Gone");
  await query((db) => db.updateTable("user").set({ kind: "service" }).where("id", "=", service.id).execute());
  await query((db) => db.updateTable("user").set({ deactivated_at: new Date() }).where("id", "=", gone.id).execute());
  for (const { email } of [service, gone]) {
    expect((await post("/request-password-reset", { email })).status).toBe(200);
    expect(await letters(email)).toEqual([]);
  }
});

test("nobody's mailbox is filled by others", async () => {
  await member("filled@example.org");
  for (let asked = 0; asked < 8; asked++)
    await post("/request-password-reset", { email: "filled@example.org" }, { "x-forwarded-for": `203.0.113.${asked}` });
  expect(await letters("filled@example.org")).toHaveLength(5);
});
