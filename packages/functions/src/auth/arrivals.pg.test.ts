import { query } from "@atrium/core/database";
import { Deployment } from "@atrium/core/deployment";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createUser } from "../../../core/src/database/testing.ts";
import { call, ORIGIN, useAPI } from "../api/testing.ts";
import { PASSWORD, session, signIn, signUp } from "./testing.ts";
import { browser } from "./testing-browser.ts";
import type { ProviderSettings } from "./testing-provider.ts";
import { startProvider, stopProviders } from "./testing-providers.ts";

useAPI();

const people: ProviderSettings["people"] = {
  ada: { email: "ada@corp.test", email_verified: true, name: "Ada" },
  adele: { email: "adele@corp.test", email_verified: true, name: "Adele" },
  new: { email: "new@corp.test", email_verified: true, name: "New" },
  boss: { email: "boss@corp.test", email_verified: true, name: "Boss" },
  known: { email: "known@corp.test", email_verified: true, name: "Known" },
  stranger: { email: "stranger@corp.test", email_verified: true, name: "Stranger" },
  loose: { email: "loose@corp.test", email_verified: false, name: "Loose" },
};
let issuer: string;

beforeAll(async () => {
  issuer = await startProvider("http://atrium.test/api/auth/callback/corp", people);
});
afterAll(stopProviders);
beforeEach(() => {
  process.env.SIGN_UP = "open";
  configure(true);
});

function configure(present: boolean) {
  const corp = { id: "corp", name: "Corp", issuer, clientId: "atrium", signUp: false };
  process.env.OIDC_PROVIDERS = JSON.stringify(present ? [corp] : []);
}

/** All the way: the button, the provider's forms, and back; with a session it links. */
async function through(login: string, cookie?: string) {
  const visitor = browser(cookie);
  const { body } = await visitor.begin("corp");
  return visitor.back(await visitor.atProvider(body.url ?? "", login));
}

const ways = (cookie: string) => call("/sign-ins", { headers: { cookie, origin: ORIGIN } });
const unlink = (cookie: string, id: string) =>
  call(`/sign-ins/${id}`, { method: "DELETE", headers: { cookie, origin: ORIGIN } });

async function noted(cookie: string, type: string): Promise<unknown[]> {
  const who = await session(cookie);
  const found = await query((db) =>
    db
      .selectFrom("event")
      .select("parameters")
      .where("actor_id", "=", who?.userID ?? "")
      .where("type", "=", type)
      .execute(),
  );
  return found.map(({ parameters }) => parameters);
}

test("a person sees how they come in, links a provider under another address, and unlinks what is not the last", async () => {
  const { cookie } = await signUp("olga@example.org");
  const first = await ways(cookie);
  expect(first.body.items).toMatchObject([{ kind: "password", provider: null, email: null, works: true }]);
  const password = first.body.items[0].id;
  expect(await unlink(cookie, password)).toMatchObject({ status: 409, body: { code: "sign_in.last" } });

  expect((await through("ada", cookie)).headers.get("location")).toBe("/settings");
  expect((await through("ada")).cookie).toContain("session_token=");
  await signIn("olga@example.org");
  const both = (await ways(cookie)).body.items;
  expect(both).toMatchObject([
    { kind: "password", lastUsedAt: expect.any(String) },
    { kind: "provider", provider: { id: "corp", name: "Corp" }, issuer, email: "ada@corp.test", works: true },
  ]);
  expect(both[1].lastUsedAt).toEqual(expect.any(String));
  expect(JSON.stringify(both)).not.toContain("|ada");

  const { cookie: other } = await signUp("otto@example.org");
  expect((await through("ada", other)).headers.get("location")).toContain(
    "error=account_already_linked_to_different_user",
  );
  expect((await through("loose", other)).headers.get("location")).toContain("error=unable_to_link_account");
  expect(await unlink(other, both[1].id)).toMatchObject({ status: 404, body: { code: "sign_in.not_found" } });

  // Two at once must not leave none.
  const answers = await Promise.all([unlink(cookie, password), unlink(cookie, both[1].id)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
  expect((await ways(cookie)).body.items).toHaveLength(1);
  expect(await noted(cookie, "account.linked")).toEqual([{ provider: "corp" }]);
  expect(await noted(cookie, "account.unlinked")).toHaveLength(1);
});

test("a provider that is not trusted any more is no way in", async () => {
  const { cookie } = await signUp("nina@example.org");
  await through("adele", cookie);
  configure(false);
  const [password, provider] = (await ways(cookie)).body.items;
  expect(provider).toMatchObject({ works: false, email: "adele@corp.test" });
  expect(await unlink(cookie, password.id)).toMatchObject({ status: 409, body: { code: "sign_in.last" } });
  expect((await unlink(cookie, provider.id)).status).toBe(204);
  expect((await signIn("nina@example.org", PASSWORD)).status).toBe(200);
});

/** Everything that an account consists of, of this address or at all. */
async function traces(email: string): Promise<number[]> {
  const { rows } = await query((db) =>
    sql<{ n: number }>`
      select count(*)::int as n from "user" where email = ${email}
      union all select count(*)::int from account where account_id like ${`${issuer}|%`}
      union all select count(*)::int from "group" where kind = 'personal'
      union all select count(*)::int from session
      union all select count(*)::int from invitation where accepted_at is not null`.execute(db),
  );
  return rows.map(({ n }) => n);
}

async function maintain(active: boolean): Promise<void> {
  const root = await createUser("Root", { admin: true });
  await root.as(() => Deployment.change({ maintenance: { active, message: "The disk grows", until: null } }));
}

test("during maintenance a provider's newcomer is told so and leaves nothing; who is known comes in, an administrator links", async () => {
  const { cookie: admin, body } = await signUp("boss@example.org");
  await query((db) => db.updateTable("user").set({ admin: true }).where("id", "=", body.user.id).execute());
  const { cookie: plain } = await signUp("plain@example.org");
  const waiting = browser(plain);
  const url = (await waiting.begin("corp")).body.url ?? "";

  await maintain(true);
  const before = await traces("new@corp.test");
  expect((await through("new")).headers.get("location")).toBe(
    "/sign-in?error=maintenance&error_description=maintenance",
  );
  // Begun before the maintenance, it would change something in it.
  expect((await waiting.back(await waiting.atProvider(url, "new"))).headers.get("location")).toContain(
    "error=maintenance",
  );
  expect(await traces("new@corp.test")).toEqual(before);
  expect((await browser(plain).begin("corp")).body).toMatchObject({ code: "deployment.maintenance" });
  expect((await signUp("late@example.org")).body).toMatchObject({ code: "deployment.maintenance" });

  expect((await signIn("boss@example.org")).status).toBe(200);
  expect((await through("boss", admin)).headers.get("location")).toBe("/settings");
  expect((await through("boss")).cookie).toContain("session_token=");
  expect((await signIn("plain@example.org")).status).toBe(200);
  await maintain(false);
  expect((await through("new")).cookie).toContain("session_token=");
});

test("where accounts are by invitation or domain a provider's newcomer leaves nothing, and who is known comes in", async () => {
  const { cookie } = await signUp("known@example.org");
  await through("known", cookie);
  process.env.SIGN_UP = "invitation";
  const before = await traces("stranger@corp.test");
  const answer = await through("stranger");
  expect(answer.headers.get("location")).toContain("/sign-in?error=needs_invitation");
  expect(answer.cookie).toBe("");
  expect(await traces("stranger@corp.test")).toEqual(before);
  expect((await through("known")).cookie).toContain("session_token=");
  const refusals = await query((db) =>
    db.selectFrom("event").select("parameters").where("type", "=", "account.sign_up_refused").execute(),
  );
  expect(refusals.map(({ parameters }) => parameters)).toContainEqual({ provider: "corp", why: "needs_invitation" });
});
