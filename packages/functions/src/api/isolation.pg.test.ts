import { beforeAll, expect, test } from "vitest";
import { type Client, call, client, upload, useAPI } from "./testing.ts";

useAPI();

let anna: Client;
let bert: Client;
const of: Record<string, string> = {};

beforeAll(async () => {
  anna = await client("Anna");
  bert = await client("Bert");
  const project = await anna.post("/projects", { name: "Secret plans", description: "zebra" });
  const file = await upload(anna, project.body.id, "secret.csv", "a\n1\n");
  const made = await anna.post("/tables", { projectId: project.body.id, name: "Secret table", fileId: file.body.id });
  const open = await anna.post("/uploads", { projectId: project.body.id, name: "secret.bin", bytes: 3 });
  const group = await anna.post("/groups", { name: "Secret circle", listed: false });
  Object.assign(of, {
    group: group.body.id,
    project: project.body.id,
    file: file.body.id,
    table: made.body.table.id,
    run: made.body.run.id,
    upload: open.body.id,
  });
});

test.each([
  "/projects?count=true",
  "/tables?count=true",
  "/runs?count=true",
  "/search?q=secret&count=true",
  "/search?q=zebra&count=true",
  "/search?q=&count=true",
  "/search?kind=file&count=true",
  "/projects?q=Secret&sort=name&count=true",
  "/groups?q=Secret&count=true",
])("%s: nothing of another, not even a number", async (path) => {
  expect((await anna.get(path)).body.items.length).toBeGreaterThanOrEqual(path.includes("kind=file") ? 1 : 0);
  const { status, body } = await bert.get(path);
  expect({ status, body }).toMatchObject({ status: 200, body: { items: [], next: null, total: 0 } });
  expect(JSON.stringify(body)).not.toMatch(/secret|zebra|[a-z]{3}_[0-9A-Z]{26}|[1-9]/i);
});

test("nobody makes a table in their own project of another's file", async () => {
  const own = await bert.post("/projects", { name: "Bert's" });
  const answer = await bert.post("/tables", { projectId: own.body.id, name: "x", fileId: of.file });
  expect(answer).toMatchObject({ status: 404, body: { code: "file.not_found" } });
});

test("a cookie cannot be made up, and a key not guessed", async () => {
  for (const authorization of [
    "Bearer x",
    `Bearer atr_${"A".repeat(43)}`,
    "Basic YTpi",
    `Bearer ${anna.key}x`,
    "Bearer",
  ])
    expect(await call("/me", { headers: { authorization } })).toMatchObject({
      status: 401,
      body: { code: "auth.invalid_key" },
    });
  const cookie = "atrium.session_token=made.up";
  expect(await call("/me", { headers: { cookie } })).toMatchObject({ status: 401, body: { code: "auth.required" } });
});

test("sharing lets in exactly as far as it says, and taking back shuts again", async () => {
  const cara = await client("Cara");
  const project = await anna.post("/projects", { name: "Shared" });
  const path = `/projects/${project.body.id}`;
  const give = (bundle: string) =>
    anna.post(`/entities/${project.body.id}/grants`, { email: cara.person.email, bundle });
  expect((await cara.get(path)).status).toBe(404);

  expect(await give("viewer")).toMatchObject({ status: 201, body: { name: "Cara", bundle: "viewer" } });
  expect((await cara.get(path)).body.privileges).toEqual(["see", "read", "transfer"]);
  expect(await cara.patch(path, { name: "x" }, { "if-match": '"1"' })).toMatchObject({
    status: 403,
    body: { code: "access.denied" },
  });
  expect(await cara.post("/uploads", { projectId: project.body.id, name: "x", bytes: 1 })).toMatchObject({
    status: 403,
  });
  expect(await cara.delete(path)).toMatchObject({ status: 403 });
  expect((await cara.get(`/entities/${project.body.id}/grants`)).body.items[0].email).toBeUndefined();

  await give("contributor");
  expect((await cara.post("/uploads", { projectId: project.body.id, name: "x", bytes: 1 })).status).toBe(201);
  expect(
    await cara.post(`/entities/${project.body.id}/grants`, { principalId: "everyone", bundle: "viewer" }),
  ).toMatchObject({ status: 403 });

  const principal = cara.person.id.replace("usr_", "grp_");
  expect((await anna.delete(`/entities/${project.body.id}/grants/${principal}`)).status).toBe(204);
  expect((await cara.get(path)).status).toBe(404);
  const self = anna.person.id.replace("usr_", "grp_");
  expect(await anna.delete(`/entities/${project.body.id}/grants/${self}`)).toMatchObject({
    status: 409,
    body: { code: "grant.last_owner" },
  });
});

test("a grant on one table shows that table and nothing beside it", async () => {
  const dora = await client("Dora");
  await anna.post(`/entities/${of.table}/grants`, { email: dora.person.email, bundle: "viewer" });
  expect((await dora.get(`/tables/${of.table}`)).body).toMatchObject({ name: "Secret table", source: null });
  expect((await dora.get(`/runs/${of.run}`)).status).toBe(200);
  expect((await dora.get("/search?count=true")).body).toMatchObject({ items: [{ id: of.table }], total: 1 });
  for (const path of [`/projects/${of.project}`, `/files/${of.file}`, `/projects/${of.project}/items`])
    expect((await dora.get(path)).status).toBe(404);
  expect((await anna.get(`/projects/${of.project}/items?count=true`)).body.total).toBe(2);
});

test("visibility is a grant to everybody signed in, to see and read", async () => {
  const project = await anna.post("/projects", { name: "Open house", visibility: "internal" });
  expect((await bert.get(`/projects/${project.body.id}`)).body).toMatchObject({
    visibility: "internal",
    privileges: ["see", "read"],
  });
  const closed = await anna.patch(`/projects/${project.body.id}`, { visibility: "private" }, { "if-match": "*" });
  expect(closed.body.visibility).toBe("private");
  expect((await bert.get(`/projects/${project.body.id}`)).status).toBe(404);
});

test("a key does no more than its scopes, whoever owns it", async () => {
  const reader = await client("Rita", { scopes: ["read"] });
  expect(await reader.post("/projects", { name: "x" })).toMatchObject({ status: 403, body: { code: "access.denied" } });
  expect(await reader.post("/api-keys", { name: "more", scopes: ["admin"] })).toMatchObject({
    status: 403,
    body: { code: "api_key.needs_admin" },
  });
  const writer = await client("Walt", { scopes: ["read", "write"] });
  const project = await writer.post("/projects", { name: "x" });
  expect(project.body.privileges).toEqual(["see", "read", "edit", "create", "transfer", "remove"]);
  expect(
    await writer.post(`/entities/${project.body.id}/grants`, { principalId: "everyone", bundle: "viewer" }),
  ).toMatchObject({ status: 403 });
  expect(
    await writer.patch(`/projects/${project.body.id}`, { visibility: "public" }, { "if-match": "*" }),
  ).toMatchObject({ status: 403 });
});

test("the trash hides a project with all that is in it, and gives it back", async () => {
  const project = await anna.post("/projects", { name: "Doomed" });
  const file = await upload(anna, project.body.id, "doomed.csv", "a\n");
  expect((await anna.delete(`/projects/${project.body.id}`)).status).toBe(204);
  for (const path of [`/projects/${project.body.id}`, `/files/${file.body.id}`, `/projects/${project.body.id}/items`])
    expect((await anna.get(path)).status).toBe(404);
  expect((await anna.get("/search?q=doomed&count=true")).body.total).toBe(0);
  expect((await bert.post(`/projects/${project.body.id}/restore`)).status).toBe(404);
  expect((await anna.post(`/projects/${project.body.id}/restore`)).body).toMatchObject({ name: "Doomed", items: 1 });
  expect((await anna.get(`/files/${file.body.id}`)).status).toBe(200);
});
