import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { query } from "../../../core/src/database/index.ts";
import { type Client, client, useAPI } from "./testing.ts";
import { relayAll } from "./testing-relay.ts";

useAPI();
process.env.MAIL_FROM = "atrium@example.org";

let anna: Client;
let bert: Client;
let cleo: Client;
let team: string;
beforeAll(async () => {
  [anna, bert, cleo] = [await client("Anna"), await client("Bert"), await client("Cleo")];
  team = (await anna.post("/groups", { name: "Field team" })).body.id;
  const inner = (await anna.post("/groups", { name: "Divers" })).body.id;
  await anna.post(`/groups/${team}/members`, { memberId: inner });
  await anna.post(`/groups/${inner}/members`, { memberId: cleo.person.id });
  await anna.post(`/groups/${team}/members`, { memberId: bert.person.id });
});

const personal = (who: Client) => who.person.id.replace("usr_", "grp_");
const project = async () => (await anna.post("/projects", { name: "Kelp" })).body.id as string;
const give = (id: string, body: object) => anna.post(`/entities/${id}/grants`, { bundle: "viewer", ...body });
const told = async (who: Client, id: string) =>
  (await who.get("/notifications?limit=1000")).body.items.filter(
    ({ entity }: { entity: { id: string } | null }) => entity?.id === id,
  );
const audience = async (id: string, principalId: string, bundle = "viewer") =>
  (await anna.get(`/entities/${id}/grants/audience?principalId=${principalId}&bundle=${bundle}`)).body;

test("those whom it brings something new are told once, with the words of who shares, in mail too if they want it", async () => {
  const id = await project();
  await bert.patch("/notifications/preferences", { preferences: [{ type: "access.given", inApp: true, mail: "now" }] });
  await cleo.patch("/notifications/preferences", {
    preferences: [{ type: "access.given", inApp: false, mail: "off" }],
  });
  expect(await audience(id, team)).toEqual({ people: 2, most: 200 });
  const shared = { principalId: team, notify: { message: "Look at site 4\nby Friday" } };
  const both = await Promise.all([give(id, shared), give(id, shared)]);
  expect(both.map(({ status }) => status)).toEqual([201, 201]);
  expect(await told(bert, id)).toMatchObject([
    { type: "access.given", parameters: { bundle: "viewer", message: "Look at site 4\nby Friday" } },
  ]);
  expect(await told(cleo, id)).toEqual([]);
  expect(await audience(id, team)).toEqual({ people: 0, most: 200 });
  const { mails } = await relayAll();
  expect(mails).toMatchObject([
    { to: bert.person.email, text: expect.stringContaining("> Look at site 4\n> by Friday\n") },
  ]);

  // What they have from elsewhere is nothing new, and neither is the same again within the hour.
  await give(id, { principalId: personal(bert), notify: true });
  await give(id, { principalId: personal(bert), bundle: "contributor", notify: true });
  expect(await told(bert, id)).toHaveLength(1);
});

test("nobody hears of what is shared without a word; a group hears only when that is asked for", async () => {
  const id = await project();
  await give(id, { principalId: personal(bert), notify: false });
  await give(id, { principalId: team });
  expect(await told(bert, id)).toEqual([]);
  const other = await project();
  await give(other, { principalId: personal(bert) });
  expect(await told(bert, other)).toHaveLength(1);
  expect(await give(other, { principalId: team, notify: { message: "x".repeat(501) } })).toMatchObject({ status: 400 });
});

test("too many people are not notified, which is said before anything is given", async () => {
  const id = await project();
  const crowd = (await anna.post("/groups", { name: "Crowd" })).body.id;
  await query((db) =>
    sql`with made as (
        insert into "user" (id, name, email) select 'usr_' || lpad(n::text, 26, '0'), 'N', n || '@crowd.test'
        from generate_series(1, 201) n returning id)
      insert into group_member (group_id, user_id) select ${crowd}, id from made`.execute(db),
  );
  expect(await audience(id, crowd)).toEqual({ people: 201, most: 200 });
  const refused = { status: 422, body: { code: "grant.too_many_to_notify", errors: [{ path: "/notify" }] } };
  expect(await give(id, { principalId: crowd, notify: true })).toMatchObject(refused);
  expect(await give(id, { principalId: "signed-in", notify: true })).toMatchObject(refused);
  expect((await anna.get(`/entities/${id}/grants`)).body.items).toHaveLength(1);
  expect((await give(id, { principalId: crowd, notify: false })).status).toBe(201);
});

test("who notifies without end is held back, and may still share", async () => {
  const dora = await client("Dora");
  const id = (await dora.post("/projects", { name: "Much" })).body.id;
  await query((db) =>
    sql`insert into attempt (key, count) values (sha256(${`telling ${dora.person.id}`}::bytea), 60)`.execute(db),
  );
  const send = (notify: boolean) =>
    dora.post(`/entities/${id}/grants`, { principalId: personal(bert), bundle: "viewer", notify });
  expect(await send(true)).toMatchObject({ status: 429, body: { code: "grant.notified_too_often" } });
  expect((await dora.get(`/entities/${id}/grants`)).body.items).toHaveLength(1);
  expect((await send(false)).status).toBe(201);
});
