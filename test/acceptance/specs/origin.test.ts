/** What keeps another site from acting with a visitor's cookie. */
import { beforeAll, describe, expect, it } from "vitest";
import { caller, type Json } from "../../support/http.ts";
import { createProject } from "../../support/make.ts";
import { newPerson, origin, type Person } from "../../support/people.ts";
import { target } from "../../support/target.ts";

let ada: Person;
let project: Json;
beforeAll(async () => {
  ada = await newPerson("Ada");
  project = await createProject(ada.session);
});

const from = (headers: Record<string, string>) => caller(target.url, { cookie: ada.cookie, ...headers });

describe("a request with a cookie that changes something", () => {
  it.each([
    ["another site", { origin: "https://evil.test" }],
    ["another port", { origin: `${new URL(target.url).protocol}//${new URL(target.url).hostname}:1` }],
    [
      "another scheme",
      { origin: origin.startsWith("https") ? origin.replace("https", "http") : origin.replace("http", "https") },
    ],
    ["a sandboxed frame", { origin: "null" }],
    ["a name that begins like ours", { origin: `${origin}.evil.test` }],
    ["nowhere", {}],
  ] as [string, Record<string, string>][])("from %s is refused", async (_, headers) => {
    for (const [method, path, body] of [
      ["POST", "/projects", { name: "Stolen" }],
      ["DELETE", `/projects/${project.id}`, undefined],
      ["POST", "/api-keys", { name: "Stolen" }],
    ] as const) {
      const answer = await from(headers).refused(method, path, { body });
      expect(answer).toMatchObject({ status: 403, body: { code: "auth.bad_origin" } });
    }
    await ada.session.get(`/projects/${project.id}`);
  });

  it("from our own page is done", async () => {
    await from({ origin }).post("/projects", { name: "Fine" });
  });
});

it("reading needs no origin, for a link from elsewhere to work", async () => {
  await from({}).get("/projects");
});

it("a key needs no origin", async () => {
  await caller(target.url, { authorization: `Bearer ${ada.apiKey}` }).post("/projects", { name: "Fine" });
});

it("no other site may read an answer", async () => {
  const answer = await from({ origin: "https://evil.test" }).call("GET", "/projects");
  const allowed = answer.headers.get("access-control-allow-origin");
  expect(allowed === null || allowed === origin).toBe(true);
});

it("a key does not lend its rights to a cookie of somebody else", async () => {
  const eve = await newPerson("Eve");
  const both = caller(target.url, { cookie: ada.cookie, authorization: `Bearer ${eve.apiKey}`, origin });
  const { user } = await both.get("/me");
  expect([ada.id, eve.id]).toContain(user.id);
  const answer = await both.call("GET", `/projects/${project.id}`);
  expect(answer.status).toBe(user.id === ada.id ? 200 : 404);
});

it("the site's pages may not be framed and run no foreign script", async () => {
  const page = await fetch(target.url);
  expect(page.status).toBe(200);
  const policy = page.headers.get("content-security-policy") ?? "";
  expect(policy).toMatch(/frame-ancestors 'none'/);
  expect(policy).toMatch(/(default|script)-src[^;]*'self'/);
  expect(policy).not.toMatch(/script-src[^;]*'unsafe-inline'/);
  expect(page.headers.get("x-content-type-options")).toBe("nosniff");
});
