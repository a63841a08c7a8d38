import { Config } from "@atrium/core/config";
import { query } from "@atrium/core/database";
import { secret } from "@atrium/core/secret";
import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { asOwner } from "../../../core/src/database/testing.ts";
import { app as auth } from "../auth/app.ts";
import { type Client, client, ORIGIN, useAPI } from "./testing.ts";

useAPI();
process.env.SIGN_UP = "open";

let root: Client;
let anna: Client;
let bert: Client;
beforeAll(async () => {
  [root, anna, bert] = await Promise.all([client("Root", { admin: true }), client("Anna"), client("Bert")]);
});

type Event = { type: string; actor: { id: string } | null; parameters: object; [more: string]: unknown };
const types = ({ body }: { body: { items: Event[] } }) => body.items.map(({ type }) => type);

test("what happens to something is told to whoever may read it, newest first, by pages", async () => {
  const { body: project } = await anna.post("/projects", { name: "Watched" });
  await anna.patch(`/projects/${project.id}`, { name: "Seen", visibility: "internal" }, { "if-match": "*" });
  await anna.post(`/entities/${project.id}/grants`, { email: bert.person.email, bundle: "owner" });
  await bert.delete(`/projects/${project.id}`);
  await anna.post(`/projects/${project.id}/restore`);
  const told = await bert.get(`/entities/${project.id}/activity`);
  expect(types(told)).toEqual([
    "project.restored",
    "project.trashed",
    "access.given",
    "access.visibility_changed",
    "project.changed",
    "project.created",
  ]);
  expect(told.body.items[1].actor).toEqual({ id: bert.person.id, name: "Bert" });
  expect(told.body.items[4].parameters).toEqual({ fields: ["name"] });
  const first = await bert.get(`/entities/${project.id}/activity?limit=4`);
  const rest = await bert.get(`/entities/${project.id}/activity?limit=4&cursor=${first.body.next}`);
  expect([...types(first), ...types(rest)]).toEqual(types(told));
  expect(rest.body.next).toBeNull();
});

test("the last change of each is told of what may be read, whatever was read since", async () => {
  const { body: project } = await anna.post("/projects", { name: "Changed last" });
  const { body: other } = await anna.post("/projects", { name: "Not shared" });
  await anna.post(`/entities/${project.id}/grants`, { email: bert.person.email, bundle: "viewer" });
  await anna.patch(`/projects/${project.id}`, { name: "Renamed last" }, { "if-match": "*" });
  const path = `/activity?entityIds=${project.id},${other.id},prj_none`;
  const told = (await anna.get(path)).body.items;
  expect(told.map(({ entityId, type }: Event) => [entityId, type])).toEqual([
    [project.id, "project.changed"],
    [other.id, "project.created"],
  ]);
  const toBert = (await bert.get(path)).body.items;
  expect(toBert).toMatchObject([{ entityId: project.id, actor: { id: anna.person.id, name: "Anna" } }]);
  expect(toBert[0]).not.toHaveProperty("address");
  expect((await root.get("/activity")).status).toBe(400);
});

test("administrators see all of it, with key, request and address; nobody else does", async () => {
  const made = await anna.post("/groups", { name: "Audited" });
  const { body } = await root.get(`/audit?entityId=${made.body.id}`);
  expect(body.items).toMatchObject([
    {
      type: "group.created",
      actorType: "user",
      actor: { id: anna.person.id },
      keyId: expect.stringMatching(/^key_/),
      requestId: made.headers.get("x-request-id"),
      address: "127.0.0.1",
    },
  ]);
  expect(types(await root.get(`/audit?actorId=${anna.person.id}&type=group.created&limit=1`))).toEqual([
    "group.created",
  ]);
  expect(types(await root.get("/audit?until=2020-01-01T00:00:00Z"))).toEqual([]);
  expect((await anna.get("/audit")).status).toBe(403);
  expect((await root.get("/audit?since=yesterday")).status).toBe(400);
});

test("a secret that was just made is in no event", async () => {
  const { body: made } = await anna.post("/api-keys", { name: "CI" });
  const { body } = await root.get(`/audit?actorId=${anna.person.id}&type=api_key.created`);
  expect(body.items[0].parameters).toMatchObject({ keyId: made.id });
  expect(JSON.stringify(body)).not.toContain(made.key.slice(4));
});

test("coming in and being turned away are noted, without what was typed", async () => {
  const post = async (path: string, body: object) =>
    auth.request(`/api/auth${path}`, {
      method: "POST",
      headers: {
        "x-origin-secret": await secret(Config.originSecretARN()),
        "x-forwarded-host": "atrium.test",
        "x-forwarded-proto": "http",
        "x-forwarded-for": "203.0.113.7, 127.0.0.1",
        origin: ORIGIN,
        "content-type": "application/json",
      },
      body: JSON.stringify(body),
    });
  const password = "correct horse battery";
  await post("/sign-up/email", { name: "Zoe", email: "zoe@example.org", password });
  await post("/sign-in/email", { email: "zoe@example.org", password });
  await post("/sign-in/email", { email: "zoe@example.org", password: "wrong horse battery" });
  const { body } = await root.get("/audit?limit=3");
  expect(body.items).toMatchObject([
    { type: "account.sign_in_refused", actor: null, address: "203.0.113.7", parameters: { status: 401 } },
    { type: "account.signed_in", actor: { name: "Zoe" } },
    { type: "account.signed_up", actor: { name: "Zoe" } },
  ]);
});

test("a change that fails leaves no event", async () => {
  const before = await root.get("/audit?limit=1");
  await anna.post("/groups/grp_00000000000000000000000000/members", { email: bert.person.email });
  await anna.post("/projects", { name: "" });
  expect((await root.get("/audit?limit=1")).body.items).toEqual(before.body.items);
});

test("events are only ever added", async () => {
  for (const attack of [sql`update event set type = 'x'`, sql`delete from event`, sql`truncate event`]) {
    await expect(asOwner((db) => attack.execute(db))).rejects.toThrow("only ever added");
    await expect(query((db) => attack.execute(db))).rejects.toThrow("permission denied");
  }
});

test("months are made ahead, and again without harm", async () => {
  await query((db) => sql`select ensure_event_months()`.execute(db));
  const parts = await asOwner((db) =>
    sql<{ n: number }>`select count(*) as n from pg_inherits where inhparent = 'event'::regclass`.execute(db),
  );
  expect(parts.rows[0]?.n).toBeGreaterThanOrEqual(4);
  expect((await asOwner((db) => sql`select 1 from event_other limit 1`.execute(db))).rows).toEqual([]);
});
