import { createHmac } from "node:crypto";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { query } from "../../../core/src/database/index.ts";
import { type Client, client, useAPI } from "./testing.ts";
import { relayAll } from "./testing-relay.ts";

useAPI();

type Received = { headers: IncomingHttpHeaders; body: string };
const received: Received[] = [];
let answer: { status: number; headers?: Record<string, string> } = { status: 204 };
const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
  response.writeHead(answer.status, answer.headers).end();
});

let anna: Client;
let projectID: string;
let path: string;
let url: string;
beforeAll(async () => {
  process.env.WEBHOOK_HOSTS = "127.0.0.1";
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  anna = await client("Anna");
});
beforeEach(async () => {
  projectID = (await anna.post("/projects", { name: "Birds" })).body.id;
  path = `/projects/${projectID}/webhooks`;
  await relayAll();
  received.length = 0;
  answer = { status: 204 };
});
afterAll(() => {
  delete process.env.WEBHOOK_HOSTS;
  server.close();
});

const rename = () => anna.patch(`/projects/${projectID}`, { description: `${Math.random()}` }, { "if-match": "*" });
const deliveriesOf = async (id: string) => (await anna.get(`${path}/${id}/deliveries`)).body.items;

test("an event is sent, signed with the secret that was shown once", async () => {
  const made = await anna.post(path, { url, types: ["project.*"] });
  expect(made.status).toBe(201);
  const { id, secret } = made.body;
  expect((await anna.get(`${path}/${id}`)).body).not.toHaveProperty("secret");
  const [row] = await query((db) => db.selectFrom("webhook").select("secret").where("id", "=", id).execute());
  expect(row?.secret.toString("latin1")).not.toContain(secret);

  await rename();
  await relayAll();
  expect(received).toHaveLength(1);
  const [{ headers, body } = { headers: {}, body: "" }] = received;
  const [, seconds, mac] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers["atrium-signature"])) ?? [];
  expect(mac).toBe(createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex"));
  expect(Math.abs(Number(seconds) - Date.now() / 1_000)).toBeLessThan(60);
  expect(JSON.parse(body)).toMatchObject({
    type: "project.changed",
    projectId: projectID,
    entityId: projectID,
    actorId: anna.person.id,
  });
  expect(headers["atrium-event"]).toBe("project.changed");
  expect(await deliveriesOf(id)).toMatchObject([
    { type: "project.changed", state: "succeeded", status: 204, attempts: 1 },
  ]);
});

test("only the types that were asked for, and only while it is on", async () => {
  const { id } = (await anna.post(path, { url, types: ["comment.posted"] })).body;
  await rename();
  await anna.post(`/entities/${projectID}/comments`, { body: "Hello" });
  await relayAll();
  expect(received.map(({ headers }) => headers["atrium-event"])).toEqual(["comment.posted"]);
  await anna.patch(`${path}/${id}`, { active: false }, { "if-match": "*" });
  await anna.post(`/entities/${projectID}/comments`, { body: "Hello" });
  await relayAll();
  expect(received).toHaveLength(1);
});

test("what fails is tried again with the same number, then rests in the log and can be replayed", async () => {
  answer = { status: 500 };
  const { id } = (await anna.post(path, { url, types: ["project.changed"] })).body;
  await rename();
  await relayAll();
  expect(await deliveriesOf(id)).toMatchObject([{ state: "waiting", attempts: 1, status: 500 }]);
  for (let attempt = 2; attempt <= 10; attempt++) await relayAll();
  const [failed] = await deliveriesOf(id);
  expect(failed).toMatchObject({ state: "failed", attempts: 10, status: 500 });
  expect(new Set(received.map(({ headers }) => headers["atrium-delivery"])).size).toBe(1);
  await relayAll();
  expect(received).toHaveLength(10);

  answer = { status: 200 };
  expect((await anna.post(`${path}/${id}/deliveries/${failed.id}/replay`)).status).toBe(204);
  await relayAll();
  expect(await deliveriesOf(id)).toMatchObject([{ state: "succeeded", attempts: 11 }]);
  expect(received.at(-1)?.body).toBe(received[0]?.body);
  expect((await anna.post(`${path}/${id}/deliveries/999999/replay`)).status).toBe(404);
});

test("a redirect is a failure and is not followed; 410 switches the webhook off", async () => {
  answer = { status: 302, headers: { location: url } };
  const { id } = (await anna.post(path, { url, types: ["project.changed"] })).body;
  await rename();
  await relayAll();
  expect(received).toHaveLength(1);
  answer = { status: 410 };
  await relayAll();
  expect((await anna.get(`${path}/${id}`)).body.active).toBe(false);
});

test.each([
  "http://example.org/",
  "https://example.org:8443/",
  "https://user:secret@example.org/",
  "ftp://example.org/",
  "not an address",
])("%s is no address for a webhook", async (bad) => {
  const { status, body } = await anna.post(path, { url: bad });
  expect({ status, path: body.errors?.[0]?.path }).toEqual({ status: 422, path: "/url" });
});

test.each(["https://localhost/", "https://169.254.169.254/latest", "https://[::1]/", "https://0x0a000001/"])(
  "%s is never connected to",
  async (bad) => {
    const made = await anna.post(path, { url: bad, types: ["project.changed"] });
    expect(made.status).toBe(201);
    await rename();
    await relayAll();
    expect(await deliveriesOf(made.body.id)).toMatchObject([{ state: "failed", attempts: 1, status: null }]);
  },
);

test("only who manages the project has to do with its webhooks", async () => {
  const { id } = (await anna.post(path, { url })).body;
  const [viewer, stranger] = [await client("Viewer"), await client("Stranger")];
  await anna.post(`/entities/${projectID}/grants`, {
    principalId: viewer.person.id.replace("usr", "grp"),
    bundle: "contributor",
  });
  for (const [who, status] of [
    [viewer, 403],
    [stranger, 404],
  ] as const) {
    expect((await who.get(path)).status).toBe(status);
    expect((await who.post(path, { url })).status).toBe(status);
    expect((await who.delete(`${path}/${id}`)).status).toBe(status);
    expect((await who.post(`${path}/${id}/rotate`)).status).toBe(status);
  }
  const other = (await anna.post("/projects", { name: "Other" })).body.id;
  expect((await anna.get(`/projects/${other}/webhooks/${id}`)).status).toBe(404);
});

test("a webhook changes only as it was read, gets another secret, and comes back from deletion", async () => {
  const made = (await anna.post(path, { url })).body;
  const one = `${path}/${made.id}`;
  expect((await anna.patch(one, { types: ["file.*"] })).status).toBe(428);
  expect((await anna.patch(one, { types: ["file.*"] }, { "if-match": '"7"' })).status).toBe(412);
  expect((await anna.patch(one, { types: ["file.*"] }, { "if-match": '"1"' })).body.types).toEqual(["file.*"]);
  expect((await anna.patch(one, { types: ["a b"] }, { "if-match": "*" })).body.errors[0].path).toBe("/types/0");
  expect((await anna.post(`${one}/rotate`)).body.secret).not.toBe(made.secret);
  expect((await anna.delete(one)).status).toBe(204);
  expect((await anna.get(one)).status).toBe(404);
  expect((await anna.post(`${one}/restore`)).body).toMatchObject({ id: made.id, types: ["file.*"] });
});
