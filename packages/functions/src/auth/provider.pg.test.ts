import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { query } from "@atrium/core/database";
import { Identity } from "@atrium/core/identity";
import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createUser, useDatabase } from "../../../core/src/database/testing.ts";
import { post, session, signIn, signUp } from "./testing.ts";
import { browser } from "./testing-browser.ts";
import type { ProviderSettings } from "./testing-provider.ts";
import { startProvider, stopProviders } from "./testing-providers.ts";

useDatabase();

const CALLBACK = "http://atrium.test/api/auth/callback/corp";
const people: ProviderSettings["people"] = {
  ada: { email: "ada@corp.test", email_verified: true, name: "Ada" },
  eve: { email: "victim@corp.test", email_verified: false, name: "Eve" },
  vera: { email: "vera@corp.test", email_verified: true, name: "Vera" },
  guest: { email: "guest@corp.test", email_verified: true, name: "Guest" },
  nobody: { name: "Nobody" },
};
let issuer: string;
let other: string;

beforeAll(async () => {
  [issuer, other] = await Promise.all([startProvider(CALLBACK, people), startProvider(CALLBACK, people)]);
});
afterAll(stopProviders);
afterEach(() => {
  process.env.SIGN_UP = "open";
  configure({ issuer });
});

function configure(more: Partial<Identity.Provider.Configured>) {
  process.env.OIDC_PROVIDERS = JSON.stringify([
    { id: "corp", name: "Corp", issuer, clientId: "atrium", signUp: false, ...more },
  ]);
}
beforeAll(() => {
  process.env.SIGN_UP = "open";
  configure({ issuer });
});

/** All the way: the button, the provider's forms, and back. */
async function comeIn(login: string) {
  const visitor = browser();
  const { body } = await visitor.begin("corp");
  return visitor.back(await visitor.atProvider(body.url ?? "", login));
}
const accounts = async (email: string) =>
  (
    await query((db) =>
      sql<{ user_id: string; provider_id: string; account_id: string; tokens: string | null }>`
        select a.user_id, a.provider_id, a.account_id, coalesce(a.access_token, a.refresh_token, a.id_token) as tokens
        from account a join "user" u on u.id = a.user_id where u.email = ${email} order by a.created_at`.execute(db),
    )
  ).rows;

test("somebody the provider knows comes in, is known again, and is linked by issuer and subject without tokens", async () => {
  const first = await comeIn("ada");
  expect(first.status).toBe(302);
  expect(first.headers.get("location")).toBe("/projects");
  const who = await session(first.cookie);
  expect(who).toMatchObject({ type: "user", admin: false });
  expect(await accounts("ada@corp.test")).toEqual([
    { user_id: who?.userID, provider_id: "corp", account_id: `${issuer}|ada`, tokens: null },
  ]);
  expect(await session((await comeIn("ada")).cookie)).toMatchObject({ userID: who?.userID });
  const noted = await query((db) =>
    sql<{ type: string }>`select type from event where actor_id = ${who?.userID ?? ""} order by id`.execute(db),
  );
  expect(noted.rows.map(({ type }) => type)).toEqual([
    "account.signed_up",
    "account.linked",
    "account.signed_in",
    "account.signed_in",
  ]);
});

test("the same subject of another issuer is somebody else, whose address is taken", async () => {
  await comeIn("ada");
  configure({ issuer: other });
  const answer = await comeIn("ada");
  expect(answer.cookie).toContain("session_token=");
  const linked = await accounts("ada@corp.test");
  expect(linked.map(({ account_id }) => account_id)).toEqual([`${issuer}|ada`, `${other}|ada`]);
});

test("an address the provider has not verified opens nobody's account", async () => {
  await signUp("victim@corp.test");
  await query((db) => sql`update "user" set email_verified = true where email = 'victim@corp.test'`.execute(db));
  const answer = await comeIn("eve");
  expect(answer.cookie).toBe("");
  expect(answer.headers.get("location")).toBe("/sign-in?error=account_not_linked");
  expect(await accounts("victim@corp.test")).toHaveLength(1);
});

test("nor does a verified one open an account whose own address is unproven", async () => {
  await signUp("vera@corp.test");
  expect((await comeIn("vera")).headers.get("location")).toBe("/sign-in?error=account_not_linked");
  await query((db) => sql`update "user" set email_verified = true where email = 'vera@corp.test'`.execute(db));
  expect((await comeIn("vera")).headers.get("location")).toBe("/projects");
  expect((await accounts("vera@corp.test")).map(({ provider_id }) => provider_id)).toEqual(["credential", "corp"]);
  expect((await signIn("vera@corp.test")).status).toBe(200);
});

test("where accounts are by invitation a provider's newcomer needs one, unless the provider may admit", async () => {
  process.env.SIGN_UP = "invitation";
  expect((await comeIn("guest")).headers.get("location")).toContain("error=needs_invitation");
  expect(await accounts("guest@corp.test")).toEqual([]);
  const admin = await createUser("Root", { admin: true });
  await admin.as(() => Identity.Invitation.create({ email: "guest@corp.test" }));
  expect((await comeIn("guest")).cookie).toContain("session_token=");
  expect(await admin.as(Identity.Invitation.list)).toEqual([]);
  await query((db) => sql`delete from "user" where email = 'guest@corp.test'`.execute(db));
  configure({ issuer, signUp: true });
  expect((await comeIn("guest")).cookie).toContain("session_token=");
});

test("somebody without an address, and somebody deactivated, stay outside", async () => {
  expect((await comeIn("nobody")).headers.get("location")).toContain("error=");
  await comeIn("ada");
  await query((db) => sql`update "user" set deactivated_at = now() where email = 'ada@corp.test'`.execute(db));
  expect((await comeIn("ada")).cookie).toBe("");
  await query((db) => sql`update "user" set deactivated_at = null where email = 'ada@corp.test'`.execute(db));
});

test("an answer counts once, in the browser that asked, with what the provider gave it", async () => {
  const [ours, theirs] = [browser(), browser()];
  const back = await ours.atProvider((await ours.begin("corp")).body.url ?? "", "ada");
  await theirs.begin("corp");
  expect((await theirs.back(back)).cookie).toBe("");
  const again = await ours.atProvider((await ours.begin("corp")).body.url ?? "", "ada");
  const forged = new URL(again);
  forged.searchParams.set("code", "made-up");
  expect((await ours.back(forged)).cookie).toBe("");
});

test("a provider that is unknown, silent or somebody else says so, and passwords work meanwhile", async () => {
  expect(await browser().begin("google")).toMatchObject({ status: 404, body: { code: "auth.no_such_provider" } });

  const silent = createServer(() => undefined).listen(0, "127.0.0.1");
  await once(silent, "listening");
  configure({ issuer: `http://127.0.0.1:${(silent.address() as AddressInfo).port}` });
  const asking = browser().begin("corp");
  expect((await signUp("meanwhile@example.org")).status).toBe(200);
  expect(await asking).toMatchObject({ status: 503, body: { code: "auth.provider_unreachable" } });
  silent.closeAllConnections();
  silent.close();

  configure({ issuer: issuer.replace("127.0.0.1", "localhost") });
  expect(await browser().begin("corp")).toMatchObject({ status: 503, body: { code: "auth.provider_unreachable" } });
});

test("one that is configured badly is left out, and nothing else is", async () => {
  const good = { id: "corp", name: "Corp", issuer, clientId: "atrium" };
  const bad = [
    { ...good, id: "credential" },
    { ...good, id: "plain", issuer: "http://login.example.org" },
    { id: "x" },
  ];
  process.env.OIDC_PROVIDERS = JSON.stringify([...bad, good]);
  expect(Identity.Provider.list().map(({ id }) => id)).toEqual(["corp"]);
  expect((await browser().begin("corp")).status).toBe(200);
});

test("nobody is sent to another site afterwards", async () => {
  for (const field of ["callbackURL", "errorCallbackURL", "newUserCallbackURL"]) {
    const answer = await post("/sign-in/social", { provider: "corp", callbackURL: "/", [field]: "https://evil.test/" });
    expect(answer.status).toBe(403);
  }
});
