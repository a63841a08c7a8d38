import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Access } from "@atrium/core/access";
import { Actor } from "@atrium/core/actor";
import { Socket } from "@atrium/core/socket";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { query } from "../../../core/src/database/index.ts";
import { type Client, client, useAPI } from "../api/testing.ts";
import { relayAll } from "../api/testing-relay.ts";
import { handler } from "./index.ts";

useAPI();

/** What each connection was told, as API Gateway's management endpoint has it; those that are gone answer 410. */
const told = new Map<string, Record<string, unknown>[]>();
const closed: string[] = [];
const gone = new Set<string>();
const gateway = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const id = decodeURIComponent(request.url?.split("/@connections/")[1] ?? "");
  if (gone.has(id)) return response.writeHead(410, { "x-amzn-errortype": "GoneException" }).end("{}");
  if (request.method === "DELETE") closed.push(id);
  else told.set(id, [...(told.get(id) ?? []), JSON.parse(Buffer.concat(chunks).toString())]);
  return response.writeHead(request.method === "DELETE" ? 204 : 200).end();
});

let anna: Client;
let bert: Client;
let projectID: string;
let sockets = 0;
beforeAll(async () => {
  await new Promise<void>((resolve) => gateway.listen(0, "127.0.0.1", resolve));
  process.env.SOCKETS_ENDPOINT = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/live`;
  anna = await client("Anna");
});
beforeEach(async () => {
  bert = await client("Bert");
  projectID = (await anna.post("/projects", { name: "Birds" })).body.id;
  await anna.post(`/entities/${projectID}/grants`, { principalId: personal(bert), bundle: "viewer" });
  await relayAll();
  told.clear();
  closed.length = 0;
});
afterAll(() => {
  gateway.closeAllConnections();
  gateway.close();
});

const personal = ({ person }: Client) => person.id.replace("usr_", "grp_");
const event = (eventType: string, connectionId: string, more: object = {}) => ({
  requestContext: { connectionId, eventType },
  ...more,
});
const say = (id: string, message: unknown) => handler(event("MESSAGE", id, { body: JSON.stringify(message) }));
const heard = (id: string) => told.get(id) ?? [];

async function connect(who: Client): Promise<string> {
  const id = `socket-${++sockets}`;
  const { ticket } = (await who.post("/sockets")).body;
  expect(await handler(event("CONNECT", id, { queryStringParameters: { ticket } }))).toEqual({ statusCode: 200 });
  return id;
}

/** As the relay does with what the outbox holds for sockets. */
async function deliverSockets(): Promise<void> {
  for (const payload of (await relayAll()).sockets)
    await Actor.as({ type: "system", reason: "test" }, () => Socket.deliver(payload));
}

test("a ticket is good for one socket and half a minute", async () => {
  const { url, ticket } = (await anna.post("/sockets")).body;
  expect(url).toBe("ws://sockets.test/live");
  const open = (id: string, more: object) => handler(event("CONNECT", id, more));
  expect(await open("a", { queryStringParameters: { ticket } })).toEqual({ statusCode: 200 });
  expect(await open("b", { queryStringParameters: { ticket } })).toEqual({ statusCode: 401 });
  expect(await open("c", {})).toEqual({ statusCode: 401 });
  const late = (await anna.post("/sockets")).body.ticket;
  await query((db) => sql`update socket_ticket set expires_at = now() - interval '1 second'`.execute(db));
  expect(await open("d", { queryStringParameters: { ticket: late } })).toEqual({ statusCode: 401 });
});

test("only what one may read is followed, and with a key only what it may", async () => {
  const stranger = await client("Stranger");
  const [mine, theirs] = [await connect(bert), await connect(stranger)];
  await say(mine, { action: "subscribe", entityIds: [projectID, "prj_none"] });
  await say(theirs, { action: "subscribe", entityIds: [projectID] });
  expect(heard(mine)).toEqual([{ type: "subscribed", entityIds: [projectID] }]);
  expect(heard(theirs)).toEqual([{ type: "subscribed", entityIds: [] }]);
  await say(mine, { action: "dance" });
  await say(mine, "nonsense");
  expect(heard(mine).slice(1)).toMatchObject([{ code: "socket.bad_message" }, { code: "socket.bad_message" }]);
});

test("a share link opens nothing over a socket, so that none has to be closed when it is revoked", async () => {
  const [link, stranger] = [await anna.post(`/entities/${projectID}/share-links`, {}), await client("Stranger")];
  const links = [link.body.id];
  const { ticket } = await stranger.person.as(async () =>
    Actor.as({ ...Actor.user(), links }, async () => {
      expect(await Access.effective(projectID)).not.toBe(0);
      return Socket.ticket();
    }),
  );
  const id = `socket-${++sockets}`;
  await handler(event("CONNECT", id, { queryStringParameters: { ticket } }));
  await say(id, { action: "subscribe", entityIds: [projectID] });
  expect(heard(id)).toEqual([{ type: "subscribed", entityIds: [] }]);
});

test("followers hear of a comment, those who left do not, and a client that is gone is forgotten", async () => {
  const [stays, leaves, vanishes] = [await connect(bert), await connect(bert), await connect(bert)];
  for (const id of [stays, leaves, vanishes]) await say(id, { action: "subscribe", entityIds: [projectID] });
  await say(leaves, { action: "unsubscribe", entityIds: [projectID] });
  gone.add(vanishes);
  told.clear();
  await anna.post(`/entities/${projectID}/comments`, { body: "Hello" });
  await deliverSockets();
  expect(heard(stays)).toMatchObject([{ type: "comment.changed", entityId: projectID }]);
  expect(heard(leaves)).toEqual([]);
  const rows = await query((db) => db.selectFrom("socket").select("id").where("id", "=", vanishes).execute());
  expect(rows).toEqual([]);
});

test.each([
  ["the grant is taken", () => anna.delete(`/entities/${projectID}/grants/${personal(bert)}`)],
  ["the project goes to the trash", () => anna.delete(`/projects/${projectID}`)],
])("when %s, following ends, and nothing is heard before that either", async (_, revoke) => {
  const id = await connect(bert);
  await say(id, { action: "subscribe", entityIds: [projectID] });
  told.clear();
  await anna.post(`/entities/${projectID}/comments`, { body: "Hello" });
  await revoke();
  await deliverSockets();
  expect(heard(id).filter(({ type }) => type === "comment.changed")).toEqual([]);
  expect(heard(id)).toContainEqual({ type: "unsubscribed", entityId: projectID });
});

test("a socket of a member of a group ends with the membership", async () => {
  const carl = await client("Carl");
  const group = (await anna.post("/groups", { name: `Ringers ${Math.random()}` })).body;
  await anna.post(`/groups/${group.id}/members`, { memberId: carl.person.id });
  await anna.post(`/entities/${projectID}/grants`, { principalId: group.id, bundle: "viewer" });
  const id = await connect(carl);
  await say(id, { action: "subscribe", entityIds: [projectID] });
  expect(heard(id)).toEqual([{ type: "subscribed", entityIds: [projectID] }]);
  await relayAll();
  await anna.delete(`/groups/${group.id}/members/${carl.person.id}`);
  await deliverSockets();
  expect(heard(id)).toContainEqual({ type: "unsubscribed", entityId: projectID });
});

test("a deactivated person and a deleted key have no open sockets", async () => {
  const [byKey, byPerson] = [await connect(bert), await connect(await client("Dora"))];
  const admin = await client("Ada", { admin: true });
  const [dora] = await query((db) =>
    sql<{ user_id: string }>`select user_id from socket where id = ${byPerson}`.execute(db),
  ).then((found) => found.rows);
  await admin.post(`/users/${dora?.user_id}/deactivate`);
  await query((db) => db.deleteFrom("api_key").where("user_id", "=", bert.person.id).execute());
  await deliverSockets();
  expect(closed.sort()).toEqual([byKey, byPerson].sort());
});

test("one who leaves is forgotten; a ping finds who is there", async () => {
  const id = await connect(bert);
  await say(id, { action: "ping" });
  expect(heard(id)).toEqual([{ type: "pong" }]);
  await handler(event("DISCONNECT", id));
  told.clear();
  await say(id, { action: "ping" });
  expect(heard(id)).toMatchObject([{ code: "socket.not_found" }]);
});
