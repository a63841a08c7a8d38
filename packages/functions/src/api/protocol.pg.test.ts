import { createHmac, randomUUID } from "node:crypto";
import { Config } from "@atrium/core/config";
import { query } from "@atrium/core/database";
import { createID } from "@atrium/core/id";
import { secret } from "@atrium/core/secret";
import { beforeAll, expect, test } from "vitest";
import { type Client, call, client, ORIGIN, useAPI } from "./testing.ts";

useAPI();

let anna: Client;
beforeAll(async () => {
  anna = await client("Anna");
});

const json = { "content-type": "application/json" };
const keyed = (headers: Record<string, string> = {}) => ({ authorization: `Bearer ${anna.key}`, ...headers });

async function cookie(): Promise<string> {
  const token = randomUUID();
  await query((db) =>
    db
      .insertInto("session")
      .values({
        id: createID("session"),
        user_id: anna.person.id,
        token,
        expires_at: new Date(Date.now() + 60_000),
        ip_address: null,
        user_agent: null,
      })
      .execute(),
  );
  const signature = createHmac("sha256", await secret(Config.authSecretARN()))
    .update(token)
    .digest("base64");
  return `atrium.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
}

test("health needs no database, and says nothing else", async () =>
  expect(await call("/health")).toMatchObject({ status: 200, body: { status: "ok" } }));

test("the deployment says who may sign up, to anybody", async () =>
  expect(await call("/deployment")).toMatchObject({
    status: 200,
    body: { name: "Atrium", signUp: "invitation", accounts: true },
  }));

test("past the front door nothing is answered", async () => {
  for (const path of ["/health", "/me", "/nothing"])
    expect(await call(path, { headers: { "x-origin-secret": "guess" } })).toMatchObject({
      status: 403,
      body: { code: "request.not_through_front_door" },
    });
});

test("what there is not is a problem as well", async () => {
  const answer = await call("/nothing/here", { headers: keyed() });
  expect(answer).toMatchObject({ status: 404, body: { type: "about:blank", code: "request.no_such_route" } });
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
});

test("the request id is the caller's where it is one, and always told", async () => {
  const given = await call("/me", { headers: { "x-request-id": "abc-1" } });
  expect(given.headers.get("x-request-id")).toBe("abc-1");
  expect(given.body.requestId).toBe("abc-1");
  const made = await call("/me", { headers: { "x-request-id": "no good\u00e9" } });
  expect(made.body.requestId).toMatch(/^req_/);
});

test.each([
  ["malformed JSON", "{", json, 400, "request.malformed", undefined],
  ["an empty body", "", json, 400, "request.malformed", undefined],
  [
    "another type",
    "name=x",
    { "content-type": "application/x-www-form-urlencoded" },
    415,
    "request.unsupported_type",
    undefined,
  ],
  ["no type", '{"name":"x"}', { "content-type": "" }, 415, "request.unsupported_type", undefined],
  ["a wrong type of a field", '{"name":1}', json, 400, "input.invalid", "/name"],
  ["an unknown field", '{"name":"x","owner":"me"}', json, 400, "input.invalid", "/owner"],
  ["a list", "[]", json, 400, "input.invalid", ""],
  ["an empty name", '{"name":"  "}', json, 400, "input.invalid", "/name"],
  ["a NUL in a name", '{"name":"a\\u0000b"}', json, 400, "input.invalid", "/name"],
  ["half a character", '{"name":"a\\ud800"}', json, 400, "input.invalid", "/name"],
])("%s is refused, saying where", async (_, body, headers, status, code, path) => {
  const answer = await call("/projects", { method: "POST", headers: keyed(headers), body });
  expect(answer).toMatchObject({ status, body: { status, code } });
  expect(answer.body.errors?.[0]?.path).toBe(path);
});

test.each([
  ["/projects?limit=0", "/limit"],
  ["/projects?limit=1001", "/limit"],
  ["/projects?limit=x", "/limit"],
  ["/projects?sort=owner", "/sort"],
  ["/projects?sort=__proto__", "/sort"],
  ["/projects?cursor=x", "/cursor"],
  ["/projects?q=%00", "/q"],
  ["/search?kind=planet", "/kind"],
  ["/runs?state=asleep", "/state"],
])("%s is refused, saying where", async (path, pointer) => {
  const answer = await anna.get(path);
  expect(answer.status).toBe(400);
  expect(answer.body.errors[0].path).toBe(pointer);
});

test.each(["/projects/x", "/projects/prj_", `/projects/${"x".repeat(60)}`, "/files/prj_01ARZ3NDEKTSV4RRFFQ69G5FAV"])(
  "%s is not there",
  async (path) => expect((await anna.get(path)).status).toBe(404),
);

test("a NUL in an id is the caller's fault", async () =>
  expect(await anna.get("/projects/%00")).toMatchObject({ status: 400, body: { code: "input.not_text" } }));

test("a change names the revision it is based on", async () => {
  const { body } = await anna.post("/projects", { name: "One" });
  const path = `/projects/${body.id}`;
  expect(await anna.patch(path, { name: "Two" })).toMatchObject({
    status: 428,
    body: { code: "request.if_match_required" },
  });
  expect(await anna.patch(path, { name: "Two" }, { "if-match": '"7"' })).toMatchObject({
    status: 412,
    body: { code: "entity.stale" },
  });
  expect(await anna.patch(path, { name: "Two" }, { "if-match": "1" })).toMatchObject({ status: 412 });
  const changed = await anna.patch(path, { name: "Two", tags: ["a"] }, { "if-match": 'W/"1"' });
  expect(changed).toMatchObject({ status: 200, body: { name: "Two", slug: "one", tags: ["a"], revision: 2 } });
  expect(changed.headers.get("etag")).toBe('"2"');
  expect(await anna.patch(path, { name: "Three" }, { "if-match": '"1"' })).toMatchObject({ status: 412 });
  expect(await anna.patch(path, { description: "x" }, { "if-match": "*" })).toMatchObject({
    status: 200,
    body: { revision: 3 },
  });
  expect(await anna.delete(path, { "if-match": '"1"' })).toMatchObject({ status: 412 });
});

test("two who change the same revision at once: one wins", async () => {
  const { body } = await anna.post("/projects", { name: "Raced" });
  const answers = await Promise.all(
    ["A", "B", "C", "D"].map((name) => anna.patch(`/projects/${body.id}`, { name }, { "if-match": '"1"' })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
});

test("a path of another kind changes nothing", async () => {
  const { body } = await anna.post("/projects", { name: "Kind" });
  expect((await anna.patch(`/files/${body.id}`, { name: "x" }, { "if-match": "*" })).status).toBe(404);
  expect((await anna.delete(`/tables/${body.id}`)).status).toBe(404);
  expect((await anna.delete(`/projects/${body.id}`)).status).toBe(204);
  expect((await anna.post(`/files/${body.id}/restore`)).status).toBe(404);
  expect((await anna.get(`/projects/${body.id}`)).status).toBe(404);
});

test("a session may read from anywhere, and change only from a page of the site", async () => {
  const session = await cookie();
  expect(await call("/me", { headers: { cookie: session } })).toMatchObject({
    status: 200,
    body: { user: { name: "Anna" } },
  });
  const post = (headers: Record<string, string>) =>
    call("/projects", { method: "POST", headers: { cookie: session, ...json, ...headers }, body: '{"name":"x"}' });
  const refused = { status: 403, body: { code: "auth.bad_origin" } };
  expect(await post({})).toMatchObject(refused);
  expect(await post({ origin: "http://evil.test" })).toMatchObject(refused);
  expect(await post({ origin: "null" })).toMatchObject(refused);
  expect(await post({ origin: `${ORIGIN}.evil.test` })).toMatchObject(refused);
  expect(await post({ origin: "https://atrium.test" })).toMatchObject(refused);
  expect(await post({ origin: ORIGIN })).toMatchObject({ status: 201 });
  expect(await post({ origin: "http://evil.test", authorization: `Bearer ${anna.key}` })).toMatchObject({
    status: 201,
  });
});

test("the same key and body make one thing; another body is refused", async () => {
  const key = { "idempotency-key": "same-key" };
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => anna.post("/projects", { name: "Once", tags: [] }, key)),
  );
  expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(201));
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  expect((await anna.post("/projects", { tags: [], name: "Once" }, key)).body.id).toBe(answers[0]?.body.id);
  const other = await anna.post("/projects", { name: "Other" }, key);
  expect(other).toMatchObject({ status: 422, body: { code: "idempotency.other_request" } });
  const bert = await client("Bert");
  expect((await bert.post("/projects", { name: "Other" }, key)).status).toBe(201);
  expect((await anna.post("/api-keys", { name: "Other" }, key)).status).toBe(201);
});

test("a request that failed leaves its key free", async () => {
  const key = { "idempotency-key": "failed-first" };
  const { body: project } = await anna.post("/projects", { name: "Late" });
  const body = { projectId: project.id, name: "x", fileId: "fil_01ARZ3NDEKTSV4RRFFQ69G5FAV" };
  expect((await anna.post("/tables", body, key)).status).toBe(404);
  expect((await anna.post("/tables", { ...body, name: "y" }, key)).status).toBe(404);
});

test("a key's secret is shown once, and the key ends when it is deleted or expires", async () => {
  const again = { "idempotency-key": "key" };
  const made = await anna.post("/api-keys", { name: "CI" }, again);
  expect(made).toMatchObject({
    status: 201,
    body: { name: "CI", scopes: ["read", "write"], expiresAt: null, lastUsedAt: null },
  });
  expect(made.body.key).toMatch(/^atr_[\w-]{43}$/);
  expect(made.body.key.startsWith(made.body.prefix)).toBe(true);
  expect(await anna.post("/api-keys", { name: "CI" }, again)).toMatchObject({
    status: 409,
    body: { code: "api_key.shown_once" },
  });
  const list = await anna.get("/api-keys");
  expect(JSON.stringify(list.body)).not.toContain(made.body.key);

  const use = () => call("/me", { headers: { authorization: `Bearer ${made.body.key}` } });
  expect((await use()).body).toMatchObject({ user: { name: "Anna", admin: false }, key: { name: "CI" } });
  expect((await anna.get("/api-keys")).body.items[0].lastUsedAt).not.toBeNull();
  const bert = await client("Bert");
  expect((await bert.delete(`/api-keys/${made.body.id}`)).status).toBe(404);
  expect((await anna.delete(`/api-keys/${made.body.id}`)).status).toBe(204);
  expect((await use()).status).toBe(401);

  const past = await anna.post("/api-keys", { name: "late", expiresAt: "2020-01-01T00:00:00Z" });
  expect(past).toMatchObject({ status: 422, body: { code: "api_key.expired" } });
  const short = await anna.post("/api-keys", {
    name: "short",
    expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
  });
  await query((db) =>
    db
      .updateTable("api_key")
      .set({ expires_at: new Date(0) })
      .where("id", "=", short.body.id)
      .execute(),
  );
  expect((await call("/me", { headers: { authorization: `Bearer ${short.body.key}` } })).status).toBe(401);
});

test("an administrator invites, and the link carries the token", async () => {
  const root = await client("Root", { admin: true });
  const made = await root.post("/invitations", { email: "New@Example.org" });
  expect(made).toMatchObject({ status: 201, body: { email: "new@example.org" } });
  expect(made.body.url).toMatch(/^http:\/\/atrium\.test\/sign-up\?invitation=[\w-]{43}$/);
  expect((await root.get("/invitations")).body.items).toMatchObject([{ id: made.body.id }]);
  expect((await root.delete(`/invitations/${made.body.id}`)).status).toBe(204);
  expect((await root.get("/invitations")).body.items).toEqual([]);
  const user = await root.post("/invitations", { email: anna.person.email });
  expect(user).toMatchObject({ status: 409, body: { code: "user.email_taken" } });
  const limited = await client("Root", { admin: true, scopes: ["read", "write"] });
  expect((await limited.get("/invitations")).status).toBe(403);
});

test("the reference is one page without anything from elsewhere", async () => {
  const { status, body, headers } = await call("/api/docs");
  expect(status).toBe(200);
  expect(headers.get("content-type")).toMatch(/^text\/html/);
  expect(body).toContain("/api/v1/uploads/{id}/complete");
  expect(body).not.toMatch(/<script|https?:\/\//);
});
