import { ApiKey } from "@atrium/core/api-key";
import { query } from "@atrium/core/database";
import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { type Answer, type Client, call, client, upload, useAPI } from "./testing.ts";

useAPI();

let root: Client;
let anna: Client;
beforeAll(async () => {
  root = await client("Root", { admin: true });
  anna = await client("Anna");
});

/** Requests with a key, whoever's it is. */
const by = (key: string) => ({
  get: (path: string) => call(path, { headers: { authorization: `Bearer ${key}` } }),
  send: (method: string, path: string, body: unknown = {}) =>
    call(path, {
      method,
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      body: JSON.stringify(body),
    }),
});
const events = async (type: string) =>
  (await query((db) => sql<{ parameters: object }>`select parameters from event where type = ${type}`.execute(db)))
    .rows;

describe("a service user", () => {
  const made = (): Promise<Answer> => root.post("/users", { kind: "service", name: "Nightly import" });

  test("is made by an administrator, has no password, works by its keys and gets rights as anybody", async () => {
    const { status, body: robot } = await made();
    expect(status).toBe(201);
    expect(robot).toMatchObject({ kind: "service", name: "Nightly import", admin: false, emailVerified: false });
    const passwords = await query((db) => sql`select 1 from account where user_id = ${robot.id}`.execute(db));
    expect(passwords.rows).toEqual([]);

    const { body: key } = await root.post(`/users/${robot.id}/api-keys`, { name: "cron", scopes: ["read", "write"] });
    const { body: project } = await anna.post("/projects", { name: "Fed by a service" });
    expect((await by(key.key).get(`/projects/${project.id}`)).status).toBe(404);
    const principalId = robot.id.replace("usr_", "grp_");
    await anna.post(`/entities/${project.id}/grants`, { principalId, bundle: "contributor" });
    expect((await by(key.key).get(`/projects/${project.id}`)).status).toBe(200);
    expect((await by(key.key).get("/me")).body.user).toMatchObject({ id: robot.id, admin: false });
    expect(JSON.stringify(await events("api_key.created"))).not.toContain(key.key.slice(12));

    expect((await root.get(`/users/${robot.id}/api-keys`)).body.items).toMatchObject([{ id: key.id, name: "cron" }]);
    expect((await root.delete(`/users/${robot.id}/api-keys/${key.id}`)).status).toBe(204);
    expect((await by(key.key).get("/me")).status).toBe(401);
  });

  test("is found among the others by its kind", async () => {
    const { body: robot } = await made();
    const ids = async (kind: string) =>
      (await root.get(`/users?kind=${kind}&limit=1000`)).body.items.map(({ id }: { id: string }) => id);
    expect(await ids("service")).toContain(robot.id);
    expect(await ids("person")).not.toContain(robot.id);
  });

  test("and its keys end when it is deactivated", async () => {
    const { body: robot } = await made();
    const { body: key } = await root.post(`/users/${robot.id}/api-keys`, { name: "cron" });
    await root.post(`/users/${robot.id}/deactivate`);
    expect((await by(key.key).get("/me")).status).toBe(401);
  });

  test("is nothing that others make or give keys to; nor is a key made for a person", async () => {
    const { body: robot } = await made();
    const denied = { status: 403 };
    expect(await anna.post("/users", { kind: "service", name: "Mine" })).toMatchObject(denied);
    expect(await anna.post(`/users/${robot.id}/api-keys`, { name: "mine" })).toMatchObject(denied);
    expect(await anna.get(`/users/${robot.id}/api-keys`)).toMatchObject(denied);
    expect(await root.post(`/users/${anna.person.id}/api-keys`, { name: "as Anna" })).toMatchObject({
      status: 409,
      body: { code: "api_key.not_a_service" },
    });
    expect((await root.post("/users/usr_nobody/api-keys", { name: "x" })).status).toBe(404);
    expect((await root.post("/users", { kind: "person", name: "Somebody" })).status).toBe(400);
    expect((await root.delete(`/users/${robot.id}/api-keys/key_none`)).status).toBe(404);
  });
});

describe("a key of one project", () => {
  async function setUp(scopes: ("read" | "write")[] = ["read", "write"]) {
    const { body: inside } = await anna.post("/projects", { name: "Inside" });
    const { body: outside } = await anna.post("/projects", { name: "Outside", visibility: "public" });
    const { body: file } = await upload(anna, inside.id, "in.csv", "a\n1\n");
    const { body: other } = await upload(anna, outside.id, "out.csv", "a\n1\n");
    const made = await anna.post("/api-keys", { name: "CI", scopes, projectId: inside.id });
    expect(made).toMatchObject({ status: 201, body: { projectId: inside.id } });
    return { inside, outside, file, other, key: by(made.body.key), made: made.body };
  }

  test("reaches the project and what lies in it, in lists and search as well, and nothing else", async () => {
    const { inside, outside, file, other, key } = await setUp();
    expect((await key.get(`/projects/${inside.id}`)).status).toBe(200);
    expect((await key.get(`/files/${file.id}`)).status).toBe(200);
    expect((await key.get(`/files/${file.id}/download`)).status).toBe(200);
    expect((await key.get(`/projects/${outside.id}`)).status).toBe(404);
    expect((await key.get(`/files/${other.id}`)).status).toBe(404);
    expect((await key.get(`/files/${other.id}/download`)).status).toBe(404);
    const listed = (await key.get("/projects")).body.items.map(({ id }: { id: string }) => id);
    expect(listed).toEqual([inside.id]);
    const found = (await key.get("/search?q=csv")).body.items.map(({ id }: { id: string }) => id);
    expect(found).toEqual([file.id]);
    expect((await key.get("/me")).body.key).toMatchObject({ projectId: inside.id });
  });

  test("writes there and makes nothing outside, not even what its owner could", async () => {
    const { inside, outside, key } = await setUp();
    const up = { name: "new.csv", bytes: 4, contentType: "text/csv" };
    expect((await key.send("POST", "/uploads", { ...up, projectId: inside.id })).status).toBe(201);
    expect((await key.send("POST", "/uploads", { ...up, projectId: outside.id })).status).toBe(404);
    const refused = { status: 403, body: { code: "api_key.of_one_project" } };
    expect(await key.send("POST", "/projects", { name: "Beside" })).toMatchObject(refused);
    expect(await key.send("POST", "/groups", { name: "Beside" })).toMatchObject(refused);
    expect(await key.send("POST", "/api-keys", { name: "Another" })).toMatchObject(refused);
    expect(await key.get("/api-keys")).toMatchObject(refused);
    expect(await key.get("/sessions")).toMatchObject(refused);
    expect(await key.get("/groups")).toMatchObject(refused);
    expect(await key.get("/users")).toMatchObject(refused);
    expect(await key.send("DELETE", `/projects/${inside.id}`)).toMatchObject({ status: 204 });
  });

  test("keeps its project when it is renewed, and has the scopes it was made with", async () => {
    const { inside, made } = await setUp(["read"]);
    const { body: renewed } = await anna.post(`/api-keys/${made.id}/rotate`, {});
    expect(renewed).toMatchObject({ projectId: inside.id, scopes: ["read"] });
    expect((await by(renewed.key).get(`/projects/${inside.id}`)).status).toBe(200);
    const patched = await call(`/projects/${inside.id}`, {
      method: "PATCH",
      headers: { authorization: `Bearer ${renewed.key}`, "content-type": "application/json", "if-match": "*" },
      body: JSON.stringify({ name: "Renamed" }),
    });
    expect(patched.status).toBe(403);
  });

  test("is of a project that its maker sees, and never administers", async () => {
    const { body: hidden } = await (await client("Bert")).post("/projects", { name: "Hidden" });
    const { inside, file } = await setUp();
    expect(await anna.post("/api-keys", { name: "x", projectId: hidden.id })).toMatchObject({ status: 404 });
    expect(await anna.post("/api-keys", { name: "x", projectId: file.id })).toMatchObject({ status: 404 });
    expect(await anna.post("/api-keys", { name: "x", projectId: inside.id, scopes: ["admin"] })).toMatchObject({
      status: 422,
      body: { code: "api_key.project_not_admin", errors: [{ path: "/scopes" }] },
    });
  });

  test("reaches nested projects too, and no more than its owner once rights are taken", async () => {
    const bert = await client("Bert");
    const { body: outer } = await anna.post("/projects", { name: "Outer" });
    const { body: inner } = await anna.post("/projects", { name: "Inner", parentId: outer.id });
    await anna.post(`/entities/${outer.id}/grants`, { email: bert.person.email, bundle: "viewer" });
    const { body } = await bert.post("/api-keys", { name: "CI", scopes: ["read"], projectId: outer.id });
    expect((await by(body.key).get(`/projects/${inner.id}`)).status).toBe(200);
    await anna.delete(`/entities/${outer.id}/grants/${bert.person.id.replace("usr_", "grp_")}`);
    expect((await by(body.key).get(`/projects/${outer.id}`)).status).toBe(404);
    expect(await ApiKey.authenticate(body.key)).toMatchObject({ key: { projectID: outer.id } });
  });
});
