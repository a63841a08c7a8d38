import { Config } from "@atrium/core/config";
import { secret } from "@atrium/core/secret";
import { beforeAll, describe, expect, test } from "vitest";
import { app as auth } from "../auth/app.ts";
import { type Client, call, client, ORIGIN, useAPI } from "./testing.ts";

useAPI();
process.env.SIGN_UP = "open";

let root: Client;
let anna: Client;
beforeAll(async () => {
  root = await client("Root", { admin: true });
  anna = await client("Anna");
});

const PASSWORD = "correct horse battery";
const as = (cookie: string) => ({ cookie, origin: ORIGIN });

/** Another browser of somebody; the first one makes the account. */
async function signIn(email: string, how: "sign-in" | "sign-up" = "sign-in"): Promise<string> {
  const answer = await auth.request(`/api/auth/${how}/email`, {
    method: "POST",
    headers: {
      "x-origin-secret": await secret(Config.originSecretARN()),
      "x-forwarded-host": "atrium.test",
      "x-forwarded-proto": "http",
      origin: ORIGIN,
      "content-type": "application/json",
      "user-agent": how,
    },
    body: JSON.stringify({ name: "Zoe", email, password: PASSWORD }),
  });
  expect(answer.status).toBe(200);
  return (
    answer.headers
      .getSetCookie()
      .find((one) => one.includes("session_token="))
      ?.split(";")[0] ?? ""
  );
}

describe("administering people", () => {
  test("finds them by name and address, by pages and by state", async () => {
    const found = await root.get(`/users?q=${encodeURIComponent(anna.person.email)}&count=true`);
    expect(found.body).toMatchObject({ total: 1, items: [{ id: anna.person.id, state: "active", mayExecute: false }] });
    expect((await root.get("/users?q=%25")).body.items).toEqual([]);
    const first = await root.get("/users?limit=1&sort=-createdAt");
    const second = await root.get(`/users?limit=1&sort=-createdAt&cursor=${first.body.next}`);
    expect(first.body.items[0].id).not.toBe(second.body.items[0].id);
  });

  test("gives the right to run functions, which then holds at once", async () => {
    expect((await anna.get("/me")).body.user.mayExecute).toBe(false);
    await root.patch(`/users/${anna.person.id}`, { mayExecute: true });
    expect((await anna.get("/me")).body.user.mayExecute).toBe(true);
  });

  test("shuts somebody out at once, and lets them in again", async () => {
    const bert = await client("Bert");
    expect((await bert.get("/projects")).status).toBe(200);
    expect((await root.post(`/users/${bert.person.id}/deactivate`)).body.state).toBe("deactivated");
    expect(await bert.get("/projects")).toMatchObject({ status: 401, body: { code: "auth.invalid_key" } });
    expect((await root.get(`/users?state=deactivated`)).body.items).toMatchObject([{ id: bert.person.id }]);
    await root.post(`/users/${bert.person.id}/reactivate`);
    expect((await bert.get("/projects")).status).toBe(200);
  });

  test("leaves at least one administrator, also when two go for each other", async () => {
    const other = await client("Other", { admin: true });
    const both = await Promise.all([
      root.patch(`/users/${other.person.id}`, { admin: false }),
      other.patch(`/users/${root.person.id}`, { admin: false }),
    ]);
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
    const left = both[0]?.status === 200 ? root : other;
    expect(await left.post(`/users/${left.person.id}/deactivate`)).toMatchObject({
      status: 409,
      body: { code: "user.last_administrator" },
    });
    if (left === other) await other.patch(`/users/${root.person.id}`, { admin: true });
  });

  test("knows nobody it does not know", async () => {
    expect(await root.get("/users/usr_00000000000000000000000000")).toMatchObject({
      status: 404,
      body: { code: "user.not_found" },
    });
  });
});

describe("rotating an API key", () => {
  const bearer = (key: string) => ({ headers: { authorization: `Bearer ${key}` } });

  test("gives a new secret with the same rights; a key may do it to itself and to no other", async () => {
    const key = await client("Robot", { scopes: ["read"] });
    const own = await key.get("/api-keys");
    const { id } = own.body.items[0];
    const made = await key.post(`/api-keys/${id}/rotate`, {});
    expect(made).toMatchObject({ status: 201, body: { name: "test", scopes: ["read"] } });
    expect((await key.get("/me")).status).toBe(401);
    expect((await call("/me", bearer(made.body.key))).status).toBe(200);
    const again = await call(`/api-keys/${id}/rotate`, {
      method: "POST",
      headers: { ...bearer(made.body.key).headers, "content-type": "application/json" },
      body: "{}",
    });
    expect(again).toMatchObject({ status: 403, body: { code: "api_key.needs_admin" } });
    expect(await anna.post(`/api-keys/${made.body.id}/rotate`, {})).toMatchObject({
      status: 404,
      body: { code: "api_key.not_found" },
    });
  });

  test("lets the old secret work as long as was asked", async () => {
    const key = await client("Overlap");
    const { id } = (await key.get("/api-keys")).body.items[0];
    const made = await key.post(`/api-keys/${id}/rotate`, { overlapSeconds: 60 });
    expect((await key.get("/me")).status).toBe(200);
    expect((await call("/me", bearer(made.body.key))).status).toBe(200);
    expect((await key.post(`/api-keys/${id}/rotate`, { overlapSeconds: 10_000_000 })).status).toBe(400);
  });
});

describe("sessions", () => {
  test("are listed without their token, and ended one by one or all others at once", async () => {
    const first = await signIn("zoe@example.org", "sign-up");
    const [second, third] = [await signIn("zoe@example.org"), await signIn("zoe@example.org")];
    const listed = await call("/sessions", { headers: as(third) });
    expect(listed.body.items).toHaveLength(3);
    expect(JSON.stringify(listed.body)).not.toContain(decodeURIComponent(third.split("=")[1] ?? "").split(".")[0]);
    expect(listed.body.items.filter(({ current }: { current: boolean }) => current)).toHaveLength(1);
    const own = listed.body.items.find(({ current }: { current: boolean }) => current);
    await call(`/sessions/${own.id}`, { method: "DELETE", headers: as(first) });
    expect((await call("/me", { headers: as(third) })).status).toBe(401);
    expect((await call("/sessions", { method: "DELETE", headers: as(second) })).status).toBe(204);
    expect((await call("/me", { headers: as(first) })).status).toBe(401);
    expect((await call("/me", { headers: as(second) })).status).toBe(200);
  });

  test("of another cannot be ended", async () => {
    const zoe = await signIn("yara@example.org", "sign-up");
    const { body } = await call("/sessions", { headers: as(zoe) });
    expect(await anna.delete(`/sessions/${body.items[0].id}`)).toMatchObject({
      status: 404,
      body: { code: "session.not_found" },
    });
    expect((await call("/me", { headers: as(zoe) })).status).toBe(200);
  });

  test("are nothing for a key that reads and writes", async () => {
    const key = await client("Key", { scopes: ["read", "write"] });
    expect(await key.get("/sessions")).toMatchObject({ status: 403, body: { code: "session.needs_admin" } });
  });
});
