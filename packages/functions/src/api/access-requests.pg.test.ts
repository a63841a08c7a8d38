import { sweep } from "@atrium/core/access-request";
import { Actor } from "@atrium/core/actor";
import { beforeAll, describe, expect, test } from "vitest";
import { query } from "../../../core/src/database/index.ts";
import { type Client, client, useAPI } from "./testing.ts";

useAPI();

let anna: Client;
let bert: Client;
let cara: Client;
beforeAll(async () => {
  [anna, bert, cara] = await Promise.all([client("Anna"), client("Bert"), client("Cara")]);
});

const personal = (who: Client) => who.person.id.replace("usr_", "grp_");
const discoverable = async (name: string, offer?: object) => {
  const { id } = (await anna.post("/projects", { name, visibility: "discoverable" })).body;
  if (offer) expect((await put(id, offer)).status).toBe(200);
  return id as string;
};
const put = (id: string, offer: object) => anna.put(`/entities/${id}/access/offer`, offer);
const ask = (by: Client, id: string, body: object) => by.post(`/entities/${id}/access/requests`, body);
const decide = (by: Client, id: string, what: "approve" | "reject", body: object = {}) =>
  by.post(`/access-requests/${id}/${what}`, body);
const told = async (who: Client) =>
  query((db) =>
    db.selectFrom("notification").select("type").where("user_id", "=", who.person.id).orderBy("id", "desc").execute(),
  ).then((rows) => rows.map(({ type }) => type));
const sweepNow = () => Actor.as({ type: "system", reason: "test" }, sweep);

describe("asking for access", () => {
  test("answers the question, is heard by the approvers, and gives what was asked for until its term is over", async () => {
    const offer = { question: "What for?", bundles: ["viewer", "contributor"], days: 30, approvers: [personal(cara)] };
    const id = await discoverable("Survey", offer);
    expect((await bert.get(`/projects/${id}`)).body.privileges).toEqual(["see"]);
    expect((await bert.get(`/entities/${id}/access/offer`)).body).toMatchObject({
      question: "What for?",
      bundles: ["viewer", "contributor"],
      days: 30,
      approvers: [],
      set: true,
      own: null,
    });
    expect(await ask(bert, id, { bundle: "viewer" })).toMatchObject({
      status: 422,
      body: { errors: [{ path: "/answer" }] },
    });
    expect(await ask(bert, id, { bundle: "owner", answer: "x" })).toMatchObject({
      body: { errors: [{ path: "/bundle" }] },
    });
    const asked = await ask(bert, id, { bundle: "contributor", answer: "Kelp", days: 90 });
    expect(asked).toMatchObject({ status: 201, body: { state: "pending", answer: "Kelp", days: 30 } });
    expect((await ask(bert, id, { bundle: "viewer", answer: "x" })).body.code).toBe("access_request.already_asked");
    expect(await told(cara)).toEqual(["access.requested"]);
    expect((await cara.get("/access-requests?as=approver&state=pending")).body.items).toMatchObject([
      { id: asked.body.id },
    ]);
    expect((await anna.get("/access-requests?as=approver")).body.items).toEqual([]);

    const approved = await decide(cara, asked.body.id, "approve", { note: "Welcome", days: 10 });
    expect(approved).toMatchObject({
      status: 200,
      body: { state: "approved", note: "Welcome", decidedBy: { name: "Cara" } },
    });
    const days = (Date.parse(approved.body.grantedUntil) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(9.9);
    expect(days).toBeLessThanOrEqual(10.01);
    expect((await bert.get(`/projects/${id}`)).body.privileges).toContain("create");
    expect((await told(bert))[0]).toBe("access.decided");
    expect((await bert.get(`/entities/${id}/access/offer`)).body.own).toMatchObject({ note: "Welcome" });
  });

  test("is decided once, however many decide at the same moment", async () => {
    const id = await discoverable("Contested");
    await anna.post(`/entities/${id}/grants`, { principalId: personal(cara), bundle: "owner" });
    const asked = (await ask(bert, id, { bundle: "viewer" })).body.id;
    const both = await Promise.all([decide(anna, asked, "approve"), decide(cara, asked, "reject")]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const open = (await bert.get(`/projects/${id}`)).body.privileges.includes("read");
    expect(open).toBe(both[0]?.status === 200);
  });

  test("can be refused with a reason, and taken back", async () => {
    const id = await discoverable("Refused");
    const first = (await ask(bert, id, { bundle: "viewer" })).body.id;
    expect((await decide(anna, first, "reject", { note: "Not now" })).body).toMatchObject({ state: "rejected" });
    expect((await bert.get("/access-requests")).body.items[0]).toMatchObject({ id: first, note: "Not now" });
    const second = (await ask(bert, id, { bundle: "viewer" })).body.id;
    expect((await bert.delete(`/access-requests/${second}`)).status).toBe(204);
    expect((await decide(anna, second, "approve")).body.code).toBe("access_request.decided");
    expect((await bert.get(`/projects/${id}`)).body.privileges).toEqual(["see"]);
  });

  test("is nobody's business but the asker's and the approvers'", async () => {
    const id = await discoverable("Private matter");
    const asked = (await ask(bert, id, { bundle: "viewer" })).body.id;
    expect((await cara.get(`/access-requests/${asked}`)).status).toBe(404);
    expect((await decide(cara, asked, "approve")).status).toBe(404);
    expect((await decide(bert, asked, "approve")).status).toBe(403);
    expect((await cara.delete(`/access-requests/${asked}`)).status).toBe(404);
    const hidden = (await anna.post("/projects", { name: "Hidden" })).body.id;
    expect((await ask(bert, hidden, { bundle: "viewer" })).status).toBe(404);
    expect((await ask(anna, id, { bundle: "viewer" })).body.code).toBe("access_request.already_have");
    expect((await bert.put(`/entities/${id}/access/offer`, { bundles: ["viewer"] })).status).toBe(403);
  });
});

describe("rights with an end", () => {
  const hurry = (id: string, who: Client, seconds: number) =>
    query((db) =>
      db
        .updateTable("grant")
        .set({ expires_at: new Date(Date.now() + seconds * 1_000) })
        .where("scope_id", "=", id)
        .where("group_id", "=", personal(who))
        .execute(),
    );

  test("are swept away, are an event, and leave what was there before", async () => {
    const id = await discoverable("Ending");
    await anna.post(`/entities/${id}/grants`, { principalId: personal(bert), bundle: "viewer" });
    const asked = (await ask(bert, id, { bundle: "contributor", days: 5 })).body.id;
    await decide(anna, asked, "approve");
    expect((await bert.get(`/projects/${id}`)).body.privileges).toContain("create");
    await hurry(id, bert, -1);
    expect((await bert.get(`/projects/${id}`)).body.privileges).toEqual(["see"]);
    await sweepNow();
    expect((await bert.get(`/projects/${id}`)).body.privileges).toEqual(["see", "read", "transfer"]);
    const { items } = (await anna.get(`/entities/${id}/activity`)).body;
    expect(items.map(({ type }: { type: string }) => type)).toContain("access.ended");
    expect((await sweepNow()).ended).toBe(0);
  });

  test("are told of a week before, once, to those who may prolong them", async () => {
    const id = await discoverable("Recertified");
    const expiresAt = new Date(Date.now() + 20 * 86_400_000).toISOString();
    await anna.post(`/entities/${id}/grants`, { principalId: personal(bert), bundle: "viewer", expiresAt });
    expect((await sweepNow()).reminded).toBe(0);
    await hurry(id, bert, 3 * 86_400);
    expect((await sweepNow()).reminded).toBe(1);
    expect((await sweepNow()).reminded).toBe(0);
    expect((await told(anna))[0]).toBe("access.ending");
  });
});
