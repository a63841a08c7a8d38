import { Actor } from "@atrium/core/actor";
import { Notification } from "@atrium/core/notification";
import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { query, transaction } from "../../../core/src/database/index.ts";
import { type Client, client, useAPI } from "./testing.ts";
import { relayAll } from "./testing-relay.ts";

useAPI();
process.env.MAIL_FROM = "atrium@example.org";

let anna: Client;
let bert: Client;
let projectID: string;
beforeAll(async () => {
  anna = await client("Anna");
  bert = await client("Bert");
  projectID = (await anna.post("/projects", { name: "Birds" })).body.id;
  await relayAll();
});

const tell = (parameters: Record<string, string> = {}, type = "access.given") =>
  anna.person.as(() =>
    Notification.notify({ recipients: [bert.person.id, anna.person.id], type, entityID: projectID, parameters }),
  );

test("whoever is told sees it once, by a name only while they may see the thing", async () => {
  await tell({ bundle: "viewer" });
  const { body } = await bert.get("/notifications");
  expect(body.items).toMatchObject([
    {
      type: "access.given",
      actor: { name: "Anna" },
      entity: null,
      readAt: null,
      text: expect.not.stringContaining("Birds"),
    },
  ]);
  expect((await anna.get("/notifications")).body.items).toEqual([]);
  await anna.post(`/entities/${projectID}/grants`, {
    principalId: bert.person.id.replace("usr", "grp"),
    bundle: "viewer",
  });
  const [seen] = (await bert.get("/notifications")).body.items.filter(
    (one: { parameters: object }) => "bundle" in one.parameters,
  );
  expect(seen).toMatchObject({ entity: { name: "Birds" }, text: "Anna shared Birds with you as viewer" });
});

test("read and unread are counted and marked, one's own only", async () => {
  await bert.post("/notifications/read", {});
  await tell();
  await tell();
  expect((await bert.get("/notifications/unread")).body).toEqual({ unread: 2 });
  const [first] = (await bert.get("/notifications?unread=true&limit=1")).body.items;
  await anna.post("/notifications/read", { ids: [first.id] });
  expect((await bert.get("/notifications/unread")).body).toEqual({ unread: 2 });
  expect((await bert.post("/notifications/read", { ids: [first.id] })).status).toBe(204);
  expect((await bert.get("/notifications/unread")).body).toEqual({ unread: 1 });
  await bert.post("/notifications/read", { ids: [first.id], read: false });
  await bert.post("/notifications/read", {});
  expect((await bert.get("/notifications/unread")).body).toEqual({ unread: 0 });
  expect((await bert.post("/notifications/read", { ids: "all" })).body).toMatchObject({ code: "input.invalid" });
});

test("pages hold everything once", async () => {
  for (let n = 0; n < 5; n++) await tell();
  const seen: string[] = [];
  for (let cursor = ""; ; ) {
    const { body } = await bert.get(`/notifications?limit=2${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
    seen.push(...body.items.map(({ id }: { id: string }) => id));
    if (body.next === null) break;
    cursor = body.next;
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toEqual([...seen].sort().reverse());
});

test("what rolled back was never told", async () => {
  const before = (await bert.get("/notifications?limit=1000")).body.items.length;
  const failing = transaction(async () => {
    await tell();
    throw new Error("no");
  });
  await expect(failing).rejects.toThrow("no");
  expect((await bert.get("/notifications?limit=1000")).body.items).toHaveLength(before);
});

test("each hears of each type as they chose: on the site, by mail, once a day, or not", async () => {
  const { body } = await bert.get("/notifications/preferences");
  expect(body.items).toContainEqual(expect.objectContaining({ type: "access.given", inApp: true, mail: "off" }));
  const choose = (inApp: boolean, mail: string) =>
    bert.patch("/notifications/preferences", { preferences: [{ type: "access.given", inApp, mail }] });
  expect(
    (await bert.patch("/notifications/preferences", { preferences: [{ type: "x", inApp: true, mail: "off" }] })).status,
  ).toBe(400);

  await relayAll();
  expect((await choose(false, "now")).status).toBe(200);
  const unread = (await bert.get("/notifications/unread")).body.unread;
  await tell();
  const { mails, sockets } = await relayAll();
  expect(mails).toMatchObject([{ to: bert.person.email, subject: "Anna shared Birds with you" }]);
  expect(mails[0]?.text).toContain(`/projects/${projectID}`);
  expect(sockets).toEqual([]);
  expect((await bert.get("/notifications/unread")).body.unread).toBe(unread);
  expect((await relayAll()).mails).toEqual([]);

  await choose(false, "off");
  await tell();
  expect(await relayAll()).toEqual({ mails: [], sockets: [] });

  await choose(true, "digest");
  await tell();
  await tell();
  expect((await relayAll()).sockets).toEqual([
    { userIds: [bert.person.id], message: { type: "notification.new" } },
    { userIds: [bert.person.id], message: { type: "notification.new" } },
  ]);
  await query((db) =>
    sql`update notification set created_at = now() - interval '2 days' where mail = 'digest'`.execute(db),
  );
  await Actor.as({ type: "system", reason: "test" }, () => Notification.sweep());
  expect((await relayAll()).mails).toMatchObject([{ subject: "2 notifications from Atrium" }]);
  await Notification.sweep();
  expect((await relayAll()).mails).toEqual([]);
});
