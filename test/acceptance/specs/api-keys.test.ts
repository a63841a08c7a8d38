import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { type Json, withKey } from "../../support/http.ts";
import { createProject } from "../../support/make.ts";
import { newPerson, type Person } from "../../support/people.ts";
import { target } from "../../support/target.ts";

let ada: Person;
beforeAll(async () => {
  ada = await newPerson("Ada");
});

const create = (body: Json) => ada.session.post("/api-keys", body);

describe("an API key", () => {
  it("is shown once", async () => {
    const created = await create({ name: "once" });
    const listed = (await ada.session.get("/api-keys")).items.find(({ id }: Json) => id === created.id);
    expect(listed).toMatchObject({ name: "once", scopes: ["read", "write"] });
    expect(created.key.startsWith(listed.prefix)).toBe(true);
    expect(JSON.stringify(listed)).not.toContain(created.key.slice(listed.prefix.length));
  });

  it("does what its owner may", async () => {
    const { key } = await create({ name: "works" });
    const me = await withKey(target.url, key).get("/me");
    expect(me).toMatchObject({ user: { id: ada.id }, key: { name: "works", scopes: ["read", "write"] } });
  });

  it("that may read does not write", async () => {
    const { key } = await create({ name: "reader", scopes: ["read"] });
    const reader = withKey(target.url, key);
    await reader.get("/projects");
    const refusal = await reader.refused("POST", "/projects", { body: { name: "No" } });
    expect(refusal.status).toBe(403);
  });

  it("makes no other keys, unless it is an administrator's in scope", async () => {
    const { key } = await create({ name: "writer", scopes: ["read", "write"] });
    const refusal = await withKey(target.url, key).refused("POST", "/api-keys", {
      body: { name: "more", scopes: ["admin"] },
    });
    expect(refusal.status).toBe(403);
  });

  it("ends when it is revoked", async () => {
    const { id, key } = await create({ name: "short" });
    expect((await ada.session.call("DELETE", `/api-keys/${id}`)).status).toBe(204);
    expect((await withKey(target.url, key).refused("GET", "/me")).status).toBe(401);
  });

  it("ends when it expires", async () => {
    const { key } = await create({ name: "brief", expiresAt: new Date(Date.now() + 2_000).toISOString() });
    await withKey(target.url, key).get("/me");
    await sleep(2_500);
    expect((await withKey(target.url, key).refused("GET", "/me")).status).toBe(401);
  });

  it("cannot be guessed from its prefix", async () => {
    const { key } = await create({ name: "guess" });
    const last = key.at(-1) === "A" ? "B" : "A";
    for (const guess of [
      key.slice(0, -1) + last,
      `${key}A`,
      key.slice(0, -1),
      key.toUpperCase(),
      `${key} `,
      "",
      "atr_",
    ])
      if (guess.trim() !== key)
        expect((await withKey(target.url, guess).refused("GET", "/me")).status, guess).toBe(401);
  });

  it("of somebody else can be neither seen nor revoked", async () => {
    const eve = await newPerson("Eve");
    const { id, key } = await create({ name: "mine" });
    expect(JSON.stringify(await eve.session.get("/api-keys"))).not.toContain(id);
    expect((await eve.session.refused("DELETE", `/api-keys/${id}`)).status).toBe(404);
    await withKey(target.url, key).get("/me");
  });

  it.each([
    { name: "" },
    { name: "a", scopes: ["root"] },
    { name: "a", expiresAt: "soon" },
    { name: "a", expiresAt: "2001-01-01T00:00:00Z" },
  ])("is refused for %j", async (body) => {
    const { status } = await ada.session.refused("POST", "/api-keys", { body });
    expect([400, 422]).toContain(status);
  });

  it("says when it was last used", async () => {
    const { id, key } = await create({ name: "used" });
    await createProject(withKey(target.url, key));
    const listed = (await ada.session.get("/api-keys")).items.find((item: Json) => item.id === id);
    expect(Date.now() - Date.parse(listed.lastUsedAt)).toBeLessThan(120_000);
  });
});
