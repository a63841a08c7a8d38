import { beforeAll, describe, expect, test } from "vitest";
import { query } from "../../../core/src/database/index.ts";
import { type Client, client, upload, useAPI } from "./testing.ts";

useAPI();

let anna: Client;
let bert: Client;
beforeAll(async () => {
  anna = await client("Anna");
  bert = await client("Bert");
});

const personal = (who: Client) => who.person.id.replace("usr_", "grp_");
const project = async (name: string) => (await anna.post("/projects", { name })).body.id as string;
const grant = (id: string, body: object) => anna.post(`/entities/${id}/grants`, body);

describe("grants", () => {
  test("of one's own choosing stand beside the bundles", async () => {
    const id = await project("Custom");
    const given = await grant(id, { principalId: personal(bert), privileges: ["edit", "read"] });
    expect(given).toMatchObject({ status: 201, body: { bundle: null, privileges: ["see", "read", "edit"] } });
    expect((await bert.get(`/projects/${id}`)).body.privileges).toEqual(["see", "read", "edit"]);
    expect((await grant(id, { principalId: personal(bert), privileges: [] })).status).toBe(400);
    expect(await grant(id, { principalId: personal(bert), privileges: ["read"], bundle: "viewer" })).toMatchObject({
      status: 400,
      body: { errors: [{ path: "/bundle" }] },
    });
    await grant(id, { principalId: personal(bert), privileges: ["read", "share"] });
    const more = { principalId: "signed-in", privileges: ["edit"] };
    expect(await bert.post(`/entities/${id}/grants`, more)).toMatchObject({ body: { code: "grant.more_than_own" } });
  });

  test("end when they were said to, before any sweeper comes by", async () => {
    const id = await project("For a while");
    const expiresAt = new Date(Date.now() + 60_000).toISOString();
    const given = await grant(id, { principalId: personal(bert), bundle: "viewer", expiresAt });
    expect(given.body.here).toMatchObject({ bundle: "viewer", expiresAt });
    expect((await bert.get(`/projects/${id}`)).status).toBe(200);
    await query((db) =>
      db
        .updateTable("grant")
        .set({ expires_at: new Date(Date.now() - 1_000) })
        .where("scope_id", "=", id)
        .where("group_id", "=", personal(bert))
        .execute(),
    );
    expect((await bert.get(`/projects/${id}`)).status).toBe(404);
    expect((await anna.get(`/entities/${id}/grants`)).body.items).toHaveLength(1);
    const past = { principalId: personal(bert), bundle: "viewer", expiresAt: "2020-01-01T00:00:00Z" };
    expect(await grant(id, past)).toMatchObject({ status: 422, body: { errors: [{ path: "/expiresAt" }] } });
  });

  test("with an end make no owner", async () => {
    const id = await project("Owned");
    const expiresAt = new Date(Date.now() + 60_000).toISOString();
    await grant(id, { principalId: personal(bert), bundle: "owner", expiresAt });
    expect(await anna.delete(`/entities/${id}/grants/${personal(anna)}`)).toMatchObject({
      body: { code: "grant.last_owner" },
    });
  });

  test("say what was given here, and what comes from around", async () => {
    const outer = await project("Around");
    const inner = (await anna.post("/projects", { name: "Within", parentId: outer })).body.id;
    await grant(outer, { principalId: personal(bert), bundle: "viewer" });
    await grant(inner, { principalId: personal(bert), privileges: ["edit"] });
    const { items } = (await anna.get(`/entities/${inner}/grants`)).body;
    expect(items.find(({ name }: { name: string }) => name === "Bert")).toMatchObject({
      bundle: "annotator",
      here: { bundle: null, privileges: ["see", "edit"], expiresAt: null },
      from: [{ id: outer, name: "Around" }],
    });
  });
});

describe("a revocation", () => {
  test("counts for the very next request, for keys and groups alike", async () => {
    const id = await project("Shut");
    const team = (await anna.post("/groups", { name: "Shut out" })).body.id;
    await anna.post(`/groups/${team}/members`, { memberId: bert.person.id });
    const file = (await upload(anna, id, "x.csv", "a\n1\n")).body.id;
    const sees = async () => (await bert.get(`/files/${file}/download`)).status;
    const ways: [string, () => Promise<unknown>, () => Promise<unknown>][] = [
      [
        "a grant",
        () => grant(id, { principalId: personal(bert), bundle: "viewer" }),
        () => anna.delete(`/entities/${id}/grants/${personal(bert)}`),
      ],
      [
        "a group's grant",
        () => grant(id, { principalId: team, bundle: "viewer" }),
        () => anna.delete(`/entities/${id}/grants/${team}`),
      ],
      [
        "membership",
        () => grant(id, { principalId: team, bundle: "viewer" }),
        () => anna.delete(`/groups/${team}/members/${bert.person.id}`),
      ],
    ];
    for (const [name, open, shut] of ways) {
      await open();
      expect(await sees(), name).toBe(200);
      const began = performance.now();
      await shut();
      expect(await sees(), name).toBe(404);
      expect(performance.now() - began, name).toBeLessThan(5_000);
    }
    await grant(id, { principalId: personal(bert), bundle: "viewer" });
    const { url, expiresAt } = (await bert.get(`/files/${file}/download`)).body;
    expect(new URL(url).searchParams.get("X-Amz-Expires")).toBe("300");
    expect(Date.parse(expiresAt) - Date.now()).toBeLessThanOrEqual(300_000);
  });
});

describe("why somebody can see something", () => {
  test("names each grant that reaches them, over which groups, from where", async () => {
    const outer = await project("Survey");
    const inner = (await anna.post("/projects", { name: "Transect", parentId: outer })).body.id;
    const file = (await upload(anna, inner, "clip.csv", "a\n1\n")).body.id;
    const kenji = await client("Kenji");
    const make = async (name: string) => (await anna.post("/groups", { name })).body.id;
    const [field, benthic] = [await make("Field team"), await make("Benthic")];
    await anna.post(`/groups/${field}/members`, { memberId: benthic });
    await anna.post(`/groups/${benthic}/members`, { memberId: kenji.person.id });
    await grant(outer, { principalId: field, bundle: "annotator" });
    await grant(inner, { principalId: personal(kenji), bundle: "operator" });
    const asked = `/entities/${file}/access/explain`;
    const { body } = await anna.get(`${asked}?principal=${personal(kenji)}`);
    expect(body).toMatchObject({
      principal: { name: "Kenji", kind: "personal" },
      bundle: "contributor",
      executeHeldBack: true,
      reasons: [
        { bundle: "operator", through: [{ name: "Kenji" }], on: { id: inner }, down: [{ id: file }], givenBy: "Anna" },
        {
          bundle: "annotator",
          through: [{ name: "Kenji" }, { name: "Benthic" }, { name: "Field team" }],
          on: { name: "Survey" },
          down: [{ name: "Transect" }, { name: "clip.csv" }],
        },
      ],
    });
    expect((await kenji.get(asked)).body.privileges).toEqual(body.privileges);
    expect((await kenji.get(`${asked}?principal=${personal(anna)}`)).status).toBe(403);
    expect((await bert.get(asked)).status).toBe(404);
    expect((await anna.get(`${asked}?principal=grp_00000000000000000000000000`)).status).toBe(404);
  });

  test("does not tell groups and places that the one who asks may not know of", async () => {
    const outer = await project("Hidden place");
    const inner = (await anna.post("/projects", { name: "Shown", parentId: outer })).body.id;
    const secret = (await anna.post("/groups", { name: "Secret circle", listed: false })).body.id;
    const team = (await anna.post("/groups", { name: "Open team" })).body.id;
    const dora = await client("Dora");
    await anna.post(`/groups/${team}/members`, { memberId: secret });
    await anna.post(`/groups/${secret}/members`, { memberId: dora.person.id });
    await grant(outer, { principalId: team, bundle: "viewer" });
    await grant(inner, { principalId: personal(bert), bundle: "owner" });
    const { body } = await bert.get(`/entities/${inner}/access/explain?principal=${personal(dora)}`);
    expect(body.reasons).toMatchObject([
      { through: [{ name: "Dora" }, null, { name: "Open team" }], on: null, down: [{ name: "Shown" }] },
    ]);
    expect(JSON.stringify(body)).not.toMatch(/secret|hidden/i);
  });
});
