import { beforeAll, describe, expect, test } from "vitest";
import { app } from "./app.ts";
import { openAPI } from "./openapi.ts";
import { type Answer, type Client, call, client, upload, useAPI } from "./testing.ts";

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

/** Another id of the same kind, that nothing has. */
const missing = (id: string) => `${id.slice(0, 4)}00000000000000000000000000`;

const bodies: Record<string, (id: Record<string, string>) => object> = {
  "post /uploads": (id) => ({ projectId: id.project, name: "x", bytes: 1 }),
  "post /uploads/{id}/parts": () => ({ numbers: [1] }),
  "post /uploads/{id}/complete": () => ({ parts: [{ number: 1, etag: "x" }] }),
  "post /tables": (id) => ({ projectId: id.project, name: "x", fileId: id.file }),
  "post /tables/{id}/versions": (id) => ({ fileId: id.file }),
  "post /functions/{id}/runs": (id) => ({ inputs: { projectId: id.project, name: "x", fileId: id.file } }),
  "post /entities/{id}/grants": () => ({ principalId: "everyone", bundle: "viewer" }),
  "post /groups/{id}/members": () => ({ email: "x@example.org" }),
  "post /groups/{id}/requests": () => ({}),
  "patch /groups/{id}": () => ({ name: "x" }),
  "patch /projects/{id}": () => ({ name: "x" }),
  "patch /files/{id}": () => ({ name: "x" }),
  "patch /tables/{id}": () => ({ name: "x" }),
};

type Policy = { actor: string; right?: string; on?: string };
type Operation = { "x-atrium-policy"?: Policy; "x-atrium-function"?: string };
const routes = Object.entries(openAPI(app).paths ?? {}).flatMap(([path, methods]) =>
  Object.entries(methods as Record<string, Operation>).map(([method, operation]) => ({
    method,
    path: path.replace("/api/v1", ""),
    policy: operation["x-atrium-policy"],
    elsewhere: operation["x-atrium-function"] !== undefined,
  })),
);

test("every route says who may call it", () => {
  expect(routes.length).toBeGreaterThan(35);
  expect(routes.filter(({ policy }) => !policy)).toEqual([]);
});

test.each(routes.filter(({ policy }) => policy?.actor !== "anyone"))(
  "$method $path: nobody without a key or session",
  async ({ method, path, elsewhere }) => {
    const answer = await call(path.replaceAll(/\{\w+\}/g, "x"), { method: method.toUpperCase() });
    // Answered by another function.
    if (elsewhere) expect(answer.status).toBe(404);
    else expect(answer).toMatchObject({ status: 401, body: { code: "auth.required" } });
  },
);

test.each(routes.filter(({ policy }) => policy?.actor === "administrator"))(
  "$method $path: administrators only",
  async ({ method, path }) => {
    const answer = await request(bert, method, path, of);
    expect(answer).toMatchObject({ status: 403, body: { code: "auth.administrators_only" } });
  },
);

const withTarget = routes.filter(({ elsewhere, policy }) => policy?.on && !elsewhere);

describe("what is another's looks like what is not there", () => {
  test.each(withTarget)("$method $path", async ({ method, path, policy }) => {
    const targets = policy?.on === "entity" ? ["project", "file", "table"] : [policy?.on ?? ""];
    for (const kind of targets) {
      const foreign: Record<string, string> = {
        ...of,
        id: path.startsWith("/functions") ? "fun_00000000000000000000000001" : (of[kind] ?? ""),
      };
      const absent: Record<string, string> = Object.fromEntries(
        Object.entries(foreign).map(([name, id]) => [name, id.startsWith("fun_") ? id : missing(id)]),
      );
      if (isList(path)) foreign.query = `?projectId=${foreign.project}`;
      if (isList(path)) absent.query = `?projectId=${absent.project}`;
      const [theirs, nothing] = [await request(bert, method, path, foreign), await request(bert, method, path, absent)];
      expect(theirs.status).toBe(404);
      expect(normal(theirs, foreign)).toEqual(normal(nothing, absent));
    }
  });
});

const isList = (path: string) => ["/uploads", "/tables", "/runs"].includes(path);

function request(by: Client, method: string, path: string, id: Record<string, string>): Promise<Answer> {
  const body = bodies[`${method} ${path}`];
  const filled = `${path
    .replace("{id}", id.id ?? "x")
    .replace("{principalId}", by.person.id.replace("usr_", "grp_"))
    .replace("{version}", "1")}${method === "get" ? (id.query ?? "") : ""}`;
  const headers = { "if-match": '"1"' };
  if (method === "get") return by.get(filled);
  if (method === "delete") return by.delete(filled);
  if (method === "patch") return by.patch(filled, body?.(id), headers);
  return by.post(filled, body?.(id));
}

/** Without what must differ: the ids that were sent, and the request's own. */
function normal({ status, body }: Answer, sent: Record<string, string>): unknown {
  let text = JSON.stringify({ status, ...body, requestId: "" });
  for (const [name, id] of Object.entries(sent)) if (id.length > 20) text = text.replaceAll(id, `<${name}>`);
  return text.replaceAll(/<(id|project|file|table|run|upload|group)>/g, "<id>");
}

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
  expect({ status, body }).toEqual({ status: 200, body: { items: [], next: null, total: 0 } });
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
