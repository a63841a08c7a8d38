import { query } from "@atrium/core/database";
import { beforeAll, expect, test } from "vitest";
import { type Answer, type Client, call, client, ORIGIN, upload, useAPI } from "./testing.ts";

useAPI();

let olga: Client;
let vera: Client;
let root: Client;
beforeAll(async () => {
  [olga, vera, root] = await Promise.all([client("Olga"), client("Vera"), client("Root", { admin: true })]);
});

type Reader = { get: (path: string) => Promise<Answer>; post: (path: string, body: object) => Promise<Answer> };

/** A browser without an account that keeps its cookie. */
function browser(cookie = ""): Reader & { open: (url: string) => Promise<Answer> } {
  let kept = cookie;
  const send = async (method: string, path: string, body?: object) => {
    const headers = { cookie: kept, origin: ORIGIN, ...(body ? { "content-type": "application/json" } : {}) };
    const answer = await call(path, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
    kept = answer.headers.get("set-cookie")?.split(";")[0] ?? kept;
    return answer;
  };
  return {
    get: (path) => send("GET", path),
    post: (path, body) => send("POST", path, body),
    open: (url) => send("POST", "/share-links/open", { secret: url.split("#")[1] }),
  };
}

type Place = { project: string; file: string; sibling: string };
async function place(name: string): Promise<Place> {
  const project = (await olga.post("/projects", { name })).body.id;
  const file = (await upload(olga, project, `${name}.csv`, "a\n1\n")).body.id;
  const sibling = (await upload(olga, project, `${name} sibling.csv`, "a\n1\n")).body.id;
  return { project, file, sibling };
}

const makeLink = async (entityID: string, link: object = {}, by: Client = olga) =>
  (await by.post(`/entities/${entityID}/share-links`, link)).body;

test("a link to a file opens the file without an account, and tells nothing of what is around it", async () => {
  const { project, file, sibling } = await place("Linked");
  const link = await makeLink(file, { label: "For the press" });
  const reader = browser();
  expect((await reader.get(`/files/${file}`)).status).toBe(404);
  const opened = await reader.open(link.url);
  expect(opened.body).toEqual({ linkId: link.id, entity: { id: file, kind: "file" } });
  expect(opened.headers.get("set-cookie")).toMatch(/HttpOnly/);
  expect(opened.headers.get("set-cookie")).toMatch(/SameSite=Lax/);
  const seen = await reader.get(`/files/${file}`);
  expect(seen.body).toMatchObject({ id: file, projectId: null, privileges: ["see", "read", "transfer"] });
  expect(JSON.stringify(seen.body)).not.toContain(project);
  expect(JSON.stringify(seen.body)).not.toContain("@");
  expect((await reader.get(`/files/${file}/download`)).status).toBe(200);
  for (const path of [`/files/${sibling}`, `/projects/${project}`, `/projects/${project}/items`])
    expect((await reader.get(path)).status).toBe(404);
  const found = await reader.get("/search?q=Linked&count=true");
  expect(found.body.items.map(({ id, projectId }: Record<string, string>) => [id, projectId])).toEqual([[file, null]]);
  for (const path of [`/entities/${file}/grants`, `/entities/${file}/activity`, `/entities/${file}/comments`, "/runs"])
    expect((await reader.get(path)).status).toBe(401);
});

test("a link to a project opens what lies in it, but neither its address nor whose it is", async () => {
  const { project, sibling } = await place("Whole");
  const reader = browser();
  await reader.open((await makeLink(project)).url);
  const seen = await reader.get(`/projects/${project}`);
  expect(seen.body).toMatchObject({ name: "Whole", path: null, ancestors: [] });
  expect((await reader.get(`/projects/${project}/items`)).body.items).toHaveLength(2);
  expect((await reader.get(`/files/${sibling}`)).body.projectId).toBe(project);
  expect((await reader.get("/projects")).body.items.map(({ id }: { id: string }) => id)).toContain(project);
});

test("its secret is told once and kept as a digest; who may share sees how often it was opened", async () => {
  const { file } = await place("Counted");
  const key = { "idempotency-key": "once" };
  const made = await olga.post(`/entities/${file}/share-links`, { label: " Ask Anna " }, key);
  expect(made.body).toMatchObject({ label: "Ask Anna", state: "active", opened: 0, openedAt: null });
  const days = (Date.parse(made.body.expiresAt) - Date.now()) / 86_400_000;
  expect(Math.round(days)).toBe(30);
  expect((await olga.post(`/entities/${file}/share-links`, { label: " Ask Anna " }, key)).body.code).toBe(
    "share_link.shown_once",
  );
  await browser().open(made.body.url);
  await browser().open(made.body.url);
  const { body } = await olga.get(`/entities/${file}/share-links`);
  expect(body.items).toMatchObject([{ id: made.body.id, opened: 2, madeBy: { name: "Olga" } }]);
  expect(JSON.stringify(body)).not.toContain(made.body.url.split("#")[1]);
  const kept = await query((db) => db.selectFrom("share_link").selectAll().where("id", "=", made.body.id).execute());
  expect(JSON.stringify(kept)).not.toContain(made.body.url.split("#")[1]);
  // It is a principal for the policy, and for nobody else.
  expect(JSON.stringify((await olga.get(`/entities/${file}/grants`)).body)).not.toContain("lnk_");
  const named = { principalId: made.body.id, bundle: "owner" };
  expect((await olga.post(`/entities/${file}/grants`, named)).body.code).toBe("grant.no_such_principal");
  expect((await olga.delete(`/entities/${file}/grants/${made.body.id}`)).status).toBe(404);
  expect((await olga.get(`/entities/${file}/access/explain?principal=${made.body.id}`)).status).toBe(404);
});

test("revoked it opens nothing from the next request on, and restored it does again", async () => {
  const { file } = await place("Revoked");
  const link = await makeLink(file);
  const reader = browser();
  await reader.open(link.url);
  expect((await olga.delete(`/entities/${file}/share-links/${link.id}`)).status).toBe(204);
  expect((await reader.get(`/files/${file}`)).status).toBe(404);
  expect((await browser().open(link.url)).body.code).toBe("share_link.dead");
  expect((await olga.get(`/entities/${file}/share-links`)).body.items).toEqual([]);
  expect((await olga.delete(`/entities/${file}/share-links/${link.id}`)).status).toBe(404);
  expect((await olga.post(`/entities/${file}/share-links/${link.id}/restore`)).body.state).toBe("active");
  expect((await reader.get(`/files/${file}`)).status).toBe(200);
});

test("it works as long as its maker may share the thing and has what it gives", async () => {
  const { project, file } = await place("Passed on");
  await olga.post(`/entities/${project}/grants`, { email: vera.person.email, bundle: "owner" });
  const link = await makeLink(file, {}, vera);
  const reader = browser();
  await reader.open(link.url);
  expect((await reader.get(`/files/${file}`)).status).toBe(200);
  await olga.post(`/entities/${project}/grants`, { email: vera.person.email, bundle: "contributor" });
  expect((await reader.get(`/files/${file}`)).status).toBe(404);
  expect((await olga.get(`/entities/${file}/share-links`)).body.items[0].state).toBe("idle");
  await olga.post(`/entities/${project}/grants`, {
    email: vera.person.email,
    privileges: ["see", "read", "share"],
  });
  expect((await reader.get(`/files/${file}`)).status).toBe(404);
  await olga.post(`/entities/${project}/grants`, { email: vera.person.email, bundle: "owner" });
  expect((await reader.get(`/files/${file}`)).status).toBe(200);
  await root.post(`/users/${vera.person.id}/deactivate`);
  expect((await reader.get(`/files/${file}`)).status).toBe(404);
  await root.post(`/users/${vera.person.id}/reactivate`);
});

test("what goes to the trash is closed, what comes back is open; what is over stays closed", async () => {
  const { project, file } = await place("Thrown away");
  const link = await makeLink(file);
  const reader = browser();
  await reader.open(link.url);
  await olga.delete(`/projects/${project}`);
  expect((await reader.get(`/files/${file}`)).status).toBe(404);
  await olga.post(`/projects/${project}/restore`);
  expect((await reader.get(`/files/${file}`)).status).toBe(200);
  await query((db) =>
    db
      .updateTable("share_link")
      .set({ expires_at: new Date(0) })
      .where("id", "=", link.id)
      .execute(),
  );
  expect((await reader.get(`/files/${file}`)).status).toBe(404);
  expect((await olga.get(`/entities/${file}/share-links`)).body.items[0].state).toBe("expired");
});

test("who makes one gives no more than they have, and says what is understood", async () => {
  const { file } = await place("Refused");
  const closed = await makeLink(file, { download: false });
  const reader = browser();
  await reader.open(closed.url);
  expect((await reader.get(`/files/${file}/download`)).body.code).toBe("access.denied");
  const past = await olga.post(`/entities/${file}/share-links`, { expiresAt: "2020-01-01T00:00:00Z" });
  expect(past.body).toMatchObject({ code: "share_link.ends_in_past", errors: [{ path: "/expiresAt" }] });
  const odd = await olga.post(`/entities/${file}/share-links`, { label: "two\nlines" });
  expect(odd.body).toMatchObject({ code: "input.invalid", errors: [{ path: "/label" }] });
  await olga.post(`/entities/${file}/grants`, { email: vera.person.email, privileges: ["read", "share"] });
  const more = await vera.post(`/entities/${file}/share-links`, {});
  expect(more.body.code).toBe("grant.more_than_own");
  expect((await vera.post(`/entities/${file}/share-links`, { download: false })).status).toBe(201);
});

test("a cookie that we did not write opens nothing", async () => {
  const { file } = await place("Forged");
  const link = await makeLink(file);
  const end = Math.floor(Date.now() / 1_000) + 1_000;
  const forged = browser(`atrium.links=${end}.${link.id}.${"A".repeat(43)}`);
  expect((await forged.get(`/files/${file}`)).status).toBe(404);
  const secretless = await browser().open("/s#atl_");
  expect(secretless.body.code).toBe("share_link.dead");
});

test("the audit names the link that let somebody read", async () => {
  const { file } = await place("Audited");
  const link = await makeLink(file);
  const reader = browser();
  await reader.open(link.url);
  await reader.get(`/files/${file}/download`);
  await olga.delete(`/entities/${file}/share-links/${link.id}`);
  const told = (await root.get(`/audit?entityId=${file}&limit=4`)).body.items;
  expect(told.map(({ type, actorType, linkId }: Record<string, string>) => [type, actorType, linkId])).toEqual([
    ["share_link.revoked", "user", null],
    ["file.downloaded", "public", link.id],
    ["share_link.opened", "public", link.id],
    ["share_link.created", "user", null],
  ]);
  expect(JSON.stringify(told)).not.toContain("atl_");
  const activity = (await olga.get(`/entities/${file}/activity`)).body.items;
  expect(activity.map(({ type }: { type: string }) => type)).toContain("share_link.created");
  expect(activity.map(({ type }: { type: string }) => type)).not.toContain("share_link.opened");
});

test("what is public is read without an account, unless an administrator turns that off", async () => {
  const { project, file } = await place("Published");
  const visible = (visibility: string) => olga.patch(`/projects/${project}`, { visibility }, { "if-match": "*" });
  await visible("public");
  const reader = browser();
  const seen = await reader.get(`/projects/${project}`);
  expect(seen.body).toMatchObject({ visibility: "public", privileges: ["see", "read"] });
  expect(seen.body.path).toMatch(/published$/);
  expect((await reader.get(`/resolve?path=${seen.body.path}`)).body.id).toBe(project);
  expect((await reader.get(`/files/${file}/download`)).status).toBe(403);
  expect((await reader.post("/search", { q: "Published" })).body.items).toHaveLength(3);
  expect((await call(`/projects/${project}`, { method: "DELETE", headers: { "if-match": "*" } })).body.code).toBe(
    "auth.required",
  );
  const link = await makeLink(file);
  await root.patch("/deployment/settings", { readWithoutAccount: false });
  for (const path of [`/projects/${project}`, "/projects", "/search?q=Published", `/files/${file}`])
    expect((await reader.get(path)).body.code).toBe("auth.required");
  expect((await reader.open(link.url)).body.code).toBe("auth.required");
  expect((await reader.get("/deployment")).body.readWithoutAccount).toBe(false);
  await root.patch("/deployment/settings", { readWithoutAccount: true });
  await visible("internal");
  expect((await reader.get(`/projects/${project}`)).status).toBe(404);
});
